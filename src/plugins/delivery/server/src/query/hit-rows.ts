import type { Rank } from '../search';
import type { Tables } from '../store/tables';
import { join, searchParts, type Statement } from './list-parts';
import type { ListQuery, ListSearch } from './list-query';
import { beforeId, idColumn, inStretch, orderColumn, placeAmongHits, raiseOf } from './search-sql';
import { inSteps, isNewer, partsOf, type Part } from './search-ways';
import { windowOf } from './window-of';

const NOTHING: Statement = { sql: `SELECT CAST(NULL AS BIGINT) AS sid, '' AS did, 0 AS v0 WHERE 1 = 0`, values: [] };

/** The parts in which the hits of a page are looked for, each once those before it did not fill the page. */
const partsOfPage = ({ paging }: ListQuery, { ranked, ways }: ListSearch): Part[] => {
  const parts = partsOf(ranked.ranks.length, ways);
  const enough = ways?.enough ?? null;
  if (paging.form !== 'cursor' || !paging.after) return parts.slice(0, enough ?? parts.length);
  const after = placeAmongHits(paging.after.values[0] ?? '');
  if (after === null) return parts;
  const following = parts.filter(({ rank, stretch }) => {
    const raise = raiseOf(ranked.ranks[rank]?.weight ?? 0);
    return raise < after.raise || (raise === after.raise && (stretch.from === null || stretch.from < after.id));
  });
  if (enough === null) return following;
  // The rest of the stretch that the last page was of, and the next one.
  const [, next] = following.filter(({ stretch }) => !isNewer(stretch));
  return next ? following.slice(0, following.indexOf(next) + 1) : following;
};

/**
 * How many parts there are up to the one that a hit is of; null for all, and for a hit of none.
 * @param position see `placeAmongHits`
 */
export const partsUpTo = ({ ranked, ways }: Pick<ListSearch, 'ranked' | 'ways'>, position: string): number | null => {
  const hit = placeAmongHits(position);
  if (hit === null) return null;
  const parts = partsOf(ranked.ranks.length, ways);
  const last = parts.findIndex(
    ({ rank, stretch: { from } }) =>
      raiseOf(ranked.ranks[rank]?.weight ?? 0) === hit.raise && (from === null || from <= hit.id),
  );
  return last < 0 ? null : inSteps(last + 1, parts.length);
};

/** Whether `hitRows` leaves out parts of which it is thought that no page needs them. */
export const isCut = (query: ListQuery): boolean => {
  const { search } = query;
  if (!search?.ways || search.ways.enough === null) return false;
  const whole = { ...search, ways: { ...search.ways, enough: null } };
  return partsOfPage(query, search).length < partsOfPage(query, whole).length;
};

/**
 * The hits of a page, rank by rank. Each rank is looked through from its newest hit on and no farther than the page needs, and a rank
 * is only begun where those before it did not fill the page, as is each of its stretches: both databases do the parts of a UNION ALL
 * in their order.
 */
export const hitRows = (t: Tables, query: ListQuery, search: ListSearch): Statement => {
  const { paging } = query;
  const { ranked } = search;
  const after = paging.form === 'cursor' && paging.after ? placeAmongHits(paging.after.values[0] ?? '') : null;
  const { limit, offset } = windowOf(query);

  /** The newest hits of a part, in all languages of the list. */
  const newest = ({ weight, hits }: Rank, { isWalked, stretch }: Part, name: string): Statement => {
    const raise = raiseOf(weight);
    const rows = searchParts(t, query, { ranked, hits }).map(({ from, where }): Statement => {
      where.push(...inStretch(stretch));
      if (after?.raise === raise) where.push(beforeId(t, after.id));
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

  const parts = partsOfPage(query, search).flatMap((part, index) => {
    const rank = ranked.ranks[part.rank];
    return rank ? [newest(rank, part, `f${index}`)] : [];
  });
  if (parts.length === 0) return NOTHING;
  const all = join(parts, ' UNION ALL ');
  return { sql: `SELECT * FROM (${all.sql}) q LIMIT ? OFFSET ?`, values: [...all.values, limit, offset] };
};
