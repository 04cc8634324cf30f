import type { StrapiApp } from '@strapi/strapi/admin';
import { addConflictHandling } from './conflict';
import { observeDocumentLocales } from './edit-view/document-locales';
import { MUTATE_EDIT_VIEW_LAYOUT, mutateEditView } from './edit-view/mutate-edit-view';
import { Initializer } from './initializer';
import { addLegalStatus } from './legal-status';
import { INJECT_COLUMN_IN_TABLE, labelChoices } from './list-view/choice-cells';
import { labelConfiguration } from './list-view/label-configuration';
import { showUses } from './refusals/show-uses';
import { observeDocumentMutations } from './store/document-mutations';
import { tellLanguage } from './store/tell-language';
import { keepMessages } from './translations/loaded';
import { messagesOf } from './translations/messages';

const textsOf = async (locale: string) =>
  locale === 'vi' ? (await import('./translations/vi')).texts : (await import('./translations/en')).texts;

export default {
  register(app: StrapiApp) {
    app.registerPlugin({ id: 'gazette', name: 'gazette', initializer: Initializer, isReady: false });
    const observers = [observeDocumentMutations, observeDocumentLocales, showUses, tellLanguage];
    app.addMiddlewares([...observers, labelConfiguration]);
  },

  bootstrap(app: Pick<StrapiApp, 'getPlugin' | 'registerHook'>) {
    app.registerHook(MUTATE_EDIT_VIEW_LAYOUT, mutateEditView);
    app.registerHook(INJECT_COLUMN_IN_TABLE, labelChoices);
    addConflictHandling(app);
    addLegalStatus(app);
  },

  /** Raw message ids, without the plugin's prefix: most of them belong to the content manager. */
  registerTrads({ locales }: { locales: string[] }) {
    return Promise.all(
      locales.map(async (locale) => {
        const data = messagesOf(await textsOf(locale));
        keepMessages(locale, data);
        return { locale, data };
      }),
    );
  },
};
