import type { Core } from '@strapi/strapi';
import type { DeliveryConfig } from '../config';
import { deliveryService } from '../services/access';

/** The table of public routes as Strapi routes: the same addresses for hosts without the middleware, and for Strapi's listings. */
const contentApi = ({ strapi }: { strapi: Core.Strapi }) => {
  const { prefix } = strapi.config.get<DeliveryConfig>('plugin::delivery');
  return {
    type: 'content-api' as const,
    routes: deliveryService(strapi, 'publicRoutes')
      .all()
      .map(({ path }) => ({
        method: 'ALL' as const,
        path: `${prefix}${path}`,
        handler: 'public.answer',
        config: { auth: false as const, prefix: '' },
      })),
  };
};

/** What editors see of delivery. Any editor may: a job names only what is public. */
const admin = () => ({
  type: 'admin' as const,
  routes: [
    {
      method: 'GET' as const,
      path: '/jobs',
      handler: 'jobs.list',
      config: { policies: ['admin::isAuthenticatedAdmin'] },
    },
  ],
});

export default { 'content-api': contentApi, admin };
