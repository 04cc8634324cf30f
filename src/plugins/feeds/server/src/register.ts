import type { Core } from '@strapi/strapi';
import type { FeedsConfig } from './config';
import { deliveryService } from './delivery-service';
import { feedHandler } from './feed-handler';

/** Adds the feeds to delivery's public addresses. */
export const register = ({ strapi }: { strapi: Core.Strapi }): void => {
  deliveryService(strapi, 'publicRoutes').add({
    path: '/feeds/:file',
    handler: feedHandler({
      collections: deliveryService(strapi, 'collections'),
      reader: deliveryService(strapi, 'reader'),
      config: strapi.config.get<FeedsConfig>('plugin::feeds'),
      homePageUrl: strapi.config.get<string>('plugin::delivery.publicSiteUrl'),
    }),
  });
};
