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

/**
 * Where a feed is that has no items because it is filtered by the slug that a topic, say, had before: feed readers keep
 * their addresses for years. Null where no filter has moved.
 */
export const movedFeed = async (
  { reader }: Pick<DeliveryServices, 'reader'>,
  { queryString, originalUrl }: PublicRequest,
  { list, locale, facets }: ListQuery,
  { facetSlugs = {} }: CollectionDefinition,
): Promise<Answer | null> => {
  const moves: Move[] = [];
  const keys: string[] = [list];
  for (const [facet, collection] of Object.entries(facetSlugs)) {
    const values = facets.filter((condition) => condition.facet === facet).flatMap((condition) => condition.values);
    if (values.length === 0) continue;
    for (const { from, to, documentId } of await reader.reader().movedSlugs(collection, locale, [...new Set(values)])) {
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
