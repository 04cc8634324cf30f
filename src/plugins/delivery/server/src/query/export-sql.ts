import { marks, type Tables } from '../store/tables';
import type { Statement } from './list-parts';
import { itemSql, overlaySql, type Overlays } from './overlay-sql';

/** A part of an export: one language of one collection, which an index holds in the order of ids. */
export interface ExportPart {
  collection: string;
  locale: string;
}

/** The parts that there are of some collections. */
export const exportPartsSql = (t: Tables, collections: readonly string[]): Statement => ({
  sql: `SELECT DISTINCT collection, locale FROM ${t.snapshots} WHERE collection IN (${marks(collections)}) ORDER BY collection, locale`,
  values: [...collections],
});

/** Rows of a part from an id on. */
export interface ExportRange extends ExportPart {
  /** Ids above this one. */
  after: number;
  /** And up to this one. */
  upTo: number;
  limit: number;
}

/** A row as `exportBatchSql` gives it: always one. */
export interface ExportBatchRow {
  /** Items as lines, the last one without its line break; null where there are none. */
  lines: string | Buffer | null;
  count: number | string;
  /** The id of the last one. */
  last: number | string | null;
  /** The number of the log's last entry, as whoever answered knew it. */
  seq: number | string | null;
}

/** A batch of items as one text of lines, and how far the log went for whoever answered. */
export const exportBatchSql = (t: Tables, overlays: Overlays, range: ExportRange): Statement => {
  const item = itemSql(t, overlays, 's');
  const overlay = overlaySql(t, overlays, 's');
  const lines =
    t.client === 'sqlite' ? `CAST(group_concat(json, char(10)) AS BLOB)` : `string_agg(json, chr(10) ORDER BY id)`;
  return {
    sql:
      `SELECT ${lines} AS lines, COUNT(*) AS count, MAX(id) AS last, (SELECT MAX(seq) FROM ${t.changes}) AS seq FROM ` +
      `(SELECT s.id, ${item.sql} || ${overlay.sql} || '}' AS json FROM ${t.snapshots} s ` +
      `WHERE s.collection = ? AND s.locale = ? AND s.id > ? AND s.id <= ? ORDER BY s.id LIMIT ?) batch`,
    values: [...item.values, ...overlay.values, range.collection, range.locale, range.after, range.upTo, range.limit],
  };
};
