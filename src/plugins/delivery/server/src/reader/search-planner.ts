import { isCut, partsUpTo } from '../query/hit-rows';
import { isByRelevance } from '../query/list-parts';
import { localesOf, type ListQuery, type ListSearch } from '../query/list-query';
import { rankCountsSql } from '../query/search-sql';
import { partsToFill, wayTo, type SearchWays } from '../query/search-ways';
import { windowOf } from '../query/window-of';
import type { Tables } from '../store/tables';
import type { ReadConnection } from './connection';
import type { ListCounter } from './list-counts';
import { KNOWN_MS, type SearchLayout } from './search-layout';

const MAX_KNOWN = 1_000;

/** How the hits of a search are looked for. */
interface Plan {
  ways: SearchWays;
  ofMost: string[];
}

/** Reads pages of searches: tells how their hits are best looked for, where the database has to be told. */
export const createSearchPlanner = (
  connection: ReadConnection,
  t: Tables,
  counter: Pick<ListCounter, 'itemsOf'>,
  layout: SearchLayout,
) => {
  const known = new Map<string, { at: number; plan: Promise<Plan> }>();

  const makePlan = async (query: ListQuery, { ranked }: ListSearch): Promise<Plan> => {
    const [itemsOf, { stretches }] = await Promise.all([counter.itemsOf(query), layout.current()]);
    const ofMost = await layout.ofMost(query, itemsOf);
    const places = localesOf(query).map((locale) => ({ list: query.list, locale, isOfMost: ofMost.includes(locale) }));
    const sample = stretches.find(({ spans }) => spans !== null) ?? null;
    const [found] = await connection.all<Record<string, number | string>>(rankCountsSql(t, ranked, places, sample));
    const items = [...itemsOf.values()].reduce((sum, count) => sum + count, 0);
    const among = sample ? Number(found?.rows ?? 0) : items;
    const near = sample ? among : null;
    const { limit, offset } = windowOf(query);
    const rows = limit + offset;
    const newest = ranked.ranks.map((_, index) => Number(found?.[`n${index}`] ?? 0));
    const byRank = newest.map((hits) => {
      const density = among === 0 ? 0 : Math.min(1, hits / among);
      return wayTo({ density, rows, items, near });
    });
    const ways = { byRank, stretches };
    return { ways: { ...ways, enough: near ? partsToFill(ways, newest, rows, near) : null }, ofMost };
  };

  const planOf = (query: ListQuery, search: ListSearch): Promise<Plan> => {
    const { list, locale, fallback, paging } = query;
    const key = JSON.stringify([list, locale, fallback, search.text, windowOf({ paging })]);
    const found = known.get(key);
    if (found && Date.now() - found.at <= KNOWN_MS) return found.plan;
    const made = { at: Date.now(), plan: makePlan(query, search) };
    if (known.size >= MAX_KNOWN) known.clear();
    known.set(key, made);
    made.plan.catch(() => {
      if (known.get(key) === made) known.delete(key);
    });
    return made.plan;
  };

  /**
   * Reads a page, by the parts of which it is known or thought that they fill it; by all where they do not.
   * @param read reads it as it is told
   * @param positionsOf the sort values of the rows that were read, see `placeAmongHits`, in their order
   */
  return async <Page>(
    query: ListQuery,
    read: (query: ListQuery) => Promise<Page>,
    positionsOf: (page: Page) => (string | undefined)[],
  ): Promise<Page> => {
    const { search, facets, ranges, paging } = query;
    if (!search || t.client === 'sqlite' || !isByRelevance(query)) return read(query);
    const plan = await planOf(query, search);
    const { ways, ofMost } = plan;
    // What else is asked of the hits may leave few of them.
    const isAnyLeftOut = facets.length > 0 || ranges.length > 0;
    const whole: ListQuery = { ...query, search: { ...search, ways: { ...ways, enough: null }, ofMost } };
    const cut: ListQuery = isAnyLeftOut ? whole : { ...query, search: { ...search, ways, ofMost } };
    const { limit } = windowOf(query);
    let page = await read(cut);
    if (isCut(cut) && positionsOf(page).length < limit) page = await read(whole);
    if (!isAnyLeftOut && !(paging.form === 'cursor' && paging.after)) {
      // From here on the parts that filled the page are asked.
      const last = positionsOf(page)[limit - 1];
      const enough = last === undefined ? null : partsUpTo({ ...search, ways }, last);
      plan.ways = { ...ways, enough };
    }
    return page;
  };
};
