import { writeCursor } from '../query/cursor';
import type { ListQuery, Paging } from '../query/list-query';
import type { FacetCounts } from '../reader/list-counts';
import type { ListHead, Reader, StoredJson } from '../reader/reader';

export interface ListPage {
  rows: ListHead[];
  /** The rows' summaries as they are sent, with commas between them. */
  json: Buffer;
  /** Another one where any of the rows is another one. */
  fingerprint: string;
  pagination: Record<string, number | string | null | undefined>;
  nextCursor: string | null;
  /** Present where the query asks for some. */
  facets?: Record<string, FacetCounts>;
}

/** What an envelope says of a page and the rest. @param total null where it was not asked for */
export const paginationOf = (
  paging: Paging,
  total: number | null,
  nextCursor: string | null,
): ListPage['pagination'] => {
  const size = paging.form === 'offset' ? paging.limit : paging.pageSize;
  const counted = total === null ? {} : { total };
  const pageCount = total === null ? {} : { pageCount: Math.ceil(total / size) };
  if (paging.form === 'page') return { page: paging.page, pageSize: size, ...pageCount, ...counted, nextCursor };
  if (paging.form === 'offset') return { start: paging.start, limit: size, ...counted };
  return { pageSize: size, nextCursor, ...counted };
};

/** Reads a page with what its envelope says of the rest. */
export const readPage = async (reader: Reader, query: ListQuery): Promise<ListPage> => {
  const { paging } = query;
  const size = paging.form === 'offset' ? paging.limit : paging.pageSize;
  const [found, { total, facets }] = await Promise.all([reader.page(query), reader.counts(query)]);
  const rows = found.heads.slice(0, size);
  const last = rows[rows.length - 1];
  const nextCursor =
    found.heads.length > size && last ? writeCursor(query, { documentId: last.documentId, values: last.values }) : null;
  const json = found.json.subarray(0, last ? last.start + last.bytes : 0);

  const pagination = paginationOf(paging, total, nextCursor);
  return { rows, json, fingerprint: found.fingerprint, pagination, nextCursor, ...(facets ? { facets } : {}) };
};

/** The pieces of a stored object's JSON: its members, how it came into this list, and what moves apart from them. */
export const closeJson = (open: StoredJson, overlay: string, isFallback: boolean): StoredJson[] => [
  open,
  `${isFallback ? ',"isFallback":true' : ''}${overlay}}`,
];

/** One text of many pieces; bytes, where any of them are bytes. */
export const joinJson = (pieces: readonly StoredJson[]): StoredJson =>
  pieces.some((piece) => typeof piece !== 'string')
    ? Buffer.concat(pieces.map((piece) => (typeof piece === 'string' ? Buffer.from(piece) : piece)))
    : pieces.join('');

/** Only the attributes that were asked for. Parses, so a list of chosen fields costs more than a whole one. */
export const pickFields = (json: readonly StoredJson[], fields: readonly string[]): string => {
  const whole: Record<string, unknown> = JSON.parse(json.join(''));
  return JSON.stringify(
    Object.fromEntries(
      [...fields, 'isFallback'].filter((field) => field in whole).map((field) => [field, whole[field]]),
    ),
  );
};
