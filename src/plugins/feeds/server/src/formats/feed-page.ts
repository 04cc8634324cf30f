import type { FeedItem } from '@gazette/delivery/strapi-server';
import type { FeedContent } from '../public/feed-parameters';
import { webAddress } from './web-address';

/** One item of a feed. */
export interface FeedEntry {
  /** The same for as long as the item exists, whatever its slug, in every format. */
  id: string;
  /** The front end's address. */
  url: string;
  locale: string;
  item: FeedItem;
  /** When its public text was last changed in any way, ISO 8601. */
  updatedAt: string;
  /** When it came back after it had been taken back, ISO 8601; null where it never was, or where nobody is told of what goes. */
  returnedAt: string | null;
  /** Members of the extension object, those of `item.extension` included. */
  extension: Record<string, unknown>;
}

/** What a feed showed and no longer does, because it was taken back or deleted. */
export interface Tombstone {
  /** The entry's. */
  id: string;
  /** ISO 8601. */
  at: string;
}

/** One page of a feed, with everything that its formats say. */
export interface FeedPage {
  title: string;
  description: string | null;
  /** Whose site it is: the author of what names none. */
  publisher: string;
  homePageUrl: string;
  /** Identifies the feed: the address of its first page, on every page. */
  feedUrl: string;
  /** The address of this page. */
  pageUrl: string;
  /** Null on the last page. */
  nextUrl: string | null;
  /** The same page in the other formats, by content type. */
  alternates: Readonly<Record<string, string>>;
  /** The WebSub hub that is told of changes to this very address; null where none is. */
  hubUrl: string | null;
  locale: string;
  content: FeedContent;
  /** Name of the extension object: `_` and a letter, no period. */
  extensionName: string;
  entries: readonly FeedEntry[];
  tombstones: readonly Tombstone[];
}

/** RFC 3339 writes years in four digits. */
const EARLIEST = Date.parse('0000-01-01T00:00:00.000Z');
const LATEST = Date.parse('9999-12-31T23:59:59.999Z');

/** Undefined for a text that is no date of RFC 3339. A bare day is its midnight in UTC. */
export const dateOf = (text: string | null): Date | undefined => {
  const time = Date.parse(text ?? '');
  return time >= EARLIEST && time <= LATEST ? new Date(time) : undefined;
};

export const textOf = (text: string | null | undefined): string | undefined => text || undefined;

export const listOf = <One>(values: One[]): One[] | undefined => (values.length > 0 ? values : undefined);

/** What an item without text shows: its summary, and without that its title. */
export const shortOf = ({ summary, title }: FeedItem): string => summary || title;

export const namedAuthors = ({ authors }: FeedItem) =>
  authors
    .filter(({ name }) => name.trim() !== '')
    .map(({ name, url, avatar }) => ({ name, url: webAddress(url), avatar: webAddress(avatar) }));

export const distinctTags = ({ tags }: FeedItem): string[] => [...new Set(tags)].filter((tag) => tag.trim() !== '');

/** The attachments with an address that a feed may name. */
export const namedAttachments = ({ attachments }: FeedItem): FeedItem['attachments'] =>
  attachments.flatMap(({ url, ...rest }) => {
    const address = webAddress(url);
    return address ? [{ url: address, ...rest }] : [];
  });

/** When an entry last changed in a way that matters to a reader. */
export const changedAt = ({ item, updatedAt }: FeedEntry): Date =>
  dateOf(item.dateModified) ?? dateOf(item.datePublished) ?? dateOf(updatedAt) ?? new Date(0);

/**
 * The same, and not before it came back: readers of tombstones take an entry for gone that is older than its own
 * (RFC 6721).
 */
export const shownSince = (entry: FeedEntry): Date =>
  new Date(Math.max(changedAt(entry).getTime(), dateOf(entry.returnedAt)?.getTime() ?? 0));

/** When anything of a page last changed; the same for the same page. */
export const pageChangedAt = ({ entries, tombstones }: FeedPage): Date =>
  new Date(
    Math.max(
      0,
      ...entries.map((entry) => shownSince(entry).getTime()),
      ...tombstones.map(({ at }) => dateOf(at)?.getTime() ?? 0),
    ),
  );
