import type { Core, UID } from '@strapi/strapi';
import { conflict, type StoredRevision } from '../errors';
import { editorLanguage } from './language';
import { attributesOf, defaultLocale, hasDrafts, isRecord, isTranslated, type Data } from './model';

const nameOf = (user: unknown): string | null => {
  if (!isRecord(user)) return null;
  const name = [user.firstname, user.lastname].filter((part) => typeof part === 'string' && part !== '').join(' ');
  return name || (typeof user.username === 'string' ? user.username : null);
};

const describe = (row: Data): StoredRevision => ({
  revision: Number(row.revision ?? 0),
  savedBy: nameOf(row.updatedBy),
  savedAt: new Date(String(row.updatedAt)).toISOString(),
});

/** Set by the management API for a request with If-Match; a mismatch then answers 412. */
export const IF_MATCH = 'gazetteIfMatch';

const statusOfConflict = (strapi: Core.Strapi): 409 | 412 => {
  const state: unknown = strapi.requestContext.get()?.state;
  return isRecord(state) && IF_MATCH in state ? 412 : 409;
};

/**
 * Compares the revision that a save was made from with the stored one, and counts it up. The row is locked first, so that
 * of two saves at once the second sees the first.
 * @throws 409 (412 with If-Match) saying who saved and when
 */
export const nextRevision = async (
  strapi: Core.Strapi,
  uid: UID.ContentType,
  draft: Data,
  given: unknown,
): Promise<number> => {
  await strapi.db.queryBuilder(uid).select(['id']).where({ id: draft.id }).forUpdate().execute();
  const stored: Data = await strapi.db.query(uid).findOne({ where: { id: draft.id }, populate: { updatedBy: true } });
  const revision = Number(stored.revision ?? 0);
  if (given !== undefined && given !== null && Number(given) !== revision) {
    throw conflict(describe(stored), editorLanguage(strapi), statusOfConflict(strapi));
  }
  return revision + 1;
};

/**
 * Refuses to go on where the stored revision is another than the given one. For a deletion that was asked for with If-Match.
 * @throws 412 saying who saved and when
 */
export const requireRevision = async (
  strapi: Core.Strapi,
  uid: UID.ContentType,
  documentId: string,
  locale: unknown,
  revision: number,
): Promise<void> => {
  if (!('revision' in attributesOf(strapi, uid))) return;
  const language = typeof locale === 'string' && locale !== '' ? locale : await defaultLocale(strapi);
  const draft: Data | null = await strapi.db.query(uid).findOne({
    where: {
      documentId,
      ...(isTranslated(strapi, uid) && language !== '*' ? { locale: language } : {}),
      ...(hasDrafts(strapi, uid) ? { publishedAt: null } : {}),
    },
  });
  if (draft) await nextRevision(strapi, uid, draft, revision);
};
