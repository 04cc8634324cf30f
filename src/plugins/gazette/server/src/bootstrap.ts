import type { Core } from '@strapi/strapi';
import { applyDefaultLayouts } from './admin-layout';
import { makeSlugsVietnamese } from './admin-slugs';
import { protectMainLanguage } from './main-language';
import { hideInheritedSchemas } from './components/hide-inherited-schemas';
import { followReplacedFiles } from './usage/follow-replaced-files';
import { guardFiles } from './usage/guard';

export const bootstrap = async ({ strapi }: { strapi: Core.Strapi }): Promise<void> => {
  hideInheritedSchemas(strapi);
  guardFiles(strapi);
  followReplacedFiles(strapi);
  makeSlugsVietnamese(strapi);
  protectMainLanguage(strapi);
  await applyDefaultLayouts(strapi);
};
