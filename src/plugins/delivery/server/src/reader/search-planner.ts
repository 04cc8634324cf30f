import { isCut, partsUpTo } from '../query/hit-rows';
import { isByRelevance } from '../query/list-parts';
import type { ListQuery, ListSearch } from '../query/list-query';
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

/** A list holds most rows where it holds more of them than this. */
const MORE_THAN = 0.5;

/** PostgreSQL's driver gives large numbers as texts. */
type Answered<Row> = { [Name in keyof Row]: Row[Name] | string };

const numberOf = (value: number | string | null): number | null => (value === null ? null : Number(value));

/** The rows that all searches look through. */
interface Layout {
  rows: number;
  stretches: Stretch[];
}

/** Reads pages of searches: tells how their hits are best looked for, where the database has to be told. */
export const createSearchPlanner = (connection: ReadConnection, t: Tables, counter: Pick<ListCounter, 'itemsOf'>) => {
  let layout: { at: number; found: Promise<Layout> } | null = null;
  const known = new Map<string, { at: number; ways: Promise<SearchWays> }>();

  const isOld = ({ at }: { at: number }) => Date.now() - at > KNOWN_MS;

  const readLayout = async (): Promise<Layout> => {
    const [row] = await connection.all<Answered<Newest>>(newestSql(t));
    const rows = numberOf(row?.rows ?? null) ?? 0;
    const id = numberOf(row?.id ?? null);
    if (!row || id === null) return { rows, stretches: [] };
    return { rows, stretches: stretchesOf({ id, near: numberOf(row.near), far: numberOf(row.far) }) };
  };

  const currentLayout = (): Promise<Layout> => {
    if (!layout || isOld(layout)) {
      const found = readLayout();
      layout = { at: Date.now(), found };
      found.catch(() => (layout = null));
    }
    return layout.found;
  };

  const findWays = async (query: ListQuery, ranked: RankedSearch): Promise<SearchWays> => {
    const [itemsOf, { rows: all, stretches }] = await Promise.all([counter.itemsOf(query), currentLayout()]);
    const { list, locale, fallback } = query;
    const locales = [locale, ...(fallback === null ? [] : [fallback])];
    const ofMost = locales.filter((one) => (itemsOf.get(one) ?? 0) > MORE_THAN * all);
    const items = [...itemsOf.values()].reduce((sum, count) => sum + count, 0);
    const sample = stretches.find(({ spans }) => spans !== null) ?? null;
    const places = locales.map((one) => ({ list, locale: one, isOfMost: ofMost.includes(one) }));
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
    const ways = { byRank, stretches, ofMost };
    return { ...ways, enough: near ? partsToFill(ways, newest, rows, near) : null };
  };

  const keyOf = ({ search, list, locale, fallback, paging }: ListQuery): string =>
    JSON.stringify([list, locale, fallback, search?.text, windowOf({ paging })]);

  const waysOf = (query: ListQuery, { ranked }: ListSearch): Promise<SearchWays> => {
    const key = keyOf(query);
    const plan = known.get(key);
    if (plan && !isOld(plan)) return plan.ways;
    const ways = findWays(query, ranked);
    if (known.size >= MAX_KNOWN) known.clear();
    known.set(key, { at: Date.now(), ways });
    ways.catch(() => known.delete(key));
    return ways;
  };

  /** From here on a page is looked for in the parts that filled it; in all where they do not. */
  const learn = (query: ListQuery, search: ListSearch, ways: SearchWays, lastPlace: string | null): void => {
    const plan = known.get(keyOf(query));
    const enough = lastPlace === null ? null : partsUpTo({ ...search, ways }, lastPlace);
    if (plan && enough !== ways.enough)
      known.set(keyOf(query), { ...plan, ways: Promise.resolve({ ...ways, enough }) });
  };

  /**
   * Reads a page, by the parts of which it is known or thought that they fill it; by all where they do not.
   * @param read reads it as it is told
   * @param placesOf the places of the rows that were read, as texts, in their order
   */
  return async <Page>(
    query: ListQuery,
    read: (query: ListQuery) => Promise<Page>,
    placesOf: (page: Page) => (string | undefined)[],
  ): Promise<Page> => {
    const { search, facets, ranges, paging } = query;
    if (!search || t.client === 'sqlite' || !isByRelevance(query)) return read(query);
    const ways = await waysOf(query, search);
    // What else is asked of the hits may leave few of them.
    const isAnyLeftOut = facets.length > 0 || ranges.length > 0;
    const whole: ListQuery = { ...query, search: { ...search, ways: { ...ways, enough: null } } };
    const cut: ListQuery = isAnyLeftOut ? whole : { ...query, search: { ...search, ways } };
    const { limit } = windowOf(query);
    let page = await read(cut);
    if (isCut(cut) && placesOf(page).length < limit) page = await read(whole);
    if (!isAnyLeftOut && !(paging.form === 'cursor' && paging.after))
      learn(query, search, ways, placesOf(page)[limit - 1] ?? null);
    return page;
  };
};
