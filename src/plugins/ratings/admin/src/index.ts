import { Star } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import { RatingPanel } from './rating-panel';

const textsOf = async (locale: string): Promise<Record<string, string>> =>
  locale === 'vi' ? (await import('./translations/vi')).texts : (await import('./translations/en')).texts;

export default {
  register(app: StrapiApp) {
    app.registerPlugin({ id: 'ratings', name: 'ratings' });
    app.widgets.register({
      id: 'top',
      pluginId: 'ratings',
      icon: Star,
      title: { id: 'ratings.top.title', defaultMessage: 'Ratings' },
      permissions: [{ action: 'plugin::ratings.read' }],
      component: async () => (await import('./top-widget')).TopWidget,
    });
  },

  bootstrap(app: Pick<StrapiApp, 'getPlugin'>) {
    const { addEditViewSidePanel } = app.getPlugin('content-manager').apis;
    if (typeof addEditViewSidePanel === 'function')
      addEditViewSidePanel((panels: unknown[]) => [...panels, RatingPanel]);
  },

  registerTrads({ locales }: { locales: string[] }) {
    return Promise.all(locales.map(async (locale) => ({ locale, data: await textsOf(locale) })));
  },
};
