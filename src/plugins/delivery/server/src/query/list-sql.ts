import type { Rank } from '../search';
import type { Tables } from '../store/tables';
import type { ListQuery, ListSearch } from './list-query';
import { afterSql, isByRelevance, join, listParts, searchParts, sortColumn, type Statement } from './list-parts';
import { areRead, overlaySql } from './overlay-sql';
import { idColumn, inStretch, orderColumn, placeAmongHits, raiseOf } from './search-sql';
import type { Stretch, Way } from './search-ways';

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

/** How many rows a page asks for, one more than it shows, and how many stand before it. */
export const windowOf = ({ paging }: Pick<ListQuery, 'paging'>): { limit: number; offset: number } => {
  const size = paging.form === 'offset' ? paging.limit : paging.pageSize;
  const offset =
    paging.form === 'page' ? (paging.page - 1) * paging.pageSize : paging.form === 'offset' ? paging.start : 0;
  return { limit: size + 1, offset };
};

const orderOf = ({ sort }: ListQuery, prefix: string): string => {
  const last = sort[sort.length - 1]?.direction ?? 'asc';
  return [...sort.map((term, index) => `${prefix}v${index} ${term.direction}`), `${prefix}did ${last}`].join(', ');
};

/** All rows at once, for what is not looked for in stretches. */
const WHOLE: readonly Stretch[] = [{ from: null, before: null, spans: null }];

/**
 * The hits of a page, rank by rank. Each rank is looked through from its newest hit on and no farther than the page needs, and a rank
 * is only begun where those before it did not fill the page, as is each of its stretches: both databases do the parts of a UNION ALL
 * in their order.
 */
const hitRows = (t: Tables, query: ListQuery, { ranked, ways }: ListSearch): Statement => {
  const { paging } = query;
  const after = paging.form === 'cursor' && paging.after ? placeAmongHits(paging.after.values[0] ?? '') : null;
  const { limit, offset } = windowOf(query);

  /** The newest hits of a rank in a stretch, in all languages of the list. */
  const newest = ({ weight, hits }: Rank, stretch: Stretch, way: Way, name: string): Statement => {
    const raise = raiseOf(weight);
    // What is newer than all spans is hardly anything.
    const isWalked = way === 'walked' || (stretch.from !== null && stretch.spans === null);
    const rows = searchParts(t, query, { ranked, hits }).map(({ from, where }): Statement => {
      where.push(...inStretch(stretch));
      if (after?.raise === raise) where.push({ sql: `${idColumn(t)} < ?`, values: [after.id] });
      const conditions = join(where, ' AND ');
      return {
        sql:
          `SELECT * FROM (SELECT k0.snapshot_id AS sid, k0.document_id AS did, ${raise} + ${idColumn(t)} AS v0 FROM ${from.sql} ` +
          `WHERE ${conditions.sql} ORDER BY ${orderColumn(t, isWalked)} DESC LIMIT ?) q`,
        values: [...from.values, ...conditions.values, limit + offset],
      };
    });
    const all = join(rows, ' UNION ALL ');
    if (rows.length === 1) return all;
    return {
      sql: `SELECT * FROM (${all.sql} ORDER BY v0 DESC LIMIT ?) ${name}`,
      values: [...all.values, limit + offset],
    };
  };

  const parts = ranked.ranks.flatMap((rank, index) => {
    if (after !== null && raiseOf(rank.weight) > after.raise) return [];
    const way = ways?.byRank[index] ?? 'found';
    const stretches = ways && way === 'in-stretches' ? ways.stretches : WHOLE;
    return stretches.map((stretch, at) => newest(rank, stretch, way, `f${index}_${at}`));
  });
  if (parts.length === 0)
    return { sql: `SELECT CAST(NULL AS BIGINT) AS sid, '' AS did, 0 AS v0 WHERE 1 = 0`, values: [] };
  const all = join(parts, ' UNION ALL ');
  return { sql: `SELECT * FROM (${all.sql}) q LIMIT ? OFFSET ?`, values: [...all.values, limit, offset] };
};

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
  return {
    sql: `SELECT * FROM (${found.sql}) q ORDER BY ${orderOf(query, '')} LIMIT ? OFFSET ?`,
    values: [...found.values, limit, offset],
  };
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
