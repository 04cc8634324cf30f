import type { FacetCondition, ListQuery, RangeCondition, SortTerm } from './list-query';
import { marks, type Tables } from '../store/tables';
import { notAbove, onDay } from './dated-sql';
import { areRead, overlaySql } from './overlay-sql';
import type { KeyRange } from './time-ranges';

/** SQL with `?` for every value of the client. */
export interface Statement {
  sql: string;
  values: (string | number)[];
}

const comparison = (direction: SortTerm['direction']) => (direction === 'asc' ? '>' : '<');

const isSingle = ({ match, values }: FacetCondition): boolean => match === 'any' && values.length === 1;

/** The conditions that the rows of one facet value meet, of which the number is kept. */
export const singleValues = ({ facets }: ListQuery): FacetCondition[] =>
  facets.filter((condition) => isSingle(condition) && !condition.isDated);

/**
 * The facet condition whose rows a list is walked along: they carry the default sort key, so that one index answers
 * "the newest of a topic". Undefined where the list is walked along its sort key.
 */
const drivingFacet = (query: ListQuery): FacetCondition | undefined =>
  query.sort.length === 1 && query.sort[0]?.key === query.defaultSortKey
    ? (query.rarest?.condition ?? singleValues(query)[0] ?? query.facets.find(isSingle))
    : undefined;

/** So few rows are found by their facet and then sorted; of more, the sorted ones are walked until a page is full. */
const FEW = 2_000;

/** The condition whose few rows are looked up one by one, in a list that is sorted by another key than they carry. */
const leadingFacet = (query: ListQuery): FacetCondition | undefined =>
  drivingFacet(query) === undefined && query.rarest !== undefined && query.rarest.count <= FEW
    ? query.rarest.condition
    : undefined;

const sortColumn = (query: ListQuery, index: number): string =>
  index === 0 && drivingFacet(query) ? 'k0.default_sort' : `k${index}.value`;

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
const afterSql = (query: ListQuery, position: { values: string[]; documentId: string }): Statement => {
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

/** The rows of one locale; `except` leaves out what is translated into that locale. */
const localePart = (t: Tables, query: ListQuery, locale: string, except: string | null): Part => {
  const joins: Statement[] = [];
  const columns = new Map(query.sort.map((term, index) => [term.key, sortColumn(query, index)]));
  const driver = drivingFacet(query);
  const nameOf = (condition: FacetCondition) => (locale === query.locale ? condition.own : condition.inFallback);
  const joinKey = (alias: string, key: string): Statement => ({
    sql: ` JOIN ${t.sortKeys} ${alias} ON ${alias}.snapshot_id = k0.snapshot_id AND ${alias}.name = ? AND ${alias}.list = ?`,
    values: [key, query.list],
  });
  query.sort.slice(1).forEach((term, index) => joins.push(joinKey(`k${index + 1}`, term.key)));
  query.ranges.forEach(({ key }, index) => {
    if (columns.has(key)) return;
    columns.set(key, `r${index}.value`);
    joins.push(joinKey(`r${index}`, key));
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
  if (except !== null) {
    where.push({
      sql: `NOT EXISTS (SELECT 1 FROM ${t.snapshots} o WHERE o.document_id = k0.document_id AND o.locale = ?)`,
      values: [except],
    });
  }
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
export const listParts = (t: Tables, query: ListQuery): Part[] => [
  localePart(t, query, query.locale, null),
  ...(query.fallback === null ? [] : [localePart(t, query, query.fallback, query.locale)]),
];

/** Several pieces of SQL as one. */
export const join = (statements: Statement[], separator: string, before = ''): Statement => ({
  sql: before + statements.map((statement) => statement.sql).join(separator),
  values: statements.flatMap((statement) => statement.values),
});

/**
 * A column of JSON, on SQLite as the bytes that it is stored as: decoding them to send them again would cost more than
 * finding them.
 */
export const asBytes = ({ client }: Tables, column: string, name = column): string =>
  client === 'sqlite' ? `CAST(${column} AS BLOB) AS "${name}"` : `${column} AS "${name}"`;

/** Functions that the databases name differently. */
const dialect = {
  sqlite: { concat: 'group_concat', array: 'json_array', text: '' },
  postgres: { concat: 'string_agg', array: 'json_build_array', text: '::text' },
} as const;

/**
 * One page of a list: a walk along one index, with the stored JSON of what it meets. It asks for one row more than the page.
 * The answer is one row: `json`, the summaries as they are sent, with commas between them; `heads`, a JSON array without
 * its brackets of `[documentId, locale, version, indexHash, overlayRevision, bytes of the summary, sort values..., overlays]`.
 * One text a page costs a fraction of twenty.
 */
export const listSql = (t: Tables, query: ListQuery): Statement => {
  const { sort, paging } = query;
  const last = sort[sort.length - 1]?.direction ?? 'asc';
  const keyColumns = sort.map((_, index) => `${sortColumn(query, index)} AS v${index}`).join(', ');
  const parts = listParts(t, query).map(({ from, where }): Statement => {
    if (paging.form === 'cursor' && paging.after) where.push(afterSql(query, paging.after));
    const conditions = join(where, ' AND ');
    return {
      sql: `SELECT k0.snapshot_id AS sid, k0.document_id AS did, ${keyColumns} FROM ${from.sql} WHERE ${conditions.sql}`,
      values: [...from.values, ...conditions.values],
    };
  });
  const size = paging.form === 'offset' ? paging.limit : paging.pageSize;
  const offset =
    paging.form === 'page' ? (paging.page - 1) * paging.pageSize : paging.form === 'offset' ? paging.start : 0;
  const order = (prefix: string) =>
    [...sort.map((term, index) => `${prefix}v${index} ${term.direction}`), `${prefix}did ${last}`].join(', ');
  const found = join(parts, ' UNION ALL ');

  const { concat, array, text } = dialect[t.client];
  const fallback: Statement =
    query.fallback === null
      ? { sql: '', values: [] }
      : { sql: ` || CASE WHEN s.locale = ? THEN '' ELSE ',"isFallback":true' END`, values: [query.locale] };
  const overlay = overlaySql(t, query.overlays, 's');
  // What is put together while reading makes another answer of the same snapshot.
  const read = areRead(query.overlays) ? ['overlay'] : [];
  const heads = ['did', 'locale', 'version', 'index_hash', 'overlay_revision', 'octet_length(json)'];
  const values = sort.map((_, index) => `v${index}`);
  return {
    // The page is chosen from the index alone; only then is the JSON of its rows fetched.
    sql:
      `SELECT ${asBytes(t, `${concat}(json, ',')`, 'json')}, ${concat}(${array}(${[...heads, ...values, ...read].join(', ')})${text}, ',') AS heads FROM ` +
      `(SELECT summary || overlay || '}' AS json, q.* FROM (` +
      `SELECT s.summary${fallback.sql} AS summary, ${overlay.sql} AS overlay, s.locale, s.version, s.index_hash, s.overlay_revision, p.* FROM ` +
      `(SELECT * FROM (${found.sql}) q ORDER BY ${order('')} LIMIT ? OFFSET ?) p ` +
      `JOIN ${t.snapshots} s ON s.id = p.sid ORDER BY ${order('p.')}) q) rows`,
    values: [...fallback.values, ...overlay.values, ...found.values, size + 1, offset],
  };
};
