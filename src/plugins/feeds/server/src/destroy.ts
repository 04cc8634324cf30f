import type { Core } from '@strapi/strapi';
import { outgoingService } from './services';

export const destroy = async ({ strapi }: { strapi: Core.Strapi }): Promise<void> => outgoingService(strapi).stop();
