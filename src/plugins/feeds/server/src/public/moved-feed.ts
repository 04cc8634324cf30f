import type {
  Answer,
  CollectionDefinition,
  DeliveryServices,
  ListQuery,
  PublicRequest,
} from '@gazette/delivery/strapi-server';

const CURSOR = 'pagination[cursor]';

/** A value of a filter that is another one now. */
interface Move {
  facet: string;
  from: string;
  to: string;
}

/** The query with the slugs that there are now, from its beginning: a cursor is good for the filters that it was made with. */
const withMoves = (queryString: string, moves: readonly Move[]): string =>
  [...new URLSearchParams(queryString)]
    .map(([name, value]) => {
      const text = value.normalize('NFC');
      const move = moves.find(({ facet, from }) => name.startsWith(`filters[${facet}]`) && from === text);
      return [name, name === CURSOR ? '' : (move?.to ?? value)];
    })
    .map((pair) => pair.map(encodeURIComponent).join('='))
    .join('&');

type Condition = ListQuery['facets'][number];

/** A slug of before that must be met finds nothing; one of several, or one that must not be met, goes unnoticed. */
const hidesMoves = ({ match, values }: Condition) => match === 'none' || values.length > 1;

/**
 * Where a feed is that is filtered by the slug that a topic, say, had before: feed readers keep their addresses for years.
 * Null where no filter has moved, and for as long as items of the list carry the slug still: many are not changed at once.
 * One query for each facet that has an address and one more for each slug of before; none for a feed that has items and
 * whose filters must all be met.
 * @param hasItems whether the feed found any
 */
export const movedFeed = async (
  { reader }: Pick<DeliveryServices, 'reader'>,
  { queryString, originalUrl }: PublicRequest,
  query: ListQuery,
  { facetSlugs = {}, translatedFacets = [], inEveryLocale }: CollectionDefinition,
  hasItems: boolean,
): Promise<Answer | null> => {
  const { list, locale, fallback, facets } = query;
  const isCarried = async (condition: Condition, slug: string): Promise<boolean> => {
    const carrying: ListQuery = {
      ...query,
      facets: [{ ...condition, match: 'any', values: [slug] }],
      ranges: [],
      search: null,
      paging: { form: 'cursor', pageSize: 1, after: null },
    };
    return (await reader.page(carrying)).rows.length > 0;
  };

  const moves: Move[] = [];
  const keys: string[] = [list];
  for (const [facet, collection] of Object.entries(facetSlugs)) {
    const conditions = facets.filter((condition) => condition.facet === facet);
    const [condition] = conditions;
    if (!condition || (hasItems && !conditions.some(hidesMoves))) continue;
    const slugs = [...new Set(conditions.flatMap(({ values }) => values))];
    if (slugs.length === 0) continue;
    // Items that stand in from the other language carry its slugs, unless these are told in the language asked for.
    const isOfOneLanguage = fallback === null || inEveryLocale !== undefined || translatedFacets.includes(facet);
    const locales = isOfOneLanguage ? [locale] : [locale, fallback];
    for (const { from, to, documentId } of await reader.reader().movedSlugs(collection, locales, slugs)) {
      if (await isCarried(condition, from)) continue;
      moves.push({ facet, from, to });
      keys.push(collection, `${collection}/${documentId}`);
    }
  }
  if (moves.length === 0) return null;
  const location = `${originalUrl.split('?', 1)[0]}?${withMoves(queryString, moves)}`;
  return {
    status: 301,
    body: JSON.stringify({ data: null, meta: { location } }),
    contentType: 'application/json; charset=utf-8',
    tag: null,
    cache: 'shared',
    keys: [...new Set(keys)],
    links: {},
    headers: { Location: location },
  };
};
