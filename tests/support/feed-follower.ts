import { setTimeout as wait } from 'node:timers/promises';
import { ask, keyOf, LISTS, type PublicSet } from './change-stream';
import { linkOf, readAtom } from './feed-rules';
import { readJsonFeed } from './json-feed-rules';

interface Entry {
  /** See `keyOf`. */
  key: string;
  told: string;
  /** Where tombstones are compared with it. */
  updated?: string;
}

/** A page of a feed, as a mirror needs it. */
interface Page {
  entries: Entry[];
  /** What the feed says is gone, and since when. */
  gone: { key: string; when: string }[];
  next: string | undefined;
}

/** What one reading of a feed met, from its first page to its last. */
export interface Round {
  list: string;
  locale: string;
  /** Milliseconds since 1970. */
  start: number;
  end: number;
  keys: ReadonlySet<string>;
}

/** What a mirror holds, and what it went through. */
export interface FeedMirror {
  /** Of Atom slugs, of JSON Feed version and slug, by `keyOf`. */
  set: PublicSet;
  rounds: Round[];
  /** How many items it held and a tombstone took. */
  forgotten: number;
  /** How many links to a next page it followed. */
  nextPages: number;
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
      entries: feed.entry.map((one) => ({
        key: keyOfId(one.id),
        told: slugOf(linkOf(one, 'alternate')),
        updated: one.updated,
      })),
      gone: feed['at:deleted-entry'].map((one) => ({ key: keyOfId(one['@ref']), when: one['@when'] })),
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
      entries: feed.items.map(({ id, url, _gazette }) => ({
        key: keyOfId(id),
        told: `${_gazette.version} ${slugOf(url)}`,
      })),
      gone: [],
      next: feed.next_url,
    };
  },
};

export type FollowedFormat = keyof typeof FORMATS;

/** Few, so that feeds have several pages whatever is published. */
const PAGE_SIZE = 5;

const readPage = async (base: string, path: string, format: FollowedFormat): Promise<Page> => {
  const answer = await ask(base + path);
  const text = await answer.text();
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${text}`);
  return FORMATS[format](text);
};

/**
 * Mirrors the feeds of all lists, round after round from the first page to the last, until it is told to end; then once more. Of Atom it forgets
 * only what a tombstone names, for as long as no entry is younger (RFC 6721); JSON Feed has none, so that what a round did not meet is gone.
 * @param deaths what tombstones told meanwhile: when, by `keyOf`
 * @throws where a feed breaks its rules, or shows an item twice while nobody publishes
 */
export const followFeeds = async (
  base: string,
  format: FollowedFormat,
  locales: readonly string[],
  isOver: () => boolean,
  deaths = new Map<string, string>(),
): Promise<FeedMirror> => {
  const feeds = LISTS.flatMap((list) => locales.map((locale) => ({ list, locale })));
  const copies = new Map<string, PublicSet>();
  const rounds: Round[] = [];
  let forgotten = 0;
  let nextPages = 0;
  for (;;) {
    const wasOver = isOver();
    for (const { list, locale } of feeds) {
      const feed = `/api/feeds/${list}.${format}?locale=${locale}`;
      const copy: PublicSet = new Map(format === 'atom' ? copies.get(feed) : []);
      const start = Date.now();
      const keys = new Set<string>();
      for (let path = `${feed}&pagination[pageSize]=${PAGE_SIZE}`; ;) {
        const page = await readPage(base, path, format);
        for (const { key, when } of page.gone) {
          deaths.set(key, when);
          if (copy.delete(key)) forgotten += 1;
        }
        for (const { key, told, updated } of page.entries) {
          if (wasOver && keys.has(key)) throw new Error(`${feed} shows ${key} twice.`);
          keys.add(key);
          if (updated === undefined || Date.parse(updated) > Date.parse(deaths.get(key) ?? '1000-01-01'))
            copy.set(key, told);
        }
        if (page.next === undefined) break;
        const next = new URL(page.next);
        path = next.pathname + next.search;
        nextPages += 1;
      }
      copies.set(feed, copy);
      rounds.push({ list, locale, start, end: Date.now(), keys });
      await wait(wasOver ? 0 : 50);
    }
    if (wasOver)
      return { set: new Map([...copies.values()].flatMap((copy) => [...copy])), rounds, forgotten, nextPages };
  }
};
