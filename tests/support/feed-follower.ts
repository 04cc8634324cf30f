import { setTimeout as wait } from 'node:timers/promises';
import { ask, keyOf, LISTS, type PublicSet } from './change-stream';
import { linkOf, readAtom } from './feed-rules';
import { readJsonFeed } from './json-feed-rules';

/** A page of a feed, as a mirror needs it. */
interface Page {
  /** The items by `keyOf`, and what is told of each. */
  entries: [string, string][];
  /** What the feed says is gone, by `keyOf`. */
  gone: string[];
  next: string | undefined;
}

/** The last part of an item's address. */
const slugOf = (url: string | undefined): string =>
  decodeURIComponent(new URL(url ?? '').pathname.split('/').pop() ?? '');

/** The item that an id is of: the address of its document in a language. */
const keyOfId = (id: string): string => {
  const url = new URL(id);
  const [collection = '', documentId = ''] = url.pathname.split('/').slice(-2);
  return keyOf({ collection, documentId, locale: url.searchParams.get('locale') ?? '' });
};

const FORMATS = {
  atom: (text: string): Page => {
    const feed = readAtom(text);
    return {
      entries: feed.entry.map((one) => [keyOfId(one.id), slugOf(linkOf(one, 'alternate'))]),
      gone: feed['at:deleted-entry'].map((one) => keyOfId(one['@ref'])),
      next: linkOf(feed, 'next'),
    };
  },
  json: (text: string): Page => {
    const feed = readJsonFeed<{
      version: string;
      next_url?: string;
      items: { id: string; url: string; _gazette: { version: number } }[];
    }>(text);
    return {
      entries: feed.items.map(({ id, url, _gazette }) => [keyOfId(id), `${_gazette.version} ${slugOf(url)}`]),
      gone: [],
      next: feed.next_url,
    };
  },
};

export type FollowedFormat = keyof typeof FORMATS;

const readPage = async (base: string, path: string, format: FollowedFormat): Promise<Page> => {
  const answer = await ask(base + path);
  const text = await answer.text();
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${text}`);
  return FORMATS[format](text);
};

/**
 * Mirrors the feeds of all lists, round after round from the first page to the last, until it is told to end; then once more. Of Atom it forgets
 * only what a tombstone names; JSON Feed has none, so that what a round did not meet is gone.
 * @returns what it holds: of Atom slugs, of JSON Feed version and slug, by `keyOf`; and how many rounds it made
 */
export const followFeeds = async (
  base: string,
  format: FollowedFormat,
  locales: readonly string[],
  isOver: () => boolean,
): Promise<{ set: PublicSet; rounds: number }> => {
  const feeds = LISTS.flatMap((list) => locales.map((locale) => `/api/feeds/${list}.${format}?locale=${locale}`));
  const copies = new Map<string, PublicSet>();
  for (let rounds = 1; ; rounds += 1) {
    const wasOver = isOver();
    for (const feed of feeds) {
      const before = copies.get(feed);
      const copy: PublicSet = new Map(format === 'atom' ? before : []);
      let path: string | undefined = `${feed}&pagination[pageSize]=20`;
      while (path !== undefined) {
        const page: Page = await readPage(base, path, format);
        for (const key of page.gone) copy.delete(key);
        for (const [key, told] of page.entries) copy.set(key, told);
        const next: URL | null = page.next === undefined ? null : new URL(page.next);
        path = next ? next.pathname + next.search : undefined;
      }
      copies.set(feed, copy);
      await wait(wasOver ? 0 : 50);
    }
    if (wasOver) return { set: new Map([...copies.values()].flatMap((copy) => [...copy])), rounds };
  }
};
