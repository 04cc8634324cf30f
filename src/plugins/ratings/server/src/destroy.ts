import type { Core } from '@strapi/strapi';
import { ratingsService } from './services/access';

export const destroy = async ({ strapi }: { strapi: Core.Strapi }): Promise<void> => {
  await ratingsService(strapi, 'votes').settle();
  await ratingsService(strapi, 'summaries').stop();
  await ratingsService(strapi, 'throttle').close();
  await ratingsService(strapi, 'database').close();
};
