import type { ListLinkSource } from '@gazette/delivery/strapi-server';
import { CONTENT_TYPES, FORMATS } from '../formats/content-types';
import type { FeedHost } from './feed-handler';
import { feedFile, feedLists, feedParametersOf } from './feed-lists';
import { narrowingQuery, pagePath } from './feed-parameters';

/** Three long addresses would be more header than proxies take. */
const MAX_QUERY = 600;

/**
 * The feeds of a list, for lists to link to: with what narrows the list down, and without what pages, sorts or shortens it.
 * None where they would be too long to name: a feed of something else is no alternate.
 */
export const listFeeds =
  ({ collections, reader }: Pick<FeedHost, 'collections' | 'reader'>): ListLinkSource =>
  (list, queryString) => {
    const definition = feedLists(collections).includes(list) ? collections.readAs(list) : undefined;
    const query = definition && narrowingQuery(queryString, feedParametersOf(definition));
    if (query === undefined || query.length > MAX_QUERY) return [];
    return FORMATS.map((format) => ({
      url: reader.absoluteUrl(pagePath(reader.pathOf(`feeds/${feedFile(list, format)}`), query, null)),
      type: CONTENT_TYPES[format],
    }));
  };
