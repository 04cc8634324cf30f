import { marks, type Tables } from '../store/tables';
import type { Statement } from './list-parts';
import { asBytes } from './list-sql';
import { itemSql, overlaySql, type Overlays } from './overlay-sql';

/** The column that an item is found by. */
export type ItemKey = 'slug' | 'document_id';

/** Whether an item is read with its text. */
export type ItemExtent = 'whole' | 'head';

const HEAD_COLUMNS = `s.collection, s.document_id AS "documentId", s.locale, s.slug, s.hash, s.version, s.overlay_revision AS "revision",
  s.updated_at AS "updatedAt"`;

/** Items as `StoredItem`, or as `ItemHead`, up to the condition. */
const selectItems = (t: Tables, extent: ItemExtent, overlays: Overlays): Statement => {
  const item = itemSql(t, overlays, 's');
  const text: Statement =
    extent === 'whole' ? { sql: `, ${asBytes(t, item.sql, 'item')}`, values: item.values } : { sql: '', values: [] };
  const overlay = overlaySql(t, overlays, 's');
  return {
    sql: `SELECT ${HEAD_COLUMNS}${text.sql}, ${overlay.sql} AS overlay FROM ${t.snapshots} s`,
    values: [...text.values, ...overlay.values],
  };
};

/** A condition that a column has one of some values: one text however many they are, which takes them as one JSON array. */
const isAmong = ({ client }: Tables, column: string): string =>
  client === 'postgres'
    ? `${column} = ANY(ARRAY(SELECT jsonb_array_elements_text(?::jsonb)))`
    : `${column} IN (SELECT value FROM json_each(?))`;

/** What items are looked up in, and what is read beside them. */
export interface ItemScope {
  collections: readonly string[];
  locale: string;
  overlays: Overlays;
}

/** The item of some collections under an id in a language; of several that share it, that of the collection whose name comes first. */
export const itemByKeySql = (
  t: Tables,
  extent: ItemExtent,
  by: ItemKey,
  id: string,
  { collections, locale, overlays }: ItemScope,
): Statement => {
  const select = selectItems(t, extent, overlays);
  return {
    sql: `${select.sql} WHERE s.${by} = ? AND s.locale = ? AND s.collection IN (${marks(collections)}) ORDER BY s.collection LIMIT 1`,
    values: [...select.values, id, locale, ...collections],
  };
};

/** The items of some collections under several ids in a language, in no order. */
export const itemsByKeySql = (
  t: Tables,
  extent: ItemExtent,
  by: ItemKey,
  ids: readonly string[],
  { collections, locale, overlays }: ItemScope,
): Statement => {
  const select = selectItems(t, extent, overlays);
  return {
    sql: `${select.sql} WHERE ${isAmong(t, `s.${by}`)} AND s.locale = ? AND s.collection IN (${marks(collections)})`,
    values: [...select.values, JSON.stringify(ids), locale, ...collections],
  };
};

/** The first item of some collections in a language. */
export const firstItemSql = (
  t: Tables,
  { collections, locale, overlays }: { collections: readonly string[]; locale: string; overlays: Overlays },
): Statement => {
  const select = selectItems(t, 'whole', overlays);
  return {
    sql: `${select.sql} WHERE s.collection IN (${marks(collections)}) AND s.locale = ? ORDER BY s.id LIMIT 1`,
    values: [...select.values, ...collections, locale],
  };
};

/** Documents in all their languages, in no order. */
export const itemsSql = (t: Tables, documentIds: readonly string[], overlays: Overlays): Statement => {
  const select = selectItems(t, 'whole', overlays);
  return {
    sql: `${select.sql} WHERE s.document_id IN (${marks(documentIds)})`,
    values: [...select.values, ...documentIds],
  };
};

/** Summaries of documents in some languages, as `StoredSummary`, in no order. */
export const summariesSql = (
  t: Tables,
  documentIds: readonly string[],
  locales: readonly string[],
  overlays: Overlays,
): Statement => {
  const overlay = overlaySql(t, overlays, 's');
  return {
    sql:
      `SELECT s.document_id AS "documentId", s.locale, ${asBytes(t, 's.summary', 'summary')}, ${overlay.sql} AS overlay ` +
      `FROM ${t.snapshots} s WHERE s.document_id IN (${marks(documentIds)}) AND s.locale IN (${marks(locales)})`,
    values: [...overlay.values, ...documentIds, ...locales],
  };
};

/** What others need to know of items in a language, short of their facts. */
export const targetsSql = (
  t: Tables,
  by: ItemKey,
  ids: readonly string[],
  { locale, collections }: { locale: string; collections: readonly string[] },
): Statement => ({
  sql:
    `SELECT id, document_id AS "documentId", collection, slug, withdrawn, index_hash AS "indexHash" FROM ${t.snapshots} ` +
    `WHERE ${isAmong(t, by)} AND locale = ? AND collection IN (${marks(collections)})`,
  values: [JSON.stringify(ids), locale, ...collections],
});

/** The facts of a snapshot, with the hash that is made of them among others. */
export const factsSql = (t: Tables, snapshotId: number): Statement => ({
  sql: `SELECT facts, index_hash AS "indexHash" FROM ${t.snapshots} WHERE id = ?`,
  values: [snapshotId],
});
