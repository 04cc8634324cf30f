import { renderAtomFeed } from './atom-feed';
import type { FeedFormat } from './content-types';
import type { FeedPage } from './feed-page';
import { renderJsonFeed } from './json-feed';
import { renderRssFeed } from './rss-feed';

/** Writes a page in each format. */
export const RENDERERS: Readonly<Record<FeedFormat, (page: FeedPage) => string>> = {
  json: renderJsonFeed,
  atom: renderAtomFeed,
  rss: renderRssFeed,
};
