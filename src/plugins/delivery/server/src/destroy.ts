import type { Core } from '@strapi/strapi';
import { deliveryService } from './services/access';

export const destroy = async ({ strapi }: { strapi: Core.Strapi }): Promise<void> => {
  await deliveryService(strapi, 'changes').close();
  await deliveryService(strapi, 'jobs').stop();
  await deliveryService(strapi, 'reader').close();
};
