import { invalidParameter } from './errors';

/** `full`: HTML and text of an item; `summary`: its summary as text. */
export type FeedContent = 'full' | 'summary';

/** What a client asked of a feed. */
export interface FeedParameters {
  content: FeedContent;
  /** The list's part of the query, always paged by cursor and never counted, for delivery to read and check. */
  listQuery: string;
  /** The query of the feed's first page, encoded anew; '' without parameters. */
  firstPageQuery: string;
  /** Where this page starts; null on the first. */
  cursor: string | null;
}

const CONTENT: readonly FeedContent[] = ['full', 'summary'];
const CURSOR = 'pagination[cursor]';
const PAGING = [CURSOR, 'pagination[pageSize]'];
const ALLOWED = ['q', 'filters', 'locale', 'fallback', ...PAGING, 'content'];
/** Checked by delivery. `status` is among them for the reason that delivery gives for refusing drafts. */
const LIST_PARAMETERS = ['q', 'filters', 'locale', 'fallback', 'status'];

type Pair = readonly [name: string, value: string];

const write = (pairs: readonly Pair[]): string =>
  pairs.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&');

const check = (feed: string, name: string): void => {
  const root = name.split('[', 1)[0] ?? '';
  if (name === 'content' || PAGING.includes(name) || LIST_PARAMETERS.includes(root)) return;
  if (root === 'pagination') {
    throw invalidParameter(
      name,
      `${name} is not a parameter of feeds. They are paged by pagination[cursor], which next_url carries, and pagination[pageSize].`,
      PAGING,
    );
  }
  throw invalidParameter(
    name,
    `"${name}" is not a parameter of /feeds/${feed}. Allowed: ${ALLOWED.join(', ')}.`,
    ALLOWED,
  );
};

const readContent = (values: string[]): FeedContent => {
  if (values.length === 0) return 'full';
  const found = CONTENT.find((content) => content === values[0]);
  if (values.length > 1 || !found) {
    throw invalidParameter('content', `content takes one of: ${CONTENT.join(', ')}.`, CONTENT);
  }
  return found;
};

/**
 * Reads the query string of a feed; `feed` is its file name, for error texts.
 * Names and values are kept as they are: what they mean is checked by delivery, which reads `listQuery`.
 * @throws FeedError 400 naming the first parameter that feeds do not have, or a `content` that is none
 */
export const readFeedParameters = (queryString: string, feed: string): FeedParameters => {
  const pairs: Pair[] = [...new URLSearchParams(queryString)];
  pairs.forEach(([name]) => check(feed, name));
  const content = readContent(pairs.filter(([name]) => name === 'content').map(([, value]) => value));
  // An empty cursor asks for the beginning, like none at all.
  const cursors = pairs.filter(([name, value]) => name === CURSOR && value !== '');
  const first = pairs.filter(([name]) => name !== CURSOR);
  const listPairs: Pair[] = [
    ...first.filter(([name]) => name !== 'content'),
    ...(cursors.length > 0 ? cursors : [[CURSOR, ''] as const]),
    ['pagination[withCount]', 'false'],
  ];
  return {
    content,
    listQuery: write(listPairs),
    firstPageQuery: write(first),
    cursor: cursors[0]?.[1] ?? null,
  };
};

/** The path and query of a page of a feed. */
export const pagePath = (path: string, firstPageQuery: string, cursor: string | null): string => {
  const query = [firstPageQuery, cursor === null ? '' : write([[CURSOR, cursor]])].filter((part) => part !== '');
  return query.length === 0 ? path : `${path}?${query.join('&')}`;
};
