import { keptCountsSql } from '../query/count-sql';
import type { FacetCondition, ListQuery } from '../query/list-query';
import { singleValues } from '../query/list-parts';
import type { Tables } from '../store/tables';
import type { ReadConnection } from './connection';

/**
 * Notes which of a list's conditions fewest items meet. Asked only where it decides something: where there are several, or
 * where the list is sorted by a key that facets do not carry.
 */
export const withRarest = async (connection: ReadConnection, t: Tables, query: ListQuery): Promise<ListQuery> => {
  const candidates = singleValues(query);
  const isByDefault = query.sort.length === 1 && query.sort[0]?.key === query.defaultSortKey;
  if (candidates.length === 0 || (candidates.length === 1 && isByDefault)) return query;

  const namesOf = ({ own, inFallback }: FacetCondition) =>
    query.fallback === null ? [own] : [...new Set([own, inFallback])];
  const kept = candidates.flatMap((condition) =>
    namesOf(condition).map((name) => ({ name, value: condition.values[0] ?? '' })),
  );
  const rows = await connection.all<{ name: string; value: string; count: number | string }>(
    keptCountsSql(t, query, kept),
  );
  const countOf = (condition: FacetCondition) =>
    rows
      .filter(({ name, value }) => namesOf(condition).includes(name) && value === condition.values[0])
      .reduce((sum, { count }) => sum + Number(count), 0);
  const [rarest] = candidates
    .map((condition) => ({ condition, count: countOf(condition) }))
    .sort((a, b) => a.count - b.count);
  return rarest ? { ...query, rarest } : query;
};
