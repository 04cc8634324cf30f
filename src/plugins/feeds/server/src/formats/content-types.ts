/** The formats of feeds, by the ending of a feed's name. */
export const CONTENT_TYPES = {
  json: 'application/feed+json',
  atom: 'application/atom+xml',
  rss: 'application/rss+xml',
} as const;

export type FeedFormat = keyof typeof CONTENT_TYPES;

export const FORMATS: readonly FeedFormat[] = ['json', 'atom', 'rss'];
