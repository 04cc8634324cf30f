import type { StrapiApp } from '@strapi/strapi/admin';
import { guardSession } from './countdown/guard-session';
import { keepTexts } from './translations/loaded';
import { observeSaves } from './typed/saves';
import { TypedTextPanel } from './typed/typed-text-panel';

const textsOf = (locale: string) => (locale === 'vi' ? import('./translations/vi') : import('./translations/en'));

export default {
  register(app: StrapiApp) {
    app.registerPlugin({ id: 'idle-timeout', name: 'idle-timeout' });
    app.addMiddlewares([guardSession, observeSaves]);
  },

  bootstrap(app: Pick<StrapiApp, 'getPlugin'>) {
    const { addEditViewSidePanel } = app.getPlugin('content-manager').apis;
    if (typeof addEditViewSidePanel !== 'function') return;
    // Below the buttons that save, above all other panels.
    addEditViewSidePanel(([buttons, ...panels]: unknown[]) => [buttons, TypedTextPanel, ...panels]);
  },

  registerTrads({ locales }: { locales: string[] }) {
    return Promise.all(
      locales.map(async (locale) => {
        const { texts, strapiTexts } = await textsOf(locale);
        if (locale === 'vi' || locale === 'en') keepTexts(locale, texts);
        return { locale, data: locale === 'vi' || locale === 'en' ? strapiTexts : {} };
      }),
    );
  },
};
