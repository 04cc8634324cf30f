import type { Core } from '@strapi/strapi';
import { deliveryService } from './services/access';

export const destroy = ({ strapi }: { strapi: Core.Strapi }): Promise<void> =>
  deliveryService(strapi, 'reader').close();
