import type { CollectionDefinition, DeliveryServices } from '@gazette/delivery/strapi-server';
import { unknownFeed } from '../errors';
import { FORMATS, type FeedFormat } from '../formats/content-types';
import type { FeedKind } from './feed-parameters';

type Collections = DeliveryServices['collections'];

const FILE = /^([a-z][a-z0-9-]*)\.(json|atom|rss)$/;

/** The feeds of this host: one a list that has an address. */
export const feedLists = (collections: Collections): string[] => collections.served();

/** The name of a list's feed in a format. */
export const feedFile = (list: string, format: FeedFormat): string => `${list}.${format}`;

/** What a file name means, with the definition to read its query by. @throws FeedError 404 */
export const findFeed = (
  collections: Collections,
  file: string,
): { list: string; format: FeedFormat; definition: CollectionDefinition } => {
  const [, list = '', ending] = FILE.exec(file) ?? [];
  const format = FORMATS.find((one) => one === ending);
  const lists = feedLists(collections);
  const definition = lists.includes(list) ? collections.readAs(list) : undefined;
  if (!definition || !format)
    throw unknownFeed(
      file,
      lists.flatMap((one) => FORMATS.map((each) => feedFile(one, each))),
    );
  return { list, format, definition };
};

/**
 * Newest first by the moment at which items came out, so that whoever looks at the first page misses nothing: also where
 * the list itself is sorted by another day, or by title.
 */
const sortOf = ({ defaultSort, sortKinds }: CollectionDefinition): string => {
  const isInstant = (key: string) => sortKinds[key] === 'instant';
  const key = isInstant(defaultSort.key) ? defaultSort.key : Object.keys(sortKinds).find(isInstant);
  return key === undefined ? `${defaultSort.key}:${defaultSort.direction}` : `${key}:desc`;
};

/** Parameters of a list alone that say what it holds. */
export const feedParametersOf = ({ wideFacets, dated }: CollectionDefinition): string[] => [
  ...Object.keys(wideFacets ?? {}),
  ...(dated ? ['asOf'] : []),
];

/** How the query of a feed is read. */
export const feedKind = (file: string, definition: CollectionDefinition): FeedKind => ({
  file,
  own: feedParametersOf(definition),
  sort: sortOf(definition),
});
