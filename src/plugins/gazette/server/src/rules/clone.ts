import type { Core, UID } from '@strapi/strapi';
import { checkFiles, FILE_PLACES } from './classification';
import { checkEffect, identify, reserveIdentity } from './document-identity';
import {
  attributesOf,
  defaultLocale,
  hasDrafts,
  isDocument,
  isRecord,
  isTranslated,
  OLDEST_FIRST,
  slugNamespace,
  type Data,
} from './model';
import { checkRequiredTexts } from './required-texts';
import { acceptedData } from './save';
import { reserveSlug, slugBase } from './slugs';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A copy starts a life of its own: never published, never corrected, no address yet. */
export const prepareClone = async (strapi: Core.Strapi, uid: UID.ContentType, sent: Data): Promise<Data> => {
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
  return { ...(await acceptedData(strapi, uid, sent)), ...Object.fromEntries(known) };
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
  const populate = isDocument(uid) ? { issuer: true, ...FILE_PLACES } : {};
  const rows: Data[] = await strapi.db.query(uid).findMany({ where: { documentId }, populate, orderBy: OLDEST_FIRST });
  for (const row of rows) {
    if (!hasDrafts(strapi, uid)) checkRequiredTexts(strapi, uid, row);
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
  for (const row of rows) await checkFiles(strapi, { ...row, classification: shared.classification });
  const { symbol, number, year } = identified;
  await strapi.db.query(uid).updateMany({ where: { documentId }, data: { symbol, number, year } });
  const issuer = isRecord(shared.issuer) ? text(shared.issuer.documentId) : '';
  await reserveIdentity(strapi, documentId, identified, issuer || null);
  return slugs;
};
