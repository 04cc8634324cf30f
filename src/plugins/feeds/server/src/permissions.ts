import type { Core } from '@strapi/strapi';

/** What roles may be granted, under Settings > Roles > Plugins > feeds. */
export const MANAGE_WEBHOOKS = 'plugin::feeds.webhooks';

export const registerPermissions = (strapi: Core.Strapi): Promise<void> =>
  strapi
    .service('admin::permission')
    .actionProvider.registerMany([
      { section: 'plugins', displayName: 'See webhooks and send messages again', uid: 'webhooks', pluginName: 'feeds' },
    ]);
