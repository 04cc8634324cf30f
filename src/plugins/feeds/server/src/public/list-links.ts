import type { ListLinkSource } from '@gazette/delivery/strapi-server';
import { CONTENT_TYPES, FORMATS } from '../formats/content-types';
import type { FeedHost } from './feed-handler';
import { feedFile, feedLists, feedParametersOf } from './feed-lists';
import { narrowingQuery, pagePath } from './feed-parameters';

/** Three long addresses would be more header than proxies take. */
const MAX_QUERY = 600;

/** What stays the same for all pages of a list. */
interface FeedsOfList {
  /** Parameters of the list alone that narrow it down. */
  own: readonly string[];
  feeds: readonly { url: string; type: string }[];
}

/**
 * The feeds of a list, for lists to link to: with what narrows the list down, and without what pages, sorts or shortens it.
 * None where they would be too long to name: a feed of something else is no alternate.
 */
export const listFeeds = ({ collections, reader }: Pick<FeedHost, 'collections' | 'reader'>): ListLinkSource => {
  // Asked for first when the host serves: no list is added after that.
  const known = new Map<string, FeedsOfList | null>();

  const feedsOf = (list: string): FeedsOfList | null => {
    const definition = feedLists(collections).includes(list) ? collections.readAs(list) : undefined;
    if (!definition) return null;
    const feeds = FORMATS.map((format) => ({
      url: reader.absoluteUrl(reader.pathOf(`feeds/${feedFile(list, format)}`)),
      type: CONTENT_TYPES[format],
    }));
    return { own: feedParametersOf(definition), feeds };
  };

  return (list, queryString) => {
    let found = known.get(list);
    if (found === undefined) known.set(list, (found = feedsOf(list)));
    if (found === null) return [];
    const query = narrowingQuery(queryString, found.own);
    if (query.length > MAX_QUERY) return [];
    return query === '' ? found.feeds : found.feeds.map(({ url, type }) => ({ url: pagePath(url, query, null), type }));
  };
};
