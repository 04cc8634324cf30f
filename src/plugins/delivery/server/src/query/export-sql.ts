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

/** Where the next batch of a part begins and ends. */
export interface ExportWindow extends ExportPart {
  /** Ids above this one. */
  after: number;
  /** And up to this one. */
  upTo: number;
  limit: number;
}

/** A row as `exportWindowSql` gives it: always one. */
export interface ExportWindowRow {
  count: number | string;
  /** The id of the last one; null where there are none. */
  last: number | string | null;
  /** The number of the log's last entry, as whoever answered knew it. */
  seq: number | string | null;
}

/** How far a batch goes, and how far the log went for whoever answered. */
export const exportWindowSql = (t: Tables, { collection, locale, after, upTo, limit }: ExportWindow): Statement => ({
  sql:
    `SELECT COUNT(*) AS count, MAX(id) AS last, (SELECT MAX(seq) FROM ${t.changes}) AS seq FROM ` +
    `(SELECT s.id FROM ${t.snapshots} s WHERE s.collection = ? AND s.locale = ? AND s.id > ? AND s.id <= ? ORDER BY s.id LIMIT ?) batch`,
  values: [collection, locale, after, upTo, limit],
});

/** The items of a part with ids above one and up to another, as rows of one text each, in their order. */
export const exportItemsSql = (
  t: Tables,
  overlays: Overlays,
  { collection, locale, after, upTo }: Omit<ExportWindow, 'limit'>,
): Statement => {
  const item = itemSql(t, overlays, 's');
  const overlay = overlaySql(t, overlays, 's');
  return {
    sql:
      `SELECT ${item.sql} || ${overlay.sql} || '}' AS json FROM ${t.snapshots} s ` +
      `WHERE s.collection = ? AND s.locale = ? AND s.id > ? AND s.id <= ? ORDER BY s.id`,
    values: [...item.values, ...overlay.values, collection, locale, after, upTo],
  };
};
