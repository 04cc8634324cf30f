import { createHash } from 'node:crypto';
import { z } from 'zod';
import { invalidParameter } from '../errors';
import { RELEVANCE, type ListQuery, type Position } from './list-query';
import { placeAmongHits } from './search-sql';

/** PostgreSQL has no text that holds a NUL. */
const text = (length: number) =>
  z
    .string()
    .max(length)
    .refine((value) => !value.includes('\0'));

const schema = z.tuple([z.string(), text(64), z.array(text(2_000)).min(1).max(4)]);

/** The JSON in a cursor; null where the text is not exactly what this API writes. */
const decode = (cursor: string): unknown => {
  const bytes = Buffer.from(cursor, 'base64url');
  // Node skips what is no base64url; a cursor that was damaged on its way must not pass for another one.
  if (bytes.toString('base64url') !== cursor) return null;
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return null;
  }
};

/** What a cursor is good for: the same list, order and conditions. */
const fingerprint = (query: Omit<ListQuery, 'paging' | 'withCount' | 'fields'>): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        ...[query.list, query.locale, query.fallback, query.sort, query.facets, query.ranges, query.asOf],
        ...(query.search ? [query.search.text] : []),
      ]),
    )
    .digest('base64url')
    .slice(0, 10);

export const writeCursor = (query: ListQuery, position: Position): string =>
  Buffer.from(JSON.stringify([fingerprint(query), position.documentId, position.values])).toString('base64url');

/** @throws PublicError 400 for a text that is no cursor of this list */
export const readCursor = (cursor: string, query: Omit<ListQuery, 'paging' | 'withCount' | 'fields'>): Position => {
  const parsed = schema.safeParse(decode(cursor));
  const isPlace = ([place = '']: string[]) => query.sort[0]?.key !== RELEVANCE || placeAmongHits(place) !== null;
  if (!parsed.success || parsed.data[2].length !== query.sort.length || !isPlace(parsed.data[2])) {
    throw invalidParameter(
      'pagination[cursor]',
      'pagination[cursor] is not a cursor that this API gave out; take it from meta.pagination.nextCursor.',
    );
  }
  const [made, documentId, values] = parsed.data;
  if (made !== fingerprint(query)) {
    throw invalidParameter(
      'pagination[cursor]',
      'pagination[cursor] belongs to a list with other sort, filters, q or locale; send the same ones with it.',
    );
  }
  return { documentId, values };
};
