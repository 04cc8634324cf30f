import type { Core } from '@strapi/strapi';
import { applyDefaultLayouts } from './admin-layout';
import { makeSlugsVietnamese } from './admin-slugs';
import { protectMainLanguage } from './main-language';
import { guardFiles } from './usage/guard';

export const bootstrap = async ({ strapi }: { strapi: Core.Strapi }): Promise<void> => {
  guardFiles(strapi);
  makeSlugsVietnamese(strapi);
  protectMainLanguage(strapi);
  await applyDefaultLayouts(strapi);
};
