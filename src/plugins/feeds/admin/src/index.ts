import { Cast } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';

const textsOf = async (locale: string): Promise<Record<string, string>> =>
  locale === 'vi' ? (await import('./translations/vi')).texts : (await import('./translations/en')).texts;

export default {
  register(app: StrapiApp) {
    app.registerPlugin({ id: 'feeds', name: 'feeds' });
    app.widgets.register({
      id: 'webhooks',
      pluginId: 'feeds',
      icon: Cast,
      title: { id: 'feeds.webhooks.title', defaultMessage: 'Messages to other systems' },
      permissions: [{ action: 'plugin::feeds.webhooks' }],
      component: async () => (await import('./webhooks-widget')).WebhooksWidget,
    });
  },

  registerTrads({ locales }: { locales: string[] }) {
    return Promise.all(locales.map(async (locale) => ({ locale, data: await textsOf(locale) })));
  },
};
