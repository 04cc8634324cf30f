import type { Core, UID } from '@strapi/strapi';
import { defaultLocale, isPublished, isTranslated, OLDEST_FIRST, sharedLocale, type Data } from './model';
import { sharedInput, sharedPopulate } from './shared-attributes';

/** Writes what a row shares with its other languages into the row of one of them. */
const writeShared = async (strapi: Core.Strapi, uid: UID.ContentType, source: Data, row: Data): Promise<void> => {
  const data = await strapi.documents.utils.transformData(sharedInput(strapi, uid, source), {
    uid,
    status: isPublished(row) ? 'published' : 'draft',
    locale: String(row.locale),
    // Strapi stores no link to a document that lacks the language of the row.
    allowMissingId: true,
  });
  const documents = strapi.documents(uid);
  const components = await documents.updateComponents({ id: Number(row.id) }, data);
  const query = strapi.db.query(uid);
  await query.update({ where: { id: row.id }, data: { ...documents.omitComponentData(data), ...components } });
  // By the time of the last change the admin tells a modified draft from one that is published as it is.
  await query.updateMany({ where: { id: row.id }, data: { updatedAt: row.updatedAt } });
};

const rowsOf = (strapi: Core.Strapi, uid: UID.ContentType, documentId: string): Promise<Data[]> =>
  strapi.db
    .query(uid)
    .findMany({ where: { documentId }, orderBy: OLDEST_FIRST, populate: sharedPopulate(strapi, uid) });

/**
 * Before a language is deleted: the others inherit the attributes that were read from its row, drafts from its draft and
 * published rows from its published one. Their own copies are as old as their last save.
 */
export const passOnDeleted = async (
  strapi: Core.Strapi,
  uid: UID.ContentType,
  documentId: string,
  deleted: string[],
): Promise<void> => {
  if (!isTranslated(strapi, uid)) return;
  const rows = await rowsOf(strapi, uid, documentId);
  const main = await defaultLocale(strapi);
  const shared = sharedLocale(rows, main);
  if (shared === undefined || !deleted.includes(shared)) return;
  for (const row of heirs(rows, main, deleted)) {
    const source = rows.find((one) => one.locale === shared && isPublished(one) === isPublished(row));
    if (source) await writeShared(strapi, uid, source, row);
  }
};

/**
 * Before a language is taken back: the languages that stay public inherit what was public of it, in their drafts too,
 * from which their next publication is made.
 */
export const passOnUnpublished = async (
  strapi: Core.Strapi,
  uid: UID.ContentType,
  documentId: string,
  unpublished: string[],
): Promise<void> => {
  if (!isTranslated(strapi, uid)) return;
  const rows = await rowsOf(strapi, uid, documentId);
  const main = await defaultLocale(strapi);
  const shared = sharedLocale(rows, main);
  const source = rows.find((row) => row.locale === shared && isPublished(row));
  if (shared === undefined || !source || !unpublished.includes(shared)) return;
  const staying = new Set(rows.filter(isPublished).map(({ locale }) => locale));
  for (const row of heirs(rows, main, unpublished)) {
    if (staying.has(row.locale)) await writeShared(strapi, uid, source, row);
  }
};

/** Rows of the other languages; one of the default language holds values of its own. */
const heirs = (rows: Data[], main: string, gone: string[]): Data[] =>
  rows.filter(({ locale }) => locale !== main && !gone.includes(String(locale)));
