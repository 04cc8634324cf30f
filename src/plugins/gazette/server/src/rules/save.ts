import type { Core, UID } from '@strapi/strapi';
import { RuleError } from '../errors';
import { checkFiles, checkReclassification, FILE_PLACES } from './classification';
import { cleanText } from './clean-text';
import { checkEffect, identify, reserveIdentity } from './document-identity';
import { resolveRelations } from './legal-relations';
import { bodyWithLibraryImages } from './library-images';
import { checkLinkedItems } from './linked-items';
import {
  attributesOf,
  defaultLocale,
  hasDrafts,
  isDocument,
  isTranslated,
  sharedDraft,
  slugNamespace,
  type Data,
} from './model';
import { checkChangeNote } from './publication';
import { relationTarget } from './relation-values';
import { checkRequiredTextsOnSave } from './required-texts';
import { firstRevision, nextRevision } from './revision';
import { sharedValues } from './shared-attributes';
import { reserveSlug, siteLocales, slugBase } from './slugs';
import { checkedTranslations } from './translations';
import { refuseCycle, refuseOwnPredecessor } from './trees';
import { checkValues } from './values';

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

const storedDraft = async (strapi: Core.Strapi, save: Save, locale: string): Promise<Data | null> => {
  const { uid, documentId } = save;
  const attributes = attributesOf(strapi, uid);
  const where = { documentId, ...(isTranslated(strapi, uid) ? { locale } : {}) };
  const drafts = hasDrafts(strapi, uid) ? { publishedAt: null } : {};
  const populate = {
    ...('issuer' in attributes ? { issuer: true } : {}),
    ...('parent' in attributes ? { parent: true } : {}),
    ...(isDocument(uid) ? FILE_PLACES : {}),
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
  const codes = await siteLocales(strapi);
  if (codes.includes(locale)) return;
  throw new RuleError(['locale'], {
    vi: `Trang không có ngôn ngữ "${locale}". Các ngôn ngữ: ${codes.join(', ')}.`,
    en: `This site has no language "${locale}". Its languages: ${codes.join(', ')}.`,
  });
};

/** What is sent, as it may be stored: cleaned, checked, without what is not the client's to write. */
export const acceptedData = async (strapi: Core.Strapi, uid: UID.ContentType, sent: Data): Promise<Data> => {
  const data = checkValues(strapi, uid, cleanText(strapi, uid, sent));
  SYSTEM_ATTRIBUTES.forEach((name) => delete data[name]);
  if (data.body !== undefined) data.body = await bodyWithLibraryImages(strapi, data.body);
  return data;
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

  let data = await acceptedData(strapi, uid, save.data);
  if (!isCreate) delete data.imported;
  if ('revision' in attributes) {
    const given = data.revision;
    if (stored) data.revision = await nextRevision(strapi, uid, stored, given);
    else data.revision = isCreate ? 1 : firstRevision(strapi, uid, documentId, given);
  }

  if (!isShared) {
    const { values, dropped } = await sharedValues(strapi, uid, documentId);
    data = { ...data, ...values };
    dropped.forEach((name) => delete data[name]);
  }
  await checkLinkedItems(strapi, uid, data, locale);
  const merged = { ...stored, ...data };

  if (isDocument(uid)) await checkDocument(strapi, save, { data, merged, stored, locale, isShared });
  if ('updateType' in attributes && isShared) checkChangeNote(merged);
  if ('parent' in attributes && data.parent !== undefined) {
    await refuseCycle(strapi, uid, documentId, relationTarget(['parent'], data.parent, stored?.parent));
  }
  if ('predecessors' in attributes) refuseOwnPredecessor(documentId, data.predecessors);
  if (Array.isArray(data.translations)) data.translations = await checkedTranslations(strapi, save, data.translations);
  if (!hasDrafts(strapi, uid)) checkRequiredTextsOnSave(strapi, uid, data, merged);
  return withSlug(strapi, save, data, merged, translated ? locale : '', stored);
};

interface DocumentSave {
  data: Data;
  merged: Data;
  stored: Data | null;
  locale: string;
  isShared: boolean;
}

/** The rules of official documents; completes `data` and `merged`. */
const checkDocument = async (strapi: Core.Strapi, { uid, documentId, isCreate }: Save, save: DocumentSave) => {
  const { data, merged, stored, locale, isShared } = save;
  if (isShared) {
    if ('relations' in data) data.relations = await resolveRelations(strapi, documentId, data.relations);
    checkEffect(merged);
    Object.assign(data, identify(merged));
    Object.assign(merged, data);
    await reserveIdentity(strapi, documentId, merged, relationTarget(['issuer'], data.issuer, stored?.issuer));
  }
  await checkFiles(strapi, merged);
  const others: Data[] = isCreate
    ? []
    : await strapi.db.query(uid).findMany({ where: { documentId, locale: { $ne: locale } }, populate: FILE_PLACES });
  for (const other of others) await checkFiles(strapi, { ...other, classification: merged.classification });
  await checkReclassification(strapi, uid, documentId, merged);
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
