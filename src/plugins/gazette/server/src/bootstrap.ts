import type { Core } from '@strapi/strapi';
import { applyDefaultLayouts } from './admin-layout';
import { makeSlugsVietnamese } from './admin-slugs';
import { guardFiles } from './usage/guard';

export const bootstrap = async ({ strapi }: { strapi: Core.Strapi }): Promise<void> => {
  guardFiles(strapi);
  makeSlugsVietnamese(strapi);
  await applyDefaultLayouts(strapi);
};
