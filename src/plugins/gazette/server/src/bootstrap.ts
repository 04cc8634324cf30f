import type { Core } from '@strapi/strapi';
import { applyDefaultLayouts } from './admin-layout';
import { makeSlugsVietnamese } from './admin-slugs';
import { hideInheritedSchemas } from './components/hide-inherited-schemas';
import { fillDigests, keepDigests } from './files';
import { protectMainLanguage } from './main-language';
import { followRatings } from './ratings';
import { keepRevisionOfForm } from './rules/fill-from-locale';
import { followReplacedFiles } from './usage/follow-replaced-files';
import { guardFiles } from './usage/guard';

export const bootstrap = async ({ strapi }: { strapi: Core.Strapi }): Promise<void> => {
  hideInheritedSchemas(strapi);
  guardFiles(strapi);
  keepDigests(strapi);
  await fillDigests(strapi);
  followReplacedFiles(strapi);
  makeSlugsVietnamese(strapi);
  protectMainLanguage(strapi);
  keepRevisionOfForm(strapi);
  await applyDefaultLayouts(strapi);
  await followRatings(strapi);
};
