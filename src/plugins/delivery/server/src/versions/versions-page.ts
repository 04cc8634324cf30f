import { invalidParameter } from '../errors';
import { writeCursor } from '../query/cursor';
import type { ListQuery } from '../query/list-query';
import { paginationOf } from '../public/list-answer';
import type { VersionHead, VersionReader, VersionSlice } from './version-reader';
import { versionNumber } from './versions-query';
import type { VersionTarget } from './versions-sql';

/** A page of versions before their texts are read: what tells whether a client has it already. */
export interface VersionsPage {
  heads: VersionHead[];
  /** The head behind the last one. */
  previous: VersionHead | null;
  pagination: Record<string, unknown>;
  nextCursor: string | null;
}

const sliceOf = ({ paging }: ListQuery, { documentId }: VersionTarget): VersionSlice => {
  if (paging.form === 'page')
    return { before: null, limit: paging.pageSize, offset: (paging.page - 1) * paging.pageSize };
  if (paging.form === 'offset') return { before: null, limit: paging.limit, offset: paging.start };
  if (paging.after === null) return { before: null, limit: paging.pageSize, offset: 0 };
  const before = versionNumber(paging.after.values[0] ?? '');
  if (paging.after.documentId !== documentId || before === null)
    throw invalidParameter('pagination[cursor]', 'pagination[cursor] belongs to the versions of another item.');
  return { before, limit: paging.pageSize, offset: 0 };
};

/** @throws PublicError 400 for a cursor of another item */
export const readVersionsPage = async (
  reader: VersionReader,
  target: VersionTarget,
  query: ListQuery,
): Promise<VersionsPage> => {
  const slice = sliceOf(query, target);
  // One after the other: a transaction of PostgreSQL runs one query at a time.
  const found = await reader.heads(target, { ...slice, limit: slice.limit + 1 });
  const total = query.withCount ? await reader.count(target) : null;
  const heads = found.slice(0, slice.limit);
  const previous = found[slice.limit] ?? null;
  const last = heads[heads.length - 1];
  const position = { documentId: target.documentId, values: [String(last?.version ?? '')] };
  const nextCursor = previous ? writeCursor(query, position) : null;
  return { heads, previous, pagination: paginationOf(query.paging, total, nextCursor), nextCursor };
};
