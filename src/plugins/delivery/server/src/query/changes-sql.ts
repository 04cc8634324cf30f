import type { Tables } from '../store/tables';
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
