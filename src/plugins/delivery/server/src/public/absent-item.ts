import { gone, notFound, PublicError } from '../errors';
import { JSON_TYPE, type Answer, type PublicRequest } from '../http/answer';
import type { Reader } from '../reader/reader';

/** Where an item is public whose address shows nothing: under another slug, or, since a moment ago, right there. */
export interface Elsewhere {
  documentId: string;
  collection: string;
  locale: string;
  slug: string;
  /** The address asked for is not that of the item any more. */
  hasMoved: boolean;
}

/** No address is longer. */
export const MAX_ID_LENGTH = 300;

export const itemNotFound = (list: string) => notFound(`No published item of ${list} has this address.`);

/**
 * What there is to say of an address that shows nothing in the language asked for.
 * @throws PublicError 404 where it never was public, or in other languages only, 410 where it was taken back
 */
export const findElsewhere = async (
  reader: Reader,
  { list, members }: { list: string; members: readonly string[] },
  id: string,
  query: { locale: string; fallback: string | null },
): Promise<Elsewhere> => {
  const trace = await reader.trace(members, query.locale, id);
  if (!trace) throw itemNotFound(list);
  const { documentId, collection, slugLocale, live, lastChanges } = trace;
  const liveIn = (locale: string | null) => live.find((one) => one.locale === locale);

  // A slug of another language is another address: it leads on only where the client accepts that language too.
  const speaks = slugLocale === null || slugLocale === query.locale || slugLocale === query.fallback;
  const target = liveIn(query.locale) ?? liveIn(query.fallback);
  if (speaks && target) {
    const { locale, slug } = target;
    return { documentId, collection, locale, slug, hasMoved: slug !== id && documentId !== id };
  }
  const wasHere = lastChanges.some(({ locale }) => locale === query.locale);
  const isOfHere = slugLocale === null ? wasHere : slugLocale === query.locale;
  if (live.length > 0 && (target || !isOfHere)) {
    throw new PublicError(404, 'NotFoundError', `This item has no address like this in "${query.locale}".`, {
      locales: live.filter(({ locale }) => locale !== query.locale),
      documentId,
    });
  }
  const last = lastChanges.find(({ locale }) => locale === query.locale) ?? lastChanges[0];
  if (!last) throw itemNotFound(list);
  throw gone({ documentId, collection, deletedAt: last.at });
};

/** @param below what follows the item's own address, `/versions` */
export const movedTo = (
  listPath: string,
  { queryString }: PublicRequest,
  { collection, documentId, slug }: Elsewhere,
  below = '',
): Answer => {
  const query = queryString === '' ? '' : `?${queryString}`;
  const location = `${listPath}/${encodeURIComponent(slug)}${below}${query}`;
  return {
    status: 301,
    body: JSON.stringify({ data: null, meta: { location } }),
    contentType: JSON_TYPE,
    tag: null,
    cache: 'shared',
    keys: [collection, `${collection}/${documentId}`],
    links: {},
    headers: { Location: location },
  };
};
