import type { Core, UID } from '@strapi/strapi';
import { defaultLocale, isGazette, OLDEST_FIRST, type Data } from './rules/model';

interface Localizations {
  syncNonLocalizedAttributes(source: Data, model: { uid: string }): Promise<void>;
}

/**
 * Keeps translations from writing into the main language. After every save and publication Strapi copies the attributes
 * that are not localized to the other languages of the same status, from whichever language the action named, so that
 * publishing a translation would publish what still waits in the draft of the main language. Here they flow one way:
 * from the row that they are read from to the others.
 */
export const protectMainLanguage = (strapi: Core.Strapi): void => {
  const service = strapi.plugin('i18n').service<Localizations>('localizations');
  const sync = service.syncNonLocalizedAttributes.bind(service);
  service.syncNonLocalizedAttributes = async (source, model) => {
    if (isGazette(model.uid) && !(await isShared(strapi, model.uid, source))) return;
    await sync(source, model);
  };
};

/** Whether a row is the one that its document's shared attributes are read from. */
const isShared = async (strapi: Core.Strapi, uid: UID.ContentType, { documentId, locale, publishedAt }: Data) => {
  const status = publishedAt ? { $notNull: true } : null;
  const rows: Data[] = await strapi.db
    .query(uid)
    .findMany({ where: { documentId, publishedAt: status }, select: ['locale'], orderBy: OLDEST_FIRST });
  const main = await defaultLocale(strapi);
  const shared = rows.find((row) => row.locale === main) ?? rows[0];
  return shared === undefined || shared.locale === locale;
};
