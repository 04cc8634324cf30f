import type { FeedItem } from '@gazette/delivery/strapi-server';
import { generateJsonFeed, type JsonFeed } from 'feedsmith';
import type { FeedContent } from './feed-parameters';
import { webAddress } from './web-address';

/** One item of a feed. */
export interface FeedEntry {
  /** The same for as long as the item exists, whatever its slug. */
  id: string;
  /** The front end's address. */
  url: string;
  locale: string;
  item: FeedItem;
  /** Members of the extension object, those of `item.extension` included. */
  extension: Record<string, unknown>;
}

/** One page of a feed, with everything that its JSON says. */
export interface FeedPage {
  title: string;
  description: string | null;
  homePageUrl: string;
  /** Identifies the feed: the address of its first page, on every page. */
  feedUrl: string;
  /** Null on the last page. */
  nextUrl: string | null;
  locale: string;
  content: FeedContent;
  /** Name of the extension object: `_` and a letter, no period. */
  extensionName: string;
  entries: readonly FeedEntry[];
}

type StrictItem = JsonFeed.Item<Date, true>;

const textOf = (text: string | null | undefined): string | undefined => text || undefined;

const listOf = <One>(values: One[]): One[] | undefined => (values.length > 0 ? values : undefined);

/** RFC 3339 writes years in four digits. */
const EARLIEST = Date.parse('0000-01-01T00:00:00.000Z');
const LATEST = Date.parse('9999-12-31T23:59:59.999Z');

/** Undefined for a text that is no date of RFC 3339. A bare day is its midnight in UTC. */
const dateOf = (text: string | null): Date | undefined => {
  const time = Date.parse(text ?? '');
  return time >= EARLIEST && time <= LATEST ? new Date(time) : undefined;
};

/** An item without text shows its summary, and one without that its title: JSON Feed requires content. */
const contentOf = (item: FeedItem, content: FeedContent) => {
  const short = item.summary || item.title;
  if (content === 'summary') return { content_text: short };
  return { content_html: textOf(item.contentHtml), content_text: item.contentText || short };
};

/** A value that JSON Feed does not allow is left out, because one of them makes the whole feed invalid. */
const jsonItem = ({ id, url, locale, item, extension }: FeedEntry, page: FeedPage): StrictItem => ({
  id,
  url: webAddress(url),
  title: textOf(item.title),
  ...contentOf(item, page.content),
  summary: textOf(item.summary),
  image: webAddress(item.image),
  date_published: dateOf(item.datePublished),
  date_modified: dateOf(item.dateModified),
  authors: listOf(
    item.authors
      .filter(({ name }) => name !== '')
      .map(({ name, url: home, avatar }) => ({ name, url: webAddress(home), avatar: webAddress(avatar) })),
  ),
  tags: listOf([...new Set(item.tags)].filter((tag) => tag !== '')),
  language: locale,
  attachments: listOf(
    item.attachments.flatMap(({ url: file, mimeType, title, sizeInBytes }) => {
      const address = webAddress(file);
      return address ? [{ url: address, mime_type: mimeType, title: textOf(title), size_in_bytes: sizeInBytes }] : [];
    }),
  ),
  [page.extensionName]: extension,
});

/**
 * Writes a page as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/).
 * Pure: the same page gives the same text.
 */
export const renderJsonFeed = (page: FeedPage): string => {
  const generated = generateJsonFeed(
    {
      title: page.title,
      home_page_url: webAddress(page.homePageUrl),
      feed_url: page.feedUrl,
      description: textOf(page.description),
      next_url: textOf(page.nextUrl),
      language: page.locale,
      items: page.entries.map((entry) => jsonItem(entry, page)),
    },
    { strict: true },
  );
  // The generator leaves an empty list out, and JSON Feed requires `items`.
  return JSON.stringify(page.entries.length > 0 ? generated : Object.assign({}, generated, { items: [] }));
};
