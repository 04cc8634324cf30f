import type { StrapiApp } from '@strapi/strapi/admin';

import { presetLanguage } from './preset-language';
import { en } from './translations/en';
import { vi } from './translations/vi';

export default {
  config: {
    locales: ['vi'],
    // Names of types are their own message ids; the members' type is Strapi's.
    translations: { en, vi: { ...vi, User: 'Thành viên' } },
    tutorials: false,
    notifications: { releases: false },
  },
  /** Strapi reads the stored language after all plugins are registered, so this is early enough for the login page. */
  register(_app: StrapiApp): void {
    presetLanguage(window.localStorage);
  },
};
