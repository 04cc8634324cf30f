import type { Core } from '@strapi/strapi';
import { applyDefaultLayouts } from './admin-layout';
import { makeSlugsVietnamese } from './admin-slugs';
import { fillDigests, keepDigests } from './files';
import { protectMainLanguage } from './main-language';
import { guardFiles } from './usage/guard';

export const bootstrap = async ({ strapi }: { strapi: Core.Strapi }): Promise<void> => {
  guardFiles(strapi);
  keepDigests(strapi);
  await fillDigests(strapi);
  makeSlugsVietnamese(strapi);
  protectMainLanguage(strapi);
  await applyDefaultLayouts(strapi);
};
