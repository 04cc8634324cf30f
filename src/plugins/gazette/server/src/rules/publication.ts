import type { Core, UID } from '@strapi/strapi';
import { RuleError } from '../errors';
import { checkPublishable } from './classification';
import { checkPublicDocument } from './document-identity';
import { checkAlternativeTexts } from './figures';
import {
  attributesOf,
  defaultLocale,
  isDocument,
  isPublished,
  isRecord,
  OLDEST_FIRST,
  sharedLocale,
  type Data,
} from './model';

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
    vi: 'Cập nhật quan trọng cần có "Nội dung cập nhật", để người đọc biết nội dung nào đã đổi.',
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
    // Every kind of section: one that is left out would not be counted, and an error would point at another one.
    on: {
      'gazette.text': {},
      'gazette.html': {},
      'gazette.media': {},
      'gazette.quote': {},
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

/** The dates that a publication leaves. */
const datesOf = (shared: Data, current: Data | undefined, isMajor: boolean, now: Date): Data => {
  // An emptied date of release is no other release.
  const releasedAt = shared.releasedAt ?? current?.releasedAt ?? now;
  const updatedBefore = current?.publicUpdatedAt ?? shared.publicUpdatedAt;
  const lastUpdate = updatedBefore ? (isMajor ? now : updatedBefore) : releasedAt;
  // A release that is moved behind the last update takes the update with it.
  return { releasedAt, publicUpdatedAt: timeOf(lastUpdate) < timeOf(releasedAt) ? releasedAt : lastUpdate };
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
  const rows: Data[] = await strapi.db
    .query(uid)
    .findMany({ where: { documentId }, populate: populateFor(strapi, uid), orderBy: OLDEST_FIRST });
  const drafts = rows.filter((row) => !isPublished(row));
  const main = await defaultLocale(strapi);
  const locales = localesOf(locale, drafts, main);
  const sharedCode = sharedLocale(rows, main, locales);
  const shared = drafts.find((draft) => draft.locale === sharedCode) ?? drafts[0];
  const published = drafts.filter((draft) => locales.includes(String(draft.locale)));
  if (!shared || published.length === 0) return;
  // Its edits stay where they are when the shared language is public and another one is published.
  const waits =
    !locales.includes(String(shared.locale)) && rows.some((row) => isPublished(row) && row.locale === shared.locale);

  if (isDocument(uid)) [shared, ...published].forEach((draft) => checkPublishable(strapi, uid, documentId, draft));
  for (const draft of published) {
    checkHeadline(draft);
    checkAlternativeTexts(draft);
  }
  if (isDocument(uid) && !waits) {
    await checkPublicDocument(strapi, uid, documentId, shared, [String(shared.locale), ...locales]);
  }
  if (!('releasedAt' in attributesOf(strapi, uid))) return;

  const now = new Date();
  if (waits) {
    for (const draft of published) await collectNote(strapi, uid, draft, now, {});
    return;
  }
  const isMajor = shared.updateType === 'major';
  if (isMajor && !published.some((draft) => filled(draft.changeNote))) throw missingNote();
  const current = rows.find((row) => isPublished(row) && row.locale === sharedLocale(rows, main));
  const dates = datesOf(shared, current, isMajor, now);
  // Both rows of the shared locale: readers see its dates also when only a translation is published.
  await strapi.db.query(uid).updateMany({ where: { documentId, locale: shared.locale }, data: dates });
  for (const draft of published) await collectNote(strapi, uid, draft, now, dates);
};

/** After a publication: the next one is minor again, and its note is still to be written. */
export const finishPublication = async (
  strapi: Core.Strapi,
  uid: UID.ContentType,
  documentId: string,
  locales: string[],
): Promise<void> => {
  if (!('updateType' in attributesOf(strapi, uid))) return;
  const query = strapi.db.query(uid);
  const rows: Data[] = await query.findMany({
    where: { documentId },
    select: ['locale', 'publishedAt'],
    orderBy: OLDEST_FIRST,
  });
  const main = await defaultLocale(strapi);
  const shared = sharedLocale(rows, main);
  // A major update of the shared language that still waits is not used up by a translation.
  if (shared !== undefined && locales.includes(shared)) {
    // Nor is that of a draft in the default language which was never public.
    const others = shared === main ? {} : { locale: { $ne: main } };
    await query.updateMany({ where: { documentId, ...others }, data: { updateType: 'minor' } });
  }
  await query.updateMany({ where: { documentId, locale: { $in: locales } }, data: { changeNote: null } });
};
