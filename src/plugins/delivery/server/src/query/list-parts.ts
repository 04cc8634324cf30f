import type { Expression, RankedSearch } from '../search';
import { RELEVANCE, type FacetCondition, type ListQuery, type RangeCondition, type SortTerm } from './list-query';
import { searchSource } from './search-sql';
import { marks, type Tables } from '../store/tables';
import { notAbove, onDay } from './dated-sql';
import type { KeyRange } from './time-ranges';

/** SQL with `?` for every value of the client. */
export interface Statement {
  sql: string;
  values: (string | number)[];
  /** Its values decide how it is best answered, so that PostgreSQL plans it anew each time. */
  isPlannedAnew?: boolean;
  /** PostgreSQL may not read a whole table for it: it does not know that each row's entries must be fetched and unpacked. */
  isByIndex?: boolean;
}

const comparison = (direction: SortTerm['direction']) => (direction === 'asc' ? '>' : '<');

const isSingle = ({ match, values }: FacetCondition): boolean => match === 'any' && values.length === 1;

/** The conditions that the rows of one facet value meet, of which the number is kept. */
export const singleValues = ({ facets, search }: ListQuery): FacetCondition[] =>
  search ? [] : facets.filter((condition) => isSingle(condition) && !condition.isDated);

/**
 * The facet condition whose rows a list is walked along: they carry the default sort key, so that one index answers
 * "the newest of a topic". Undefined where the list is walked along its sort key.
 */
const drivingFacet = (query: ListQuery): FacetCondition | undefined =>
  !query.search && query.sort.length === 1 && query.sort[0]?.key === query.defaultSortKey
    ? (query.rarest?.condition ?? singleValues(query)[0] ?? query.facets.find(isSingle))
    : undefined;

/** So few rows are found by their facet and then sorted; of more, the sorted ones are walked until a page is full. */
const FEW = 2_000;

/** The condition whose few rows are looked up one by one, in a list that is sorted by another key than they carry. */
const leadingFacet = (query: ListQuery): FacetCondition | undefined =>
  drivingFacet(query) === undefined && query.rarest !== undefined && query.rarest.count <= FEW
    ? query.rarest.condition
    : undefined;

/** Whether a list is read along one index, whatever the values that it is asked with. */
export const isWalk = (query: ListQuery): boolean =>
  query.search === null && query.ranges.length === 0 && leadingFacet(query) === undefined;

export const sortColumn = (query: ListQuery, index: number): string =>
  query.search ? `s${index}.value` : index === 0 && drivingFacet(query) ? 'k0.default_sort' : `k${index}.value`;

/** @param name under which the condition's values are kept for the rows at hand */
const facetSql = (t: Tables, { match, values, isDated }: FacetCondition, name: string, query: ListQuery): Statement => {
  const negated = match === 'none' || match === 'absent' ? 'NOT ' : '';
  const inValues = values.length > 0 ? ` AND f.value IN (${marks(values)})` : '';
  const table = isDated ? t.datedFacets : t.facets;
  const day = isDated ? join([onDay('f', query)], '', ' AND ') : { sql: '', values: [] };
  return {
    // LIMIT keeps SQLite from making a join of it, where an item with two of the values counts twice in OFFSET.
    sql: `${negated}EXISTS (SELECT 1 FROM ${table} f WHERE f.snapshot_id = k0.snapshot_id AND f.name = ? AND f.list = ?${inValues}${day.sql} LIMIT 1)`,
    values: [name, query.list, ...values, ...day.values],
  };
};

const withinRange = (column: string, range: KeyRange): Statement => {
  const parts = [`${column} <> ''`];
  const values: string[] = [];
  if (range.from !== undefined) {
    parts.push(`${column} >= ?`);
    values.push(range.from);
  }
  if (range.before !== undefined) {
    parts.push(`${column} < ?`);
    values.push(range.before);
  }
  return { sql: `(${parts.join(' AND ')})`, values };
};

const rangeSql = (column: string, { match, ranges }: RangeCondition): Statement => {
  if (match === 'absent') return { sql: `${column} = ''`, values: [] };
  if (match === 'present') return { sql: `${column} <> ''`, values: [] };
  const parts = ranges.map((range) => withinRange(column, range));
  const sql = `(${parts.map((part) => part.sql).join(' OR ')})`;
  return { sql: match === 'outside' ? `NOT ${sql}` : sql, values: parts.flatMap((part) => part.values) };
};

/** Items after a position: for keys a, b and the document's id, (a) or (a = and b) or (a = and b = and id). */
export const afterSql = (query: ListQuery, position: { values: string[]; documentId: string }): Statement => {
  const { sort } = query;
  const last = sort[sort.length - 1]?.direction ?? 'asc';
  const terms = [
    ...sort.map((term, index) => ({
      column: sortColumn(query, index),
      direction: term.direction,
      value: position.values[index] ?? '',
    })),
    { column: 'k0.document_id', direction: last, value: position.documentId },
  ];
  if (new Set(terms.map((term) => term.direction)).size === 1) {
    // One row comparison, which both databases answer from the index.
    return {
      sql: `(${terms.map((term) => term.column).join(', ')}) ${comparison(last)} (${marks(terms)})`,
      values: terms.map((term) => term.value),
    };
  }
  const branches = terms.map((term, index) => ({
    sql: [
      ...terms.slice(0, index).map((equal) => `${equal.column} = ?`),
      `${term.column} ${comparison(term.direction)} ?`,
    ].join(' AND '),
    values: [...terms.slice(0, index).map((equal) => equal.value), term.value],
  }));
  return {
    sql: `(${branches.map((branch) => `(${branch.sql})`).join(' OR ')})`,
    values: branches.flatMap((branch) => branch.values),
  };
};

interface Part {
  locale: string;
  from: Statement;
  where: Statement[];
}

const joinKey = (t: Tables, query: ListQuery, alias: string, key: string): Statement => ({
  sql: ` JOIN ${t.sortKeys} ${alias} ON ${alias}.snapshot_id = k0.snapshot_id AND ${alias}.name = ? AND ${alias}.list = ?`,
  values: [key, query.list],
});

/** Whether a list is sorted by how well its items are found. */
export const isByRelevance = ({ sort }: ListQuery): boolean => sort[0]?.key === RELEVANCE;

/** The rows of one locale that a search finds: from the index to the rows, and not the other way round. */
const searchPart = (
  t: Tables,
  query: ListQuery,
  { ranked, hits }: { ranked: RankedSearch; hits: Expression },
  locale: string,
  except: string | null,
): Part => {
  const isOfMost = query.search?.ofMost?.includes(locale);
  const source = searchSource(t, hits, ranked, { list: query.list, locale, isOfMost });
  const sorted = isByRelevance(query) ? [] : query.sort;
  const nameOf = (condition: FacetCondition) => (locale === query.locale ? condition.own : condition.inFallback);
  return {
    locale,
    from: join(
      [
        source.from,
        ...sorted.map(({ key }, index) => joinKey(t, query, `s${index}`, key)),
        ...query.ranges.map(({ key }, index) => joinKey(t, query, `r${index}`, key)),
      ],
      '',
    ),
    where: [
      ...source.where,
      ...query.ranges.map((condition, index) => rangeSql(`r${index}.value`, condition)),
      ...query.facets.map((condition) => facetSql(t, condition, nameOf(condition), query)),
      ...(except === null ? [] : [untranslated(t, except)]),
    ],
  };
};

const untranslated = (t: Tables, locale: string): Statement => ({
  sql: `NOT EXISTS (SELECT 1 FROM ${t.snapshots} o WHERE o.document_id = k0.document_id AND o.locale = ?)`,
  values: [locale],
});

/** The rows of one locale; `except` leaves out what is translated into that locale. */
const localePart = (t: Tables, query: ListQuery, locale: string, except: string | null): Part => {
  const joins: Statement[] = [];
  const columns = new Map(query.sort.map((term, index) => [term.key, sortColumn(query, index)]));
  const driver = drivingFacet(query);
  const nameOf = (condition: FacetCondition) => (locale === query.locale ? condition.own : condition.inFallback);
  query.sort.slice(1).forEach((term, index) => joins.push(joinKey(t, query, `k${index + 1}`, term.key)));
  query.ranges.forEach(({ key }, index) => {
    if (columns.has(key)) return;
    columns.set(key, `r${index}.value`);
    joins.push(joinKey(t, query, `r${index}`, key));
  });
  const where: Statement[] = [
    {
      sql: 'k0.list = ? AND k0.locale = ? AND k0.name = ?',
      values: [query.list, locale, driver ? nameOf(driver) : (query.sort[0]?.key ?? '')],
    },
    ...(driver ? [{ sql: 'k0.value = ?', values: driver.values }] : []),
    ...(driver?.isDated ? [onDay('k0', query)] : []),
    ...(driver?.isDated && query.sort[0]?.direction === 'desc'
      ? [notAbove(t, query, locale, nameOf(driver), driver.values[0] ?? '')]
      : []),
    ...query.ranges.map((condition) => rangeSql(columns.get(condition.key) ?? '', condition)),
    ...query.facets
      .filter((condition) => condition !== driver)
      .map((condition) => facetSql(t, condition, nameOf(condition), query)),
  ];
  if (except !== null) where.push(untranslated(t, except));
  const lead = leadingFacet(query);
  const walked = driver === undefined ? t.sortKeys : driver.isDated ? t.datedFacets : t.facets;
  if (!lead) return { locale, from: join(joins, '', `${walked} k0`), where };
  where.push({
    sql: 'd.list = ? AND d.locale = ? AND d.name = ? AND d.value = ?',
    values: [query.list, locale, nameOf(lead), ...lead.values],
  });
  // SQLite keeps the order of a CROSS JOIN; PostgreSQL finds the better one by its statistics.
  const cross = t.client === 'sqlite' ? 'CROSS JOIN' : 'JOIN';
  const from = `${t.facets} d ${cross} ${t.sortKeys} k0 ON k0.snapshot_id = d.snapshot_id`;
  return { locale, from: join(joins, '', from), where };
};

/** The rows of a list: those in its language, then those that stand in from the fallback language. */
export const listParts = (t: Tables, query: ListQuery): Part[] => {
  const { search, locale, fallback } = query;
  if (search) return searchParts(t, query, { ranked: search.ranked, hits: search.ranked.hits });
  return [localePart(t, query, locale, null), ...(fallback === null ? [] : [localePart(t, query, fallback, locale)])];
};

export const searchParts = (
  t: Tables,
  query: ListQuery,
  search: { ranked: RankedSearch; hits: Expression },
): Part[] => {
  const { locale, fallback } = query;
  return [
    searchPart(t, query, search, locale, null),
    ...(fallback === null ? [] : [searchPart(t, query, search, fallback, locale)]),
  ];
};

/** Several pieces of SQL as one. */
export const join = (statements: Statement[], separator: string, before = ''): Statement => ({
  sql: before + statements.map((statement) => statement.sql).join(separator),
  values: statements.flatMap((statement) => statement.values),
});
