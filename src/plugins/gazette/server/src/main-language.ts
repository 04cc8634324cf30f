import type { Core, UID } from '@strapi/strapi';
import { defaultLocale, isGazette, isPublished, OLDEST_FIRST, sharedLocale, type Data } from './rules/model';

interface Localizations {
  syncNonLocalizedAttributes(source: Data, model: { uid: string }): Promise<void>;
}

/**
 * Keeps languages from writing into one another. After every save and publication Strapi copies the attributes that are
 * not localized to the other languages of the same status, from whichever language the action named, so that publishing
 * a translation would publish what still waits in the draft of the main language. Here they flow one way: from the row
 * that they are read from to the others.
 */
export const protectMainLanguage = (strapi: Core.Strapi): void => {
  const service = strapi.plugin('i18n').service<Localizations>('localizations');
  const sync = service.syncNonLocalizedAttributes.bind(service);
  service.syncNonLocalizedAttributes = async (source, model) => {
    if (isGazette(model.uid) && !(await mayGive(strapi, model.uid, source))) return;
    await sync(source, model);
  };
};

/**
 * Whether the others take a row's values for theirs: its language must be the one that shared attributes are read from.
 * Where that is another than the default one, whose draft waits to be public, each of the two keeps its own.
 */
const mayGive = async (strapi: Core.Strapi, uid: UID.ContentType, source: Data): Promise<boolean> => {
  const { documentId, locale } = source;
  const rows: Data[] = await strapi.db
    .query(uid)
    .findMany({ where: { documentId }, select: ['locale', 'publishedAt'], orderBy: OLDEST_FIRST });
  const main = await defaultLocale(strapi);
  if (sharedLocale(rows, main) !== locale) return false;
  return locale === main || !rows.some((row) => row.locale === main && isPublished(row) === isPublished(source));
};
