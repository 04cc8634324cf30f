import type { Core, UID } from '@strapi/strapi';
import { conflict, deletedMeanwhile, nothingStored, type StoredRevision } from '../errors';
import { editorLanguage } from './language';
import { defaultLocale, hasDrafts, isRecord, isTranslated, type Data } from './model';

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

/** Where the management API keeps the condition of its request, in Koa's `state`. */
const IF_MATCH = 'gazetteIfMatch';

/** The condition of a request with If-Match: revisions of which the stored one must be one, or `*` for whichever there is. */
export interface Condition {
  uid: string;
  documentId: string;
  revisions: number[] | '*';
}

/** Lets the rules compare a request's condition with what is stored, in the transaction of its save or deletion. */
export const setCondition = (state: Data, condition: Condition): void => {
  state[IF_MATCH] = condition;
};

const isCondition = (value: unknown): value is Condition => isRecord(value) && 'revisions' in value;

/** What the request asks of this document; null where it asks nothing. */
const conditionOn = (strapi: Core.Strapi, uid: string, documentId: unknown): Condition['revisions'] | null => {
  const state: unknown = strapi.requestContext.get()?.state;
  const condition = isRecord(state) ? state[IF_MATCH] : undefined;
  return isCondition(condition) && condition.uid === uid && condition.documentId === documentId
    ? condition.revisions
    : null;
};

/**
 * Compares the revision that a save was made from with the stored one, and counts it up. The row is locked first, so that
 * of two saves at once the second sees the first.
 * @throws 409 (412 with If-Match) saying who saved and when; 404 (412) where the row was deleted meanwhile
 */
export const nextRevision = async (
  strapi: Core.Strapi,
  uid: UID.ContentType,
  draft: Data,
  given: unknown,
): Promise<number> => {
  const language = editorLanguage(strapi);
  const condition = conditionOn(strapi, uid, draft.documentId);
  await strapi.db.queryBuilder(uid).select(['id']).where({ id: draft.id }).forUpdate().execute();
  const stored: Data | null = await strapi.db
    .query(uid)
    .findOne({ where: { id: draft.id }, populate: { updatedBy: true } });
  if (!stored) throw condition === null ? deletedMeanwhile(language) : nothingStored(language, 412);

  const revision = Number(stored.revision ?? 0);
  if (Array.isArray(condition)) {
    if (!condition.includes(revision)) throw conflict(describe(stored), language, 412);
  } else if (given !== undefined && given !== null && Number(given) !== revision) {
    throw conflict(describe(stored), language, 409);
  }
  return revision + 1;
};

/**
 * The revision of a language's first save. A form that was opened on nothing sends 0, and so meets whoever was first.
 * @throws 409 (412 with If-Match) where the save was made from a version, of which there is none
 */
export const firstRevision = (
  strapi: Core.Strapi,
  uid: UID.ContentType,
  documentId: string,
  given: unknown,
): number => {
  if (conditionOn(strapi, uid, documentId) !== null) throw nothingStored(editorLanguage(strapi), 412);
  if (given !== undefined && given !== null && Number(given) !== 0) throw nothingStored(editorLanguage(strapi), 409);
  return 1;
};

/**
 * Refuses a deletion whose request has a condition that what is stored does not meet.
 * @throws 412 saying who saved and when
 */
export const requireRevision = async (
  strapi: Core.Strapi,
  uid: UID.ContentType,
  documentId: string,
  locale: unknown,
): Promise<void> => {
  if (conditionOn(strapi, uid, documentId) === null) return;
  const language = typeof locale === 'string' && locale !== '' ? locale : await defaultLocale(strapi);
  const draft: Data | null = await strapi.db.query(uid).findOne({
    where: {
      documentId,
      ...(isTranslated(strapi, uid) ? { locale: language } : {}),
      ...(hasDrafts(strapi, uid) ? { publishedAt: null } : {}),
    },
  });
  if (!draft) throw nothingStored(editorLanguage(strapi), 412);
  await nextRevision(strapi, uid, draft, null);
};
