import type { Tables } from '../store/tables';
import { hitRows } from './hit-rows';
import type { ListQuery } from './list-query';
import { afterSql, isByRelevance, isWalk, join, listParts, sortColumn, type Statement } from './list-parts';
import { areRead, overlaySql } from './overlay-sql';
import { MAX_PAGE_SIZE } from './read-paging';
import { windowOf } from './window-of';

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

const orderOf = ({ sort }: ListQuery, prefix: string): string => {
  const last = sort[sort.length - 1]?.direction ?? 'asc';
  return [...sort.map((term, index) => `${prefix}v${index} ${term.direction}`), `${prefix}did ${last}`].join(', ');
};

/**
 * How long a page may be, in a few steps. PostgreSQL keeps a plan only where it costs no more than one that is made for the values at hand; of a
 * LIMIT whose value it does not know it expects a tenth of what is there, which of a long list is much, so that it planned each page anew.
 */
const ROOMS = [10, 25, 50, MAX_PAGE_SIZE].map((size) => size + 1);

/** The rows of a page, `sid`, `did` and the sort values `v0`…, and one more where the list goes on. */
const pageRows = (t: Tables, query: ListQuery): Statement => {
  const { sort, paging, search } = query;
  if (search && isByRelevance(query)) return hitRows(t, query, search);
  const keyColumns = sort.map((_, index) => `${sortColumn(query, index)} AS v${index}`).join(', ');
  const parts = listParts(t, query).map(({ from, where }): Statement => {
    if (paging.form === 'cursor' && paging.after) where.push(afterSql(query, paging.after));
    const conditions = join(where, ' AND ');
    return {
      sql: `SELECT k0.snapshot_id AS sid, k0.document_id AS did, ${keyColumns} FROM ${from.sql} WHERE ${conditions.sql}`,
      values: [...from.values, ...conditions.values],
    };
  });
  const { limit, offset } = windowOf(query);
  const found = join(parts, ' UNION ALL ');
  const ordered = `SELECT * FROM (${found.sql}) q ORDER BY ${orderOf(query, '')}`;
  const room = ROOMS.find((rows) => limit <= rows);
  if (t.client === 'postgres' && room !== undefined && offset === 0 && isWalk(query))
    return { sql: `SELECT * FROM (${ordered} LIMIT ${room}) p LIMIT ?`, values: [...found.values, limit] };
  return { sql: `${ordered} LIMIT ? OFFSET ?`, values: [...found.values, limit, offset] };
};

/** Whether how a page is best found depends on how frequent what is looked for is. Of words alone the order tells all there is to know. */
const dependsOnWords = ({ search, facets, ranges, fallback }: ListQuery): boolean =>
  search !== null && (search.ways === undefined || facets.length > 0 || ranges.length > 0 || fallback !== null);

/** So much of a text is looked through for what is shown of it. */
const SHOWN_TEXT = 50_000;

/** The hits of a page in their order, with what is shown of them. */
export const hitsSql = (t: Tables, query: ListQuery): Statement => {
  const page = pageRows(t, query);
  const values = query.sort.map((_, index) => `p.v${index}`).join(', ');
  return {
    sql:
      `SELECT h.document_id AS "documentId", h.locale, h.hit, substr(h.body, 1, ${SHOWN_TEXT}) AS body, ${values} ` +
      `FROM (${page.sql}) p JOIN ${t.search} h ON h.snapshot_id = p.sid ORDER BY ${orderOf(query, 'p.')}`,
    values: page.values,
    isPlannedAnew: dependsOnWords(query),
  };
};

/**
 * One page of a list: a walk along one index, with the stored JSON of what it meets. It asks for one row more than the page.
 * The answer is one row: `json`, the summaries as they are sent, with commas between them; `heads`, a JSON array without
 * its brackets of `[documentId, locale, version, indexHash, overlayRevision, bytes of the summary, sort values..., overlays]`.
 * One text a page costs a fraction of twenty.
 */
export const listSql = (t: Tables, query: ListQuery): Statement => {
  const { sort } = query;
  const page = pageRows(t, query);
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
      `(${page.sql}) p JOIN ${t.snapshots} s ON s.id = p.sid ORDER BY ${orderOf(query, 'p.')}) q) rows`,
    values: [...fallback.values, ...overlay.values, ...page.values],
    isPlannedAnew: dependsOnWords(query),
  };
};
