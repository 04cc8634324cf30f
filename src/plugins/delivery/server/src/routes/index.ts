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

const forEditors = (path: string, handler: string) => ({
  method: 'GET' as const,
  path,
  handler,
  config: { policies: ['admin::isAuthenticatedAdmin'] },
});

/** What editors see of delivery. Any of them may see jobs, which name only what is public; versions ask for more by themselves. */
const admin = () => ({
  type: 'admin' as const,
  routes: [
    forEditors('/jobs', 'jobs.list'),
    forEditors('/versions/:collection/:documentId', 'versions.list'),
    forEditors('/versions/:collection/:documentId/diff', 'versions.diff'),
    forEditors('/versions/:collection/:documentId/:n', 'versions.one'),
  ],
});

export default { 'content-api': contentApi, admin };
