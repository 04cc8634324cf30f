import { marks, type Tables } from '../store/tables';
import type { Statement } from './list-parts';

const IDENTITY = `seq, at, event, document_id AS "documentId", locale`;

/** A row as `logFromSql` gives it. */
export interface LogRow {
  seq: number | string;
  at: string;
  event: string;
  major: boolean | number;
  collection: string;
  documentId: string;
  locale: string;
  slug: string;
  url: string;
  version: number;
  etag: string;
  redacted: boolean | number;
}

/** Entries of the log in their order, the entry `seq` included. */
export const logFromSql = (t: Tables, seq: number, limit: number): Statement => ({
  sql: `SELECT ${IDENTITY}, major, collection, slug, url, version, etag, redacted FROM ${t.changes} WHERE seq >= ? ORDER BY seq LIMIT ?`,
  values: [seq, limit],
});

/** A row as `removalsSql` gives it. */
export interface RemovalRow {
  collection: string;
  documentId: string;
  locale: string;
  at: string;
}

/**
 * What was public in one of these languages and is not any more, the latest first.
 * The index of removals holds nothing else, so that a long log costs nothing.
 */
export const removalsSql = (
  t: Tables,
  collections: readonly string[],
  locales: readonly string[],
  limit: number,
): Statement => ({
  sql:
    `SELECT c.collection, c.document_id AS "documentId", c.locale, c.at FROM ${t.changes} c ` +
    `WHERE c.event IN ('unpublished', 'deleted') AND c.collection IN (${marks(collections)}) AND c.locale IN (${marks(locales)}) ` +
    `AND NOT EXISTS (SELECT 1 FROM ${t.changes} n WHERE n.document_id = c.document_id AND n.locale = c.locale AND n.seq > c.seq) ` +
    `ORDER BY c.seq DESC LIMIT ?`,
  values: [...collections, ...locales, limit],
});

/**
 * When documents came back in each language in which they were taken back before, and when they were taken back; nothing
 * for those that never went.
 */
export const returnsSql = (t: Tables, documentIds: readonly string[]): Statement => ({
  sql:
    `SELECT n.document_id AS "documentId", n.locale, MIN(n.at) AS at, MIN(g.at) AS "goneAt" FROM (SELECT document_id, locale, MAX(seq) AS seq ` +
    `FROM ${t.changes} WHERE document_id IN (${marks(documentIds)}) AND event IN ('unpublished', 'deleted') ` +
    `GROUP BY document_id, locale) r JOIN ${t.changes} g ON g.seq = r.seq JOIN ${t.changes} n ON n.document_id = r.document_id AND n.locale = r.locale ` +
    `AND n.seq > r.seq GROUP BY n.document_id, n.locale`,
  values: [...documentIds],
});

/** The number of the last entry. */
export const lastEntrySql = (t: Tables): Statement => ({
  sql: `SELECT MAX(seq) AS seq FROM ${t.changes}`,
  values: [],
});

/** One entry, as far as it tells it from others. */
export const entrySql = (t: Tables, seq: number): Statement => ({
  sql: `SELECT ${IDENTITY} FROM ${t.changes} WHERE seq = ?`,
  values: [seq],
});

/**
 * The last entry and the highest id of a snapshot, in one statement: of one moment, also where each statement may meet
 * another replica.
 */
export const logEndSql = (t: Tables): Statement => ({
  sql: `SELECT ${IDENTITY}, (SELECT MAX(id) FROM ${t.snapshots}) AS "lastSnapshot" FROM ${t.changes} ORDER BY seq DESC LIMIT 1`,
  values: [],
});
