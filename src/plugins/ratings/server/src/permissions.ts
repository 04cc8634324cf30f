import type { Core } from '@strapi/strapi';

/** What roles may be granted, under Settings > Roles > Plugins > ratings. */
export const ACTIONS = { read: 'plugin::ratings.read', annul: 'plugin::ratings.annul' } as const;

export const registerPermissions = (strapi: Core.Strapi): Promise<void> =>
  strapi.service('admin::permission').actionProvider.registerMany([
    { section: 'plugins', displayName: 'Read votes and export them', uid: 'read', pluginName: 'ratings' },
    { section: 'plugins', displayName: 'Annul votes', uid: 'annul', pluginName: 'ratings' },
  ]);
