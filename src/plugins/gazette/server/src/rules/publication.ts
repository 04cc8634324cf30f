import type { Core, UID } from '@strapi/strapi';
import { RuleError } from '../errors';
import { checkPublishable } from './classification';
import { checkEffect, reserveIdentity } from './document-identity';
import { checkAlternativeTexts } from './figures';
import { attributesOf, defaultLocale, isDocument, isRecord, OLDEST_FIRST, type Data } from './model';

const filled = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

interface HistoryEntry {
  at: string;
  note: string;
}

const historyOf = (row: Data): HistoryEntry[] =>
  Array.isArray(row.changeHistory)
    ? row.changeHistory.filter((entry): entry is HistoryEntry => isRecord(entry) && filled(entry.note))
    : [];

/** Milliseconds of a date as a row holds it; `String(date)` would drop them. */
const timeOf = (value: unknown): number => (value instanceof Date ? value.getTime() : Date.parse(String(value)));

const missingNote = () =>
  new RuleError(['changeNote'], {
    vi: 'Cập nhật lớn cần ghi chú thay đổi, để người đọc biết nội dung nào đã đổi.',
    en: 'A major update needs a change note, so that readers know what changed.',
  });

/** @throws RuleError where a save makes the next publication a major update without saying what changed */
export const checkChangeNote = (merged: Data): void => {
  if (merged.updateType === 'major' && !filled(merged.changeNote)) throw missingNote();
};

/** The locales that a publish action names: one, several, or `*`. */
export const localesOf = (locale: unknown, drafts: Data[], main: string): string[] => {
  const all = drafts.map((draft) => String(draft.locale));
  if (locale === '*') return all;
  const wanted = Array.isArray(locale)
    ? locale.map(String)
    : [typeof locale === 'string' && locale !== '' ? locale : main];
  return all.filter((code) => wanted.includes(code));
};

const POPULATE = {
  cover: { populate: { image: true } },
  body: {
    on: {
      'gazette.figure': { populate: { image: true } },
      'gazette.gallery': { populate: { figures: { populate: { image: true } } } },
    },
  },
  issuer: true,
};

const populateFor = (strapi: Core.Strapi, uid: string): Data => {
  const attributes = attributesOf(strapi, uid);
  return Object.fromEntries(Object.entries(POPULATE).filter(([name]) => name in attributes));
};

const isPublished = async (strapi: Core.Strapi, uid: UID.ContentType, documentId: string, locale: unknown) =>
  (await strapi.db.query(uid).count({ where: { documentId, locale, publishedAt: { $notNull: true } } })) > 0;

/** @throws RuleError where an item would be public without a title or an address */
const checkHeadline = (draft: Data): void => {
  if (filled(draft.title) && filled(draft.slug)) return;
  throw new RuleError([filled(draft.title) ? 'slug' : 'title'], {
    vi: filled(draft.title)
      ? 'Mục này chưa có đường dẫn; hãy lưu lại trước khi xuất bản.'
      : 'Hãy nhập tiêu đề trước khi xuất bản.',
    en: filled(draft.title)
      ? 'This has no slug yet; save it once before publishing.'
      : 'Enter a title before publishing.',
  });
};

/** Writes what a publication leaves in a draft: its dates, and its change note in the history. */
const collectNote = async (
  strapi: Core.Strapi,
  uid: UID.ContentType,
  draft: Data,
  now: Date,
  dates: Data,
): Promise<void> => {
  const note = filled(draft.changeNote) ? draft.changeNote.trim() : null;
  const changeHistory = note === null ? historyOf(draft) : [...historyOf(draft), { at: now.toISOString(), note }];
  await strapi.db.query(uid).update({ where: { id: draft.id }, data: { ...dates, changeHistory } });
};

/**
 * Before a publication: everything that a public item must have, and the dates and notes that a publication leaves.
 * They are written to the draft, from where Strapi copies them into what is published.
 */
export const preparePublication = async (
  strapi: Core.Strapi,
  uid: UID.ContentType,
  documentId: string,
  locale: unknown,
): Promise<void> => {
  const drafts: Data[] = await strapi.db
    .query(uid)
    .findMany({ where: { documentId, publishedAt: null }, populate: populateFor(strapi, uid), orderBy: OLDEST_FIRST });
  const main = await defaultLocale(strapi);
  const shared = drafts.find((draft) => draft.locale === main) ?? drafts[0];
  if (!shared) return;
  const locales = localesOf(locale, drafts, main);
  const published = drafts.filter((draft) => locales.includes(String(draft.locale)));

  for (const draft of published) {
    checkHeadline(draft);
    checkAlternativeTexts(draft);
    if (isDocument(uid)) checkPublishable(strapi, uid, documentId, shared);
  }
  if (isDocument(uid) && !shared.issuer) {
    throw new RuleError(['issuer'], {
      vi: 'Hãy chọn cơ quan ban hành trước khi xuất bản.',
      en: 'Choose the issuer before publishing.',
    });
  }
  if (isDocument(uid)) {
    // Once more, from what is stored: a save may have named the issuer in a way that the rules could not follow.
    checkEffect(shared);
    const issuer = isRecord(shared.issuer) ? String(shared.issuer.documentId) : null;
    await reserveIdentity(strapi, documentId, shared, issuer);
  }
  if (!('releasedAt' in attributesOf(strapi, uid))) return;

  const now = new Date();
  if (!locales.includes(String(shared.locale)) && (await isPublished(strapi, uid, documentId, shared.locale))) {
    // Dates and the kind of update belong to the main language, whose edits this publication leaves unpublished.
    for (const draft of published) await collectNote(strapi, uid, draft, now, {});
    return;
  }
  const isMajor = shared.updateType === 'major';
  if (isMajor && !published.some((draft) => filled(draft.changeNote))) throw missingNote();
  const isFirst = !shared.publicUpdatedAt;
  const releasedAt = shared.releasedAt ?? now;
  const lastUpdate = isFirst ? releasedAt : isMajor ? now : shared.publicUpdatedAt;
  // A release that is moved behind the last update takes the update with it.
  const publicUpdatedAt = timeOf(lastUpdate) < timeOf(releasedAt) ? releasedAt : lastUpdate;
  // Both rows of the shared locale: readers see its dates also when only a translation is published.
  await strapi.db
    .query(uid)
    .updateMany({ where: { documentId, locale: shared.locale }, data: { releasedAt, publicUpdatedAt } });
  for (const draft of published) await collectNote(strapi, uid, draft, now, { releasedAt, publicUpdatedAt });
};

/** After a publication: the next one is minor again, and its note is still to be written. */
export const finishPublication = async (
  strapi: Core.Strapi,
  uid: UID.ContentType,
  documentId: string,
  locales: string[],
): Promise<void> => {
  if (!('updateType' in attributesOf(strapi, uid))) return;
  const rows: Data[] = await strapi.db
    .query(uid)
    .findMany({ where: { documentId }, select: ['locale'], orderBy: OLDEST_FIRST });
  const main = await defaultLocale(strapi);
  const shared = rows.find(({ locale }) => locale === main) ?? rows[0];
  // A major update of the main language that still waits is not used up by a translation.
  if (locales.includes(String(shared?.locale))) {
    await strapi.db.query(uid).updateMany({ where: { documentId }, data: { updateType: 'minor' } });
  }
  await strapi.db
    .query(uid)
    .updateMany({ where: { documentId, locale: { $in: locales } }, data: { changeNote: null } });
};
