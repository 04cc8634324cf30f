import { isCut } from '../query/hit-rows';
import { isByRelevance } from '../query/list-parts';
import type { ListQuery } from '../query/list-query';
import { windowOf } from '../query/window-of';
import { newestSql, rankCountsSql } from '../query/search-sql';
import { partsToFill, stretchesOf, wayTo, type Newest, type SearchWays, type Stretch } from '../query/search-ways';
import type { RankedSearch } from '../search';
import type { Tables } from '../store/tables';
import type { ReadConnection } from './connection';
import type { ListCounter } from './list-counts';

/** How long it is taken for known how frequent words are, and as long where the newest rows are: only how hits are looked for depends on it. */
const KNOWN_MS = 60_000;
const MAX_KNOWN = 1_000;

/** PostgreSQL's driver gives large numbers as texts. */
type Answered<Row> = { [Name in keyof Row]: Row[Name] | string };

const numberOf = (value: number | string | null): number | null => (value === null ? null : Number(value));

/** Reads pages of searches: tells how their hits are best looked for, where the database has to be told. */
export const createSearchPlanner = (connection: ReadConnection, t: Tables, counter: Pick<ListCounter, 'itemsOf'>) => {
  let stretches: { at: number; found: Promise<Stretch[]> } | null = null;
  const known = new Map<string, { at: number; ways: Promise<SearchWays> }>();

  const isOld = ({ at }: { at: number }) => Date.now() - at > KNOWN_MS;

  const readStretches = async (): Promise<Stretch[]> => {
    const [row] = await connection.all<Answered<Newest>>(newestSql(t));
    const id = numberOf(row?.id ?? null);
    return !row || id === null ? [] : stretchesOf({ id, near: numberOf(row.near), far: numberOf(row.far) });
  };

  const currentStretches = (): Promise<Stretch[]> => {
    if (!stretches || isOld(stretches)) {
      const found = readStretches();
      stretches = { at: Date.now(), found };
      found.catch(() => (stretches = null));
    }
    return stretches.found;
  };

  const findWays = async (query: ListQuery, ranked: RankedSearch): Promise<SearchWays> => {
    const [items, parted] = await Promise.all([counter.itemsOf(query), currentStretches()]);
    const sample = parted.find(({ spans }) => spans !== null) ?? null;
    const { list, locale, fallback } = query;
    const places = [locale, ...(fallback === null ? [] : [fallback])].map((one) => ({ list, locale: one }));
    const [found] = await connection.all<Record<string, number | string>>(rankCountsSql(t, ranked, places, sample));
    const among = sample ? Number(found?.rows ?? 0) : items;
    const near = sample ? among : null;
    const { limit, offset } = windowOf(query);
    const rows = limit + offset;
    const newest = ranked.ranks.map((_, index) => Number(found?.[`n${index}`] ?? 0));
    const byRank = newest.map((hits) => {
      const density = among === 0 ? 0 : Math.min(1, hits / among);
      return wayTo({ density, rows, items, near });
    });
    const ways = { byRank, stretches: parted };
    return { ...ways, enough: near ? partsToFill(ways, newest, rows, near) : null };
  };

  const planned = async (query: ListQuery): Promise<ListQuery> => {
    const { search, list, locale, fallback, paging } = query;
    if (!search || t.client === 'sqlite' || !isByRelevance(query)) return query;
    const key = JSON.stringify([list, locale, fallback, search.text, windowOf({ paging })]);
    let plan = known.get(key);
    if (!plan || isOld(plan)) {
      plan = { at: Date.now(), ways: findWays(query, search.ranked) };
      if (known.size >= MAX_KNOWN) known.clear();
      known.set(key, plan);
      plan.ways.catch(() => known.delete(key));
    }
    const ways = await plan.ways;
    // What else is asked of the hits may leave few of them.
    const isAnyLeftOut = query.facets.length > 0 || query.ranges.length > 0;
    return { ...query, search: { ...search, ways: isAnyLeftOut ? { ...ways, enough: null } : ways } };
  };

  /**
   * Reads a page, by the parts of which it is thought that they fill it; by all where they do not.
   * @param read reads it as it is told
   * @param sizeOf how many rows were read
   */
  return async <Page>(
    query: ListQuery,
    read: (query: ListQuery) => Promise<Page>,
    sizeOf: (page: Page) => number,
  ): Promise<Page> => {
    const first = await planned(query);
    const page = await read(first);
    const ways = first.search?.ways;
    if (!first.search || !ways || !isCut(first) || sizeOf(page) >= windowOf(query).limit) return page;
    return read({ ...first, search: { ...first.search, ways: { ...ways, enough: null } } });
  };
};
