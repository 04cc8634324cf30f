import type { Statement } from '../query/list-parts';
import type { Tables } from '../store/tables';

/** How much it counts that two items share a value of a facet. */
export type Weights = Readonly<Record<string, number>>;

/** So many of the newest items of each value are looked at: a topic may have thousands. */
const NEWEST = 50;
/** So many values of one item are looked at. */
const MOST_VALUES = 40;

/** The values of the facets of an item that count. */
export const ownValuesSql = (
  t: Tables,
  { list, locale, documentId }: { list: string; locale: string; documentId: string },
  weights: Weights,
): Statement => {
  const names = Object.keys(weights);
  return {
    sql:
      `SELECT f.name, f.value FROM ${t.snapshots} s JOIN ${t.facets} f ON f.snapshot_id = s.id ` +
      `WHERE s.document_id = ? AND s.locale = ? AND f.list = ? AND f.name IN (${names.map(() => '?').join(', ')}) ` +
      `ORDER BY f.name, f.value LIMIT ${MOST_VALUES}`,
    values: [documentId, locale, list, ...names],
  };
};

/** The items that share most with another one: by weight, then the newest. */
export const similarSql = (
  t: Tables,
  { list, locale, documentId, limit }: { list: string; locale: string; documentId: string; limit: number },
  values: readonly { name: string; value: string; weight: number }[],
): Statement => {
  const part = (weight: number) =>
    `SELECT * FROM (SELECT document_id AS did, default_sort AS at, ${Number(weight)} AS weight FROM ${t.facets} ` +
    `WHERE list = ? AND locale = ? AND name = ? AND value = ? ORDER BY default_sort DESC, document_id DESC LIMIT ${NEWEST}) q`;
  return {
    sql:
      `SELECT did AS "documentId" FROM (${values.map(({ weight }) => part(weight)).join(' UNION ALL ')}) found ` +
      `WHERE did <> ? GROUP BY did ORDER BY SUM(weight) DESC, MAX(at) DESC, did LIMIT ?`,
    values: [...values.flatMap(({ name, value }) => [list, locale, name, value]), documentId, limit],
  };
};
