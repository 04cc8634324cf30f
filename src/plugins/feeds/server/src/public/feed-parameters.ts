import { invalidParameter } from '../errors';

/** `full`: HTML and text of an item; `summary`: its summary as text. */
export type FeedContent = 'full' | 'summary';

/** What a feed is read as. */
export interface FeedKind {
  /** Its file name, for error texts. */
  file: string;
  /** Parameters of its list alone that say what the list holds, `issuerTree` for example. */
  own: readonly string[];
  /** What it is sorted by, as lists take it: the newest first. */
  sort: string;
}

/** What a client asked of a feed. */
export interface FeedParameters {
  content: FeedContent;
  /** The list's part of the query, always paged by cursor and never counted, for delivery to read and check. */
  listQuery: string;
  /** The query of the feed's first page, encoded anew; '' without parameters. */
  firstPageQuery: string;
  /** Where this page starts; null on the first. */
  cursor: string | null;
  /** Whether nothing but a language is asked for: these feeds a hub is told of. */
  isPlain: boolean;
}

export const CONTENT: readonly FeedContent[] = ['full', 'summary'];
const CURSOR = 'pagination[cursor]';
const PAGING = [CURSOR, 'pagination[pageSize]'];
const ALLOWED = ['q', 'filters', 'locale', 'fallback', ...PAGING, 'content'];
/** Checked by delivery. */
const NARROWING = ['q', 'filters', 'locale', 'fallback'];
/** `status` is among them for the reason that delivery gives for refusing drafts. */
const LIST_PARAMETERS = [...NARROWING, 'status'];

type Pair = readonly [name: string, value: string];

const write = (pairs: readonly Pair[]): string =>
  pairs.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&');

const check = ({ file, own }: FeedKind, name: string): void => {
  const root = name.split('[', 1)[0] ?? '';
  if (name === 'content' || PAGING.includes(name) || LIST_PARAMETERS.includes(root) || own.includes(root)) return;
  if (root === 'pagination') {
    throw invalidParameter(
      name,
      `${name} is not a parameter of feeds. They are paged by pagination[cursor], which the link to the next page carries, and pagination[pageSize].`,
      PAGING,
    );
  }
  const allowed = [...ALLOWED, ...own];
  throw invalidParameter(
    name,
    `"${name}" is not a parameter of /feeds/${file}. Allowed: ${allowed.join(', ')}.`,
    allowed,
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
 * Reads the query string of a feed.
 * Names and values are kept as they are: what they mean is checked by delivery, which reads `listQuery`.
 * @throws FeedError 400 naming the first parameter that feeds do not have, or a `content` that is none
 */
export const readFeedParameters = (queryString: string, kind: FeedKind): FeedParameters => {
  const pairs: Pair[] = [...new URLSearchParams(queryString)];
  pairs.forEach(([name]) => check(kind, name));
  const content = readContent(pairs.filter(([name]) => name === 'content').map(([, value]) => value));
  // An empty cursor asks for the beginning, like none at all.
  const cursors = pairs.filter(([name, value]) => name === CURSOR && value !== '');
  const first = pairs.filter(([name]) => name !== CURSOR);
  const listPairs: Pair[] = [
    ...first.filter(([name]) => name !== 'content'),
    ['sort', kind.sort],
    ...(cursors.length > 0 ? cursors : [[CURSOR, ''] as const]),
    ['pagination[withCount]', 'false'],
  ];
  return {
    content,
    listQuery: write(listPairs),
    firstPageQuery: write(first),
    cursor: cursors[0]?.[1] ?? null,
    isPlain: cursors.length === 0 && first.length < 2 && first.every(([name]) => name === 'locale'),
  };
};

/** What of a list's query says which items it holds: the query of its feed. '' where nothing does. */
export const narrowingQuery = (queryString: string, own: readonly string[]): string => {
  if (queryString === '') return '';
  const pairs: Pair[] = [...new URLSearchParams(queryString)];
  const known = [...NARROWING, ...own];
  return write(pairs.filter(([name]) => known.includes(name.split('[', 1)[0] ?? '')));
};

/** The path and query of a page of a feed. */
export const pagePath = (path: string, firstPageQuery: string, cursor: string | null): string => {
  const query = [firstPageQuery, cursor === null ? '' : write([[CURSOR, cursor]])].filter((part) => part !== '');
  return query.length === 0 ? path : `${path}?${query.join('&')}`;
};
