import { marks, type Tables } from '../store/tables';
import type { Statement } from './list-parts';

/** How many snapshots each stretch of `size` ids holds, and when the latest of them changed. */
export const stretchesSql = (t: Tables, collections: readonly string[], size: number): Statement => ({
  // The size is a number of ours; as a bound value it would be another expression in GROUP BY.
  sql:
    `SELECT (id - 1) / ${Math.trunc(size)} AS stretch, COUNT(*) AS count, MAX(updated_at) AS "updatedAt" FROM ${t.snapshots} ` +
    `WHERE collection IN (${marks(collections)}) GROUP BY 1 ORDER BY 1`,
  values: [...collections],
});

const COLUMNS = `id, collection, document_id AS "documentId", locale, summary, updated_at AS "updatedAt"`;

/** Snapshots by their ids, in that order. */
export const summariesByIdSql = (
  t: Tables,
  collections: readonly string[],
  { after, upTo, limit }: { after: number; upTo: number; limit: number },
): Statement => ({
  sql: `SELECT ${COLUMNS} FROM ${t.snapshots} WHERE id > ? AND id <= ? AND collection IN (${marks(collections)}) ORDER BY id LIMIT ?`,
  values: [after, upTo, ...collections, limit],
});

/** All languages of documents. */
export const summariesOfSql = (t: Tables, documentIds: readonly string[]): Statement => ({
  sql: `SELECT ${COLUMNS} FROM ${t.snapshots} WHERE document_id IN (${marks(documentIds)}) ORDER BY id`,
  values: [...documentIds],
});
