import type { Core, UID } from '@strapi/strapi';
import { RuleError } from '../errors';
import { checkFiles, checkReclassification } from './classification';
import { cleanText } from './clean-text';
import { checkEffect, identify, reserveIdentity, resolveRelations } from './document-identity';
import {
  attributesOf,
  defaultLocale,
  isDocument,
  isRecord,
  isTranslated,
  OLDEST_FIRST,
  sharedDraft,
  slugNamespace,
  type Data,
} from './model';
import { checkChangeNote } from './publication';
import { checkValues } from './values';
import { nextRevision } from './revision';
import { sharedValues } from './shared-attributes';
import { reserveSlug, slugBase } from './slugs';
import { refuseCycle } from './trees';

/** A save as the rules see it. */
export interface Save {
  uid: UID.ContentType;
  documentId: string;
  isCreate: boolean;
  locale: unknown;
  data: Data;
}

/** Attributes that only the software writes; what a client sends for them, the admin's form included, is not read. */
const SYSTEM_ATTRIBUTES = ['publicUpdatedAt', 'changeHistory', 'number', 'year'];

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const isSet = (value: unknown): boolean => value !== undefined && value !== null && value !== '';

/** The document that a relation will point at after a save, from the forms in which clients send it. */
export const relationTarget = (sent: unknown, stored: unknown): string | null => {
  const idOf = (value: unknown): string | null => {
    if (typeof value === 'string') return value;
    return isRecord(value) && typeof value.documentId === 'string' ? value.documentId : null;
  };
  if (sent === undefined) return idOf(stored);
  if (sent === null) return null;
  if (Array.isArray(sent)) return idOf(sent[0]);
  if (isRecord(sent) && ('set' in sent || 'connect' in sent || 'disconnect' in sent)) {
    const { set, connect, disconnect } = sent;
    if (Array.isArray(set)) return idOf(set[0]);
    if (Array.isArray(connect) && connect.length > 0) return idOf(connect[0]);
    const removed = Array.isArray(disconnect) && disconnect.some((one) => idOf(one) === idOf(stored));
    return removed ? null : idOf(stored);
  }
  return idOf(sent);
};

const isRowId = (value: unknown): boolean =>
  typeof value === 'number' ||
  (typeof value === 'string' && /^\d+$/.test(value)) ||
  (isRecord(value) && value.id !== undefined && typeof value.documentId !== 'string');

/** @throws RuleError for a relation by the number of a database row, an old spelling that the rules cannot follow */
const refuseRowIds = (name: string, sent: unknown): void => {
  const values = isRecord(sent) ? [sent, ...[sent.set, sent.connect, sent.disconnect].flat()] : [sent].flat();
  if (!values.some(isRowId)) return;
  throw new RuleError([name], {
    vi: `"${name}" nhận documentId, không nhận mã số của dòng dữ liệu.`,
    en: `"${name}" takes a documentId, not the number of a database row.`,
  });
};

/** Where a document may carry files. */
const FILES: Data = {
  attachments: { populate: { file: true } },
  body: {
    on: {
      'gazette.figure': { populate: { image: true } },
      'gazette.gallery': { populate: { figures: { populate: { image: true } } } },
      'gazette.media': { populate: { file: true } },
    },
  },
};

const storedDraft = async (strapi: Core.Strapi, save: Save, locale: string): Promise<Data | null> => {
  const { uid, documentId } = save;
  const attributes = attributesOf(strapi, uid);
  const where = { documentId, ...(isTranslated(strapi, uid) ? { locale } : {}) };
  const drafts = strapi.contentType(uid).options?.draftAndPublish === true ? { publishedAt: null } : {};
  const populate = {
    ...('issuer' in attributes ? { issuer: true } : {}),
    ...('parent' in attributes ? { parent: true } : {}),
    ...(isDocument(uid) ? FILES : {}),
  };
  return strapi.db.query(uid).findOne({ where: { ...where, ...drafts }, populate });
};

/** Whether a row of another locale is the one that not-localized attributes are read from, for want of a default one. */
const isOnlyShared = async (strapi: Core.Strapi, { uid, documentId }: Save, locale: string): Promise<boolean> => {
  const shared = await sharedDraft(strapi, uid, documentId);
  return shared === undefined || shared.locale === locale;
};

/** @throws RuleError for a language that the site does not have */
const refuseUnknownLocale = async (strapi: Core.Strapi, locale: string): Promise<void> => {
  const found: { code: string }[] = await strapi.plugin('i18n').service('locales').find();
  const codes = found.map(({ code }) => code);
  if (codes.includes(locale)) return;
  throw new RuleError(['locale'], {
    vi: `Trang không có ngôn ngữ "${locale}". Các ngôn ngữ: ${codes.join(', ')}.`,
    en: `This site has no language "${locale}". Its languages: ${codes.join(', ')}.`,
  });
};

/** The data to store for a create or update. @throws RuleError naming the field and what to do */
export const prepareSave = async (strapi: Core.Strapi, save: Save): Promise<Data> => {
  const { uid, documentId, isCreate } = save;
  const attributes = attributesOf(strapi, uid);
  const main = await defaultLocale(strapi);
  const translated = isTranslated(strapi, uid);
  const locale = text(save.locale) || main;
  if (translated) await refuseUnknownLocale(strapi, locale);
  const stored = isCreate ? null : await storedDraft(strapi, save, locale);
  const isShared = isCreate || !translated || locale === main || (await isOnlyShared(strapi, save, locale));

  let data = cleanText(save.data);
  checkValues(data);
  SYSTEM_ATTRIBUTES.forEach((name) => delete data[name]);
  if (!isCreate) delete data.imported;
  // It starts at 1: a form that was opened on nothing sends 0, and so meets whoever was first.
  if ('revision' in attributes) data.revision = stored ? await nextRevision(strapi, uid, stored, data.revision) : 1;

  if (!isShared) {
    const { values, dropped } = await sharedValues(strapi, uid, documentId);
    data = { ...data, ...values };
    dropped.forEach((name) => delete data[name]);
  }
  const merged = { ...stored, ...data };

  if (isDocument(uid)) {
    if (isShared) {
      refuseRowIds('issuer', data.issuer);
      if ('relations' in data) data.relations = await resolveRelations(strapi, data.relations);
      checkEffect(merged);
      if (isSet(merged.symbol)) Object.assign(data, identify(merged));
      Object.assign(merged, data);
      await reserveIdentity(strapi, documentId, merged, relationTarget(data.issuer, stored?.issuer));
    }
    checkFiles(merged);
    const others: Data[] = stored
      ? await strapi.db.query(uid).findMany({ where: { documentId, locale: { $ne: locale } }, populate: FILES })
      : [];
    for (const other of others) checkFiles({ ...other, classification: merged.classification });
    await checkReclassification(strapi, uid, documentId, merged);
  }
  if ('updateType' in attributes && isShared) checkChangeNote(merged);
  if ('parent' in attributes && data.parent !== undefined) {
    refuseRowIds('parent', data.parent);
    await refuseCycle(strapi, uid, documentId, relationTarget(data.parent, stored?.parent));
  }
  if (Array.isArray(data.translations)) data.translations = await withTranslatedSlugs(strapi, save, data.translations);
  return withSlug(strapi, save, data, merged, translated ? locale : '', stored);
};

/** Translations of a supporting item, each of another language, with slugs that are theirs alone. */
const withTranslatedSlugs = async (
  strapi: Core.Strapi,
  { uid, documentId }: Save,
  translations: unknown[],
): Promise<unknown[]> => {
  const result: unknown[] = [];
  const seen = new Set<string>();
  for (const [index, translation] of translations.entries()) {
    const locale = isRecord(translation) ? text(translation.locale) : '';
    if (seen.has(locale)) {
      throw new RuleError(['translations', index, 'locale'], {
        vi: `Đã có bản dịch cho ngôn ngữ "${locale}".`,
        en: `There already is a translation into "${locale}".`,
      });
    }
    seen.add(locale);
    if (!isRecord(translation) || locale === '' || slugNamespace(uid) === undefined || !isSet(translation.slug)) {
      result.push(translation);
      continue;
    }
    const slug = await reserveSlug(
      strapi,
      { uid, documentId, locale },
      text(translation.slug),
      slugBase(uid, translation),
    );
    result.push({ ...translation, slug });
  }
  return result;
};

const withSlug = async (
  strapi: Core.Strapi,
  save: Save,
  data: Data,
  merged: Data,
  locale: string,
  stored: Data | null,
): Promise<Data> => {
  if (slugNamespace(save.uid) === undefined) return data;
  const given = text(data.slug);
  const unchanged = stored !== null && (data.slug === undefined || given === stored.slug) && isSet(stored.slug);
  if (unchanged) return { ...data, slug: stored.slug };
  // A draft may be saved before it has a title; its slug waits for one.
  const base = slugBase(save.uid, merged);
  if (given === '' && !isSet(merged.title) && !isSet(merged.name) && !isSet(merged.symbol)) return data;
  const slug = await reserveSlug(strapi, { uid: save.uid, documentId: save.documentId, locale }, given, base);
  return { ...data, slug };
};

/** A copy starts a life of its own: never published, never corrected, no address yet. */
export const prepareClone = (strapi: Core.Strapi, uid: UID.ContentType, data: Data): Data => {
  const fresh: Data = {
    releasedAt: null,
    publicUpdatedAt: null,
    changeHistory: null,
    changeNote: null,
    updateType: 'minor',
    corrections: [],
    withdrawal: null,
    imported: null,
    revision: 1,
  };
  const attributes = attributesOf(strapi, uid);
  const known = Object.entries(fresh).filter(([name]) => name in attributes);
  return { ...cleanText(data), ...Object.fromEntries(known) };
};

/** Gives every language of a copy a slug of its own, and a document's copy its place in the register. */
export const finishClone = async (
  strapi: Core.Strapi,
  uid: UID.ContentType,
  documentId: string,
  sent: unknown,
): Promise<Map<string, string>> => {
  const slugs = new Map<string, string>();
  if (slugNamespace(uid) === undefined) return slugs;
  const populate = isDocument(uid) ? { issuer: true, ...FILES } : {};
  const rows: Data[] = await strapi.db.query(uid).findMany({ where: { documentId }, populate, orderBy: OLDEST_FIRST });
  for (const row of rows) {
    const owner = { uid, documentId, locale: isTranslated(strapi, uid) ? text(row.locale) : '' };
    const chosen = rows.length === 1 && isRecord(sent) ? text(sent.slug) : '';
    const slug = await reserveSlug(strapi, owner, chosen, slugBase(uid, row));
    slugs.set(text(row.locale), slug);
    await strapi.db.query(uid).update({ where: { id: row.id }, data: { slug } });
  }
  const main = await defaultLocale(strapi);
  const shared = rows.find(({ locale }) => locale === main) ?? rows[0];
  if (!shared || !isDocument(uid)) return slugs;
  const identified = { ...shared, ...identify(shared) };
  checkEffect(identified);
  checkFiles(identified);
  const { symbol, number, year } = identified;
  await strapi.db.query(uid).updateMany({ where: { documentId }, data: { symbol, number, year } });
  await reserveIdentity(strapi, documentId, identified, relationTarget(undefined, shared.issuer));
  return slugs;
};
