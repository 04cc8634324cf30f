import type { Core } from '@strapi/strapi';
import { idleService } from './services/access';

export const destroy = ({ strapi }: { strapi: Core.Strapi }): Promise<void> => idleService(strapi, 'cleaner').stop();
