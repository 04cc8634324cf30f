import { marks, type Tables } from '../store/tables';
import { localesOf, type FacetColumn, type ListQuery } from './list-query';
import { join, listParts, type Statement } from './list-parts';
import { hitCountSql } from './search-sql';

/** The list in whatever order is the easiest. */
const unordered = (query: ListQuery): ListQuery => ({
  ...query,
  sort: query.search ? [] : [{ key: query.defaultSortKey, direction: 'desc' }],
});

/** How what a search finds is counted. */
const ofSearch = { isPlannedAnew: true, isByIndex: true } as const;

/** How many rows a list has, by counting them: in whatever order is the easiest. */
export const countSql = (t: Tables, query: ListQuery): Statement => {
  const { search, facets, ranges, fallback, list, locale } = query;
  if (search && facets.length === 0 && ranges.length === 0 && fallback === null)
    return {
      ...hitCountSql(t, search.ranked, { list, locale, isOfMost: search.ofMost?.includes(locale) }),
      ...ofSearch,
    };
  const ordered = unordered(query);
  const parts = listParts(t, ordered).map(({ from, where }): Statement => {
    const conditions = join(where, ' AND ');
    return {
      sql: `(SELECT COUNT(*) FROM ${from.sql} WHERE ${conditions.sql})`,
      values: [...from.values, ...conditions.values],
    };
  });
  const sum = join(parts, ' + ');
  return { sql: `SELECT ${sum.sql} AS total`, values: sum.values, ...(search ? ofSearch : {}) };
};

/** One value of a facet, or '' for any. */
export interface KeptValue {
  name: string;
  value: string;
}

/**
 * The kept totals of a list in its languages (name ''), with the revision that moves with every change of the list; and
 * the kept count of one value.
 */
export const totalsSql = (t: Tables, query: ListQuery, kept: KeptValue | null): Statement => {
  const locales = localesOf(query);
  const pairs = [{ name: '', value: '' }, ...(kept ? [kept] : [])];
  return {
    sql:
      `SELECT locale, name, count, revision FROM ${t.counts} WHERE list = ? AND locale IN (${marks(locales)}) ` +
      `AND (${pairs.map(() => '(name = ? AND value = ?)').join(' OR ')}) ORDER BY locale`,
    values: [query.list, ...locales, ...pairs.flatMap(({ name, value }) => [name, value])],
  };
};

/** The kept counts of several values in the languages of a list. */
export const keptCountsSql = (t: Tables, query: ListQuery, kept: readonly KeptValue[]): Statement => {
  const locales = localesOf(query);
  return {
    sql:
      `SELECT name, value, SUM(count) AS count FROM ${t.counts} WHERE list = ? AND locale IN (${marks(locales)}) ` +
      `AND (${kept.map(() => '(name = ? AND value = ?)').join(' OR ')}) GROUP BY name, value`,
    values: [query.list, ...locales, ...kept.flatMap(({ name, value }) => [name, value])],
  };
};

/** The kept counts of all values of a facet, the most frequent first, and of those with any value (''). */
export const keptFacetSql = (t: Tables, { list, locale }: ListQuery, name: string, limit: number): Statement => ({
  sql: `SELECT value, label, count FROM ${t.counts} WHERE list = ? AND locale = ? AND name = ? AND count > 0 ORDER BY CASE value WHEN '' THEN 0 ELSE 1 END, count DESC, value LIMIT ?`,
  values: [list, locale, name, limit],
});

/** The same of a facet that depends on the day: what is not kept has to be counted, in one walk along its values. */
export const datedFacetSql = (t: Tables, { list, locale, day }: ListQuery, name: string, limit: number): Statement => ({
  sql:
    `SELECT value, MAX(label) AS label, COUNT(*) AS count FROM ${t.datedFacets} WHERE list = ? AND locale = ? AND name = ? ` +
    `AND from_day <= ? AND until_day > ? GROUP BY value ORDER BY count DESC, value LIMIT ?`,
  values: [list, locale, name, day, day, limit],
});

/** The counts of a facet's values over the rows of a list, by counting them; rows in the list's language first. */
export const facetSql = (t: Tables, query: ListQuery, column: FacetColumn, limit: number): Statement => {
  const parts = listParts(t, query.search ? unordered(query) : query).map(
    ({ locale, from, where }, index): Statement => {
      const conditions = join(where, ' AND ');
      const table = column.isDated ? t.datedFacets : t.facets;
      // From the rows of the list to their values, and not the other way round: SQLite would walk through all values of the list, of any
      // facet, for the sake of a key that begins with it.
      const joined = column.isDated && t.client === 'sqlite' ? 'CROSS JOIN' : 'JOIN';
      const list = !column.isDated && t.client === 'sqlite' ? '+f.list' : 'f.list';
      const day = column.isDated ? ' AND f.from_day <= ? AND f.until_day > ?' : '';
      return {
        sql:
          `SELECT f.value AS value, f.label AS label, ${index} AS part FROM ` +
          `(SELECT k0.snapshot_id AS sid FROM ${from.sql} WHERE ${conditions.sql}) m ` +
          `${joined} ${table} f ON f.snapshot_id = m.sid AND f.name = ? AND ${list} = ?${day}`,
        values: [
          ...from.values,
          ...conditions.values,
          locale === query.locale ? column.own : column.inFallback,
          query.list,
          ...(column.isDated ? [query.day, query.day] : []),
        ],
      };
    },
  );
  const rows = join(parts, ' UNION ALL ');
  return {
    // The label in the list's own language wins over the one that stands in.
    sql:
      `SELECT value, COALESCE(MAX(CASE WHEN part = 0 THEN label END), MAX(label)) AS label, COUNT(*) AS count ` +
      `FROM (${rows.sql}) q GROUP BY value ORDER BY count DESC, value LIMIT ?`,
    values: [...rows.values, limit],
    ...(query.search ? ofSearch : {}),
  };
};

/** How many rows of a list carry any value of a facet, by counting them. */
export const presentSql = (t: Tables, query: ListQuery, column: FacetColumn): Statement => {
  const any = { ...column, match: 'present' as const, values: [] };
  return countSql(t, { ...query, facets: [...query.facets, any] });
};
