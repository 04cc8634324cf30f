import type { Core, UID } from '@strapi/strapi';
import type { DeliveryServices } from '@gazette/delivery/strapi-server';
import { RuleError } from '../errors';
import { isKindCode, kindSlugWord } from '../kinds';
import { parseSymbol } from '../symbols';
import type { EditorMessage } from '../sections/section-error';
import { slugOf } from '../text';
import { attributesOf, isDocument, isTranslated, slugNamespace, type Data } from './model';
import type { Path } from './walk';

export const MAX_SLUG = 120;

/** Words that stand for something else in an address of the API. */
export const RESERVED_SLUGS: ReadonlySet<string> = new Set([
  'lookup',
  'related',
  'relations',
  'timeline',
  'citing',
  'versions',
  'extract',
  'mine',
]);

/** The form of a documentId. An address names an item by either, so that such a slug could stand in for another item. */
const looksLikeId = (slug: string): boolean => /^[a-z][a-z0-9]{23}$/.test(slug);

/** What a slug cannot be, of the ones that come into question here. */
const forbidden = (...slugs: string[]): ReadonlySet<string> =>
  new Set([...RESERVED_SLUGS, ...slugs.filter(looksLikeId)]);

const reservations = (strapi: Core.Strapi): DeliveryServices['reservations'] =>
  strapi.plugin('delivery').service<DeliveryServices['reservations']>('reservations');

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What a slug is made of: a document's kind, symbol and year, else the title or name. */
export const slugSource = (uid: string, data: Data): string => {
  if (!isDocument(uid)) return text(data.title) || text(data.name);
  const parsed = parseSymbol(text(data.symbol));
  const family = parsed.ok ? parsed.symbol.family : null;
  const word = typeof data.kind === 'string' && isKindCode(data.kind) ? kindSlugWord(data.kind, family) : '';
  const symbol = parsed.ok ? parsed.symbol.canonical : text(data.symbol);
  const year = text(data.issuedOn).slice(0, 4);
  const hasYear = parsed.ok && parsed.symbol.year !== null;
  // A text without a symbol of its own is told apart by its title.
  if (!parsed.ok) return [word, text(data.title), year].filter(Boolean).join(' ');
  return [word, symbol, hasYear ? '' : year].filter(Boolean).join(' ');
};

/** The slug that the software would make: never empty, never a reserved word. */
export const slugBase = (uid: string, data: Data): string => slugOf(slugSource(uid, data), MAX_SLUG) || 'muc';

export interface SlugOwner {
  uid: UID.ContentType;
  documentId: string;
  /** '' for types without locales. */
  locale: string;
}

const claimantOf = ({ uid, documentId, locale }: SlugOwner) => ({
  scope: `slug:${slugNamespace(uid)}`,
  locale,
  documentId,
});

/** A slug that follows from the title, with or without a number behind it, was not chosen by a person. */
const isAutomatic = (slug: string, base: string): boolean =>
  slug === base || (slug.startsWith(`${base}-`) && /^\d+$/.test(slug.slice(base.length + 1)));

/**
 * Reserves the slug of a document for this transaction's commit.
 * @param given what the client sent; empty to have one made
 * @param path of the attribute, for an error
 * @throws RuleError where a chosen slug is taken, reserved or of the form of a documentId, with a free one to use instead
 */
export const reserveSlug = async (
  strapi: Core.Strapi,
  owner: SlugOwner,
  given: string,
  base: string,
  path: Path = ['slug'],
): Promise<string> => {
  const service = reservations(strapi);
  const claimant = claimantOf(owner);
  // Not cut: a chosen slug that is too long is refused.
  const slug = given === '' ? base : slugOf(given, Number.MAX_SAFE_INTEGER);
  const options = { maxLength: MAX_SLUG, forbidden: forbidden(base, slug) };
  if (given === '') return service.claimFirstFree(claimant, base, options);

  if (slug === '' || slug.length > MAX_SLUG) {
    throw new RuleError(path, {
      vi: `Đường dẫn "${given}" không dùng được; cần 1 đến ${MAX_SLUG} chữ cái không dấu, chữ số và dấu gạch nối.`,
      en: `The slug "${given}" cannot be used; it takes 1 to ${MAX_SLUG} unaccented letters, digits and hyphens.`,
    });
  }
  const isFree = !options.forbidden.has(slug) && (await service.claim(claimant, slug)) === null;
  if (isFree) return slug;
  const free = await service.claimFirstFree(claimant, isAutomatic(slug, base) ? base : slug, options);
  if (isAutomatic(slug, base)) return free;
  const why = whyNot(slug);
  throw new RuleError(path, {
    vi: `Đường dẫn "${slug}" ${why.vi}. Hãy chọn đường dẫn khác, ví dụ "${free}".`,
    en: `The slug "${slug}" ${why.en}. Choose another one, for example "${free}".`,
  });
};

const whyNot = (slug: string): EditorMessage => {
  if (RESERVED_SLUGS.has(slug)) return { vi: 'là từ dành riêng của hệ thống', en: 'is reserved by the system' };
  if (looksLikeId(slug)) return { vi: 'có dạng mã của một mục', en: 'has the form of an item’s id' };
  return { vi: 'đã có mục khác dùng', en: 'is taken' };
};

/** The languages of the site, by code. */
export const siteLocales = async (strapi: Core.Strapi): Promise<string[]> => {
  const locales: { code: string }[] = await strapi.plugin('i18n').service('locales').find();
  return locales.map(({ code }) => code);
};

interface SlugRow {
  slug: string | null;
  locale: string | null;
  translations?: { slug: string | null; locale: string | null }[];
}

/** Gives back the slugs that a document no longer carries, in its draft or in what is published. */
export const releaseUnusedSlugs = async (
  strapi: Core.Strapi,
  uid: UID.ContentType,
  documentId: string,
): Promise<void> => {
  if (slugNamespace(uid) === undefined) return;
  const isLocalized = isTranslated(strapi, uid);
  const rows: SlugRow[] = await strapi.db.query(uid).findMany({
    where: { documentId },
    ...('translations' in attributesOf(strapi, uid) ? { populate: { translations: true } } : {}),
  });
  const carried = rows.flatMap((row) => [
    { slug: row.slug, locale: isLocalized ? row.locale : '' },
    ...(row.translations ?? []),
  ]);
  // Every locale, for one that was just deleted has no row left to tell of it.
  for (const locale of [...(isLocalized ? [] : ['']), ...(await siteLocales(strapi))]) {
    const slugs = carried.filter((one) => one.locale === locale).map(({ slug }) => slug ?? '');
    await reservations(strapi).keepOnly(claimantOf({ uid, documentId, locale }), slugs.filter(Boolean));
  }
};
