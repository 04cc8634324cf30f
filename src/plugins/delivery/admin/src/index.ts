import { Clock } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';

const textsOf = async (locale: string): Promise<Record<string, string>> =>
  locale === 'vi' ? (await import('./translations/vi')).texts : (await import('./translations/en')).texts;

export default {
  register(app: StrapiApp) {
    app.registerPlugin({ id: 'delivery', name: 'delivery' });
    app.widgets.register({
      id: 'jobs',
      pluginId: 'delivery',
      icon: Clock,
      title: { id: 'delivery.jobs.title', defaultMessage: 'Background jobs' },
      component: async () => (await import('./jobs-widget')).JobsWidget,
    });
  },

  registerTrads({ locales }: { locales: string[] }) {
    return Promise.all(locales.map(async (locale) => ({ locale, data: await textsOf(locale) })));
  },
};
