import type { Core, UID } from '@strapi/strapi';
import type { DeliveryServices } from '@gazette/delivery/strapi-server';
import { RuleError } from '../errors';
import { parseSymbol, registerKey } from '../symbols';
import { defaultLocale, isDocument, isRecord, OLDEST_FIRST, sharedLocale, type Data } from './model';
import { refuseBlank } from './required-texts';

const SCOPE = 'symbol:documents';

const day = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 10) : '');

/**
 * Brings the symbol to its canonical form and derives number and year.
 * @param merged the document as it will be
 * @returns the attributes to store
 * @throws RuleError where the symbol does not parse and is not declared free-form
 */
export const identify = (merged: Data): Data => {
  const symbol = typeof merged.symbol === 'string' ? merged.symbol : '';
  const issuedYear = Number(day(merged.issuedOn).slice(0, 4)) || null;
  if (symbol === '') return { number: null, year: issuedYear };
  if (merged.symbolFreeform === true) return { symbol, number: null, year: issuedYear };
  const parsed = parseSymbol(symbol);
  if (!parsed.ok) {
    throw new RuleError(['symbol'], {
      vi: `Số, ký hiệu "${symbol}" không đọc được: ${parsed.reason.vi} Nếu văn bản thật sự mang ký hiệu này, hãy bật "Ký hiệu không theo mẫu".`,
      en: `The symbol "${symbol}" cannot be read: ${parsed.reason.en} If the document really carries it, turn on "Free-form symbol".`,
    });
  }
  const { canonical, number, year } = parsed.symbol;
  return { symbol: canonical, number, year: year ?? issuedYear };
};

/** @throws RuleError where the last day in force is before the first */
export const checkEffect = (merged: Data): void => {
  const [from, to] = [day(merged.effectiveFrom), day(merged.effectiveTo)];
  if (from !== '' && to !== '' && to < from) {
    throw new RuleError(['effectiveTo'], {
      vi: `Ngày hết hiệu lực (${to}) không được trước ngày có hiệu lực (${from}).`,
      en: `The last day in force (${to}) must not be before the first (${from}).`,
    });
  }
};

/** What tells documents apart: a Party symbol alone recurs each term. Null while something of it is missing. */
const identityOf = (merged: Data, issuerId: string | null): string | null => {
  const symbol = typeof merged.symbol === 'string' ? merged.symbol : '';
  const issuedOn = day(merged.issuedOn);
  const key = registerKey(symbol);
  return issuerId === null || key === null || issuedOn === '' ? null : `${issuerId}|${key}|${issuedOn}`;
};

/** Reserves issuer + symbol + day of issue, beside what is still published. @throws RuleError where another document has them */
export const reserveIdentity = async (
  strapi: Core.Strapi,
  documentId: string,
  merged: Data,
  issuerId: string | null,
): Promise<void> => {
  const service = strapi.plugin('delivery').service<DeliveryServices['reservations']>('reservations');
  const claimant = { scope: SCOPE, locale: '', documentId };
  const identity = identityOf(merged, issuerId);
  if (identity !== null && (await service.claim(claimant, identity)) !== null) {
    throw new RuleError(['symbol'], {
      vi: `Cơ quan này đã có văn bản số ${String(merged.symbol)} ban hành ngày ${day(merged.issuedOn)}.`,
      en: `This issuer already has a document ${String(merged.symbol)} issued on ${day(merged.issuedOn)}.`,
    });
  }
};

/**
 * What the register needs of a document before it is public; once more from what is stored, for not every draft was
 * complete when it was saved.
 * @param shared the draft that attributes of all languages are read from
 * @param locales whose drafts hold the same
 * @throws RuleError naming the field
 */
export const checkPublicDocument = async (
  strapi: Core.Strapi,
  uid: UID.ContentType,
  documentId: string,
  shared: Data,
  locales: string[],
): Promise<void> => {
  refuseBlank(['symbol'], shared.symbol);
  const identity = identify(shared);
  if (!shared.issuer) {
    throw new RuleError(['issuer'], {
      vi: 'Hãy chọn cơ quan ban hành trước khi xuất bản.',
      en: 'Choose the issuer before publishing.',
    });
  }
  checkEffect(shared);
  const issuer = isRecord(shared.issuer) ? String(shared.issuer.documentId) : null;
  await reserveIdentity(strapi, documentId, { ...shared, ...identity }, issuer);
  await strapi.db
    .query(uid)
    .updateMany({ where: { documentId, locale: { $in: locales }, publishedAt: null }, data: identity });
};

/** Gives back what a document was once known by and is no longer, neither in its draft nor in what is published. */
export const releaseUnusedIdentities = async (
  strapi: Core.Strapi,
  uid: UID.ContentType,
  documentId: string,
): Promise<void> => {
  if (!isDocument(uid)) return;
  const rows: Data[] = await strapi.db
    .query(uid)
    .findMany({ where: { documentId }, populate: { issuer: true }, orderBy: OLDEST_FIRST });
  const main = await defaultLocale(strapi);
  // Two where the default language is still a draft and another one is public: each has an identity of its own.
  const known = [main, sharedLocale(rows, main)];
  const identities = rows
    .filter(({ locale }) => known.includes(String(locale)))
    .map((row) => identityOf(row, isRecord(row.issuer) ? String(row.issuer.documentId) : null));
  const service = strapi.plugin('delivery').service<DeliveryServices['reservations']>('reservations');
  await service.keepOnly({ scope: SCOPE, locale: '', documentId }, [
    ...new Set(identities.filter((identity) => identity !== null)),
  ]);
};
