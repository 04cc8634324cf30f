import type { FacetColumn, FacetCondition, ListQuery } from '../query/list-query';
import {
  countSql,
  datedFacetSql,
  facetSql,
  keptFacetSql,
  presentSql,
  totalsSql,
  type KeptValue,
} from '../query/count-sql';
import type { Tables } from '../store/tables';
import type { ReadConnection } from './connection';
import type { SearchLayout } from './search-layout';

/** The values of a facet over a list. */
export interface FacetCounts {
  /** The most frequent first. */
  values: { value: string; label: string; count: number }[];
  /** Items without any value. */
  missing: number;
  /** There are more values than an answer holds; absent otherwise. */
  truncated?: true;
}

/** What an answer says of the whole list, as far as the query asks for it. */
export interface Counts {
  total: number | null;
  facets: Record<string, FacetCounts> | null;
}

export interface ListCounter {
  counts(query: ListQuery): Promise<Counts>;
  /** How many items a list has in each of the query's languages. */
  itemsOf(query: ListQuery): Promise<ReadonlyMap<string, number>>;
}

/** More values than this are no choice for a reader; the answer says that there are more. */
const MAX_FACET_VALUES = 1_000;

/** Results that are kept; a client can ask for any combination of filters. */
const MAX_CACHED = 1_000;

interface Totals {
  /** Null where it has to be counted. */
  total: number | null;
  /** Of the whole list, in each of the query's languages. */
  items: ReadonlyMap<string, number>;
  /** Another one after every change of the list. */
  revision: string;
}

const isUnfiltered = ({ facets, ranges, fallback, search }: ListQuery): boolean =>
  !search && facets.length === 0 && ranges.length === 0 && fallback === null;

/** The one condition of a list that is only filtered by a facet. */
const onlyCondition = ({ facets, ranges, fallback, search }: ListQuery): FacetCondition | null =>
  !search && facets.length === 1 && ranges.length === 0 && fallback === null ? (facets[0] ?? null) : null;

/**
 * Counts without scanning where delivery keeps the count: a whole list, a list filtered by one value, the values of a
 * facet over a whole list. What has to be counted is kept until something in the list changes.
 */
export const createListCounter = (
  connection: ReadConnection,
  t: Tables,
  layout: Pick<SearchLayout, 'ofMost'>,
): ListCounter => {
  const cache = new Map<string, { revision: string; result: Promise<unknown> }>();

  const cached = <T>(key: string, revision: string, compute: () => Promise<T>): Promise<T> => {
    const known = cache.get(key);
    cache.delete(key);
    if (known?.revision === revision) {
      cache.set(key, known);
      return known.result as Promise<T>;
    }
    const result = compute();
    cache.set(key, { revision, result });
    result.catch(() => cache.delete(key));
    const oldest = cache.keys().next().value;
    if (cache.size > MAX_CACHED && oldest !== undefined) cache.delete(oldest);
    return result;
  };

  const keyOf = (what: string, { list, locale, fallback, facets, ranges, overlays, search }: ListQuery): string =>
    JSON.stringify([what, list, locale, fallback, facets, ranges, overlays.day, search?.text]);

  /** What is kept of a list that is only filtered by one value. */
  const keptValue = (query: ListQuery): (KeptValue & { isNegated: boolean }) | null => {
    const condition = onlyCondition(query);
    if (!condition || condition.isDated || condition.values.length > 1) return null;
    const isNegated = condition.match === 'none' || condition.match === 'absent';
    return { name: condition.own, value: condition.values[0] ?? '', isNegated };
  };

  const readTotals = async (query: ListQuery): Promise<Totals> => {
    const kept = keptValue(query);
    const rows = await connection.all<{
      locale: string;
      name: string;
      count: number | string;
      revision: number | string;
    }>(totalsSql(t, query, kept));
    const countOf = (name: string) =>
      Number(rows.find((row) => row.locale === query.locale && row.name === name)?.count ?? 0);
    const whole = rows.filter(({ name }) => name === '');
    const total = countOf('');
    const filtered = kept && (kept.isNegated ? total - countOf(kept.name) : countOf(kept.name));
    return {
      total: isUnfiltered(query) ? total : filtered,
      items: new Map(whole.map(({ locale, count }) => [locale, Number(count)])),
      revision: whole.map(({ locale, revision }) => `${locale} ${revision}`).join(),
    };
  };

  const counted = async (statement: ReturnType<typeof countSql>): Promise<number> => {
    const [row] = await connection.all<{ total: number | string }>(statement);
    return Number(row?.total ?? 0);
  };

  const totalOf = async (query: ListQuery, { total, revision }: Totals): Promise<number> =>
    total ?? cached(keyOf('total', query), revision, () => counted(countSql(t, query)));

  const facetOf = async (query: ListQuery, column: FacetColumn, totals: Totals): Promise<FacetCounts> => {
    const isKept = isUnfiltered(query) && !column.isDated;
    const statement = !isUnfiltered(query)
      ? facetSql(t, query, column, MAX_FACET_VALUES + 1)
      : column.isDated
        ? datedFacetSql(t, query, column.own, MAX_FACET_VALUES + 1)
        : keptFacetSql(t, query, column.own, MAX_FACET_VALUES + 2);
    const rows = (await connection.all<{ value: string; label: string; count: number | string }>(statement)).map(
      (row) => ({ ...row, count: Number(row.count) }),
    );
    const present = isKept
      ? (rows.find(({ value }) => value === '')?.count ?? 0)
      : await counted(presentSql(t, query, column));
    const values = rows.filter(({ value }) => value !== '');
    return {
      values: values.slice(0, MAX_FACET_VALUES),
      missing: (await totalOf(query, totals)) - present,
      ...(values.length > MAX_FACET_VALUES ? { truncated: true } : {}),
    };
  };

  const facetsOf = async (query: ListQuery, totals: Totals): Promise<Record<string, FacetCounts>> => {
    const counts = await Promise.all(
      query.counted.map((column) =>
        cached(keyOf(`facet ${column.facet}`, query), totals.revision, () => facetOf(query, column, totals)),
      ),
    );
    return Object.fromEntries(query.counted.map(({ facet }, index) => [facet, counts[index] as FacetCounts]));
  };

  return {
    async counts(asked) {
      if (!asked.withCount && asked.counted.length === 0) return { total: null, facets: null };
      const totals = await readTotals(asked);
      const { search } = asked;
      const query = search
        ? { ...asked, search: { ...search, ofMost: await layout.ofMost(asked, totals.items) } }
        : asked;
      return {
        total: query.withCount ? await totalOf(query, totals) : null,
        facets: query.counted.length > 0 ? await facetsOf(query, totals) : null,
      };
    },
    itemsOf: async (query) => (await readTotals(query)).items,
  };
};
