import { setTimeout as wait } from 'node:timers/promises';

/** An entry of the change stream. */
export interface Change {
  cursor: string;
  event: string;
  collection: string;
  documentId: string;
  locale: string;
  slug: string | null;
  url: string | null;
  version: number;
  etag: string | null;
  at: string;
  redacted?: true;
}

export interface ChangesPage {
  data: Change[];
  meta: { cursor: string; more: boolean };
}

/** The public state of one language of an item, as far as both a list and the stream tell it. */
export const keyOf = ({ collection, documentId, locale }: Pick<Change, 'collection' | 'documentId' | 'locale'>) =>
  `${collection} ${documentId} ${locale}`;

/** What is public, by `keyOf`: version and slug. */
export type PublicSet = Map<string, string>;

export const LISTS = [
  'articles',
  'directives',
  'resolutions',
  'topics',
  'dossiers',
  'issuers',
  'authors',
  'tags',
  'pages',
] as const;

/** A connection that the server has let go meanwhile is no fault: any client asks again. */
export const ask = async (url: string): Promise<Response> => {
  for (let left = 5; left > 0; left -= 1) {
    const response = await fetch(url).catch(() => null);
    if (response) return response;
    await wait(100);
  }
  return fetch(url);
};

const getJson = async <Answer>(url: string): Promise<Answer> => {
  const response = await ask(url);
  if (response.status !== 200) throw new Error(`${url}: ${response.status} ${await response.text()}`);
  return (await response.json()) as Answer;
};

export const changesSince = (base: string, since: string | null, query = 'limit=1000'): Promise<ChangesPage> =>
  getJson(`${base}/api/changes?${query}${since === null ? '' : `&since=${since}`}`);

/** Does to a set what entries tell. */
export const apply = (set: PublicSet, changes: readonly Change[]): void => {
  for (const change of changes) {
    if (change.event === 'deleted' || change.event === 'unpublished') set.delete(keyOf(change));
    else set.set(keyOf(change), `${change.version} ${change.slug}`);
  }
};

/** Every entry behind a cursor. */
export const allSince = async (base: string, since: string | null): Promise<Change[]> => {
  const found: Change[] = [];
  let cursor = since;
  for (let more = true; more;) {
    const page = await changesSince(base, cursor);
    found.push(...page.data);
    ({ cursor, more } = page.meta);
  }
  return found;
};

/** What the lists show, in every language. */
export const listedSet = async (base: string, locales: readonly string[]): Promise<PublicSet> => {
  const set: PublicSet = new Map();
  for (const list of LISTS)
    for (const locale of locales)
      for (let cursor: string | null = ''; cursor !== null;) {
        const query: string = `locale=${locale}&fields=collection,locale,version,slug&pagination[pageSize]=100&pagination[cursor]=${cursor}`;
        const {
          data,
          meta,
        }: { data: (Change & { isFallback?: true })[]; meta: { pagination: { nextCursor: string | null } } } =
          await getJson(encodeURI(`${base}/api/${list}?${query}`));
        for (const item of data) {
          if (set.has(keyOf(item))) throw new Error(`${list} shows ${keyOf(item)} twice.`);
          set.set(keyOf(item), `${item.version} ${item.slug}`);
        }
        cursor = meta.pagination.nextCursor;
      }
  return set;
};

/** What exports hold, each with where it goes on. @throws where one has no last line or holds an item twice */
export const exported = async (
  base: string,
  lists: readonly string[],
): Promise<{ set: PublicSet; cursor: string }[]> => {
  const found: { set: PublicSet; cursor: string }[] = [];
  for (const list of lists) {
    const response = await ask(`${base}/api/export/${list}.ndjson`);
    if (response.status !== 200) throw new Error(`The export of ${list}: ${response.status}`);
    const lines = (await response.text()).trimEnd().split('\n');
    const { cursor } = JSON.parse(lines.pop() ?? '{}');
    if (typeof cursor !== 'string') throw new Error(`The export of ${list} has no last line.`);
    const set: PublicSet = new Map();
    for (const line of lines) {
      const item: Change = JSON.parse(line);
      if (set.has(keyOf(item))) throw new Error(`The export of ${list} holds ${keyOf(item)} twice.`);
      set.set(keyOf(item), `${item.version} ${item.slug}`);
    }
    found.push({ set, cursor });
  }
  return found;
};

/** Reads the stream as it grows, in small pages, until it is told to end; then to its end. @returns every entry that it met */
export const follow = async (base: string, limit: number, isOver: () => boolean): Promise<Change[]> => {
  const met: Change[] = [];
  let cursor: string | null = null;
  for (;;) {
    const wasOver = isOver();
    const page: ChangesPage = await changesSince(base, cursor, `limit=${limit}&wait=${wasOver ? 0 : 1}`);
    met.push(...page.data);
    ({ cursor } = page.meta);
    if (wasOver && !page.meta.more) return met;
    await wait(0);
  }
};
