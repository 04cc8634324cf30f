import { FeedError } from '../../../src/plugins/feeds/server/src/errors';
import { pagePath, readFeedParameters } from '../../../src/plugins/feeds/server/src/public/feed-parameters';

const read = (query: string) =>
  readFeedParameters(query, { file: 'news.json', own: ['tree'], sort: 'publishedAt:desc' });
const PATH = '/api/feeds/news.json';

test('without parameters a feed is full and starts at the beginning, paged by cursor and not counted', () => {
  expect(read('')).toEqual({
    content: 'full',
    listQuery: 'sort=publishedAt%3Adesc&pagination%5Bcursor%5D=&pagination%5BwithCount%5D=false',
    firstPageQuery: '',
    cursor: null,
    isPlain: true,
  });
});

test('content is taken out of what the list is asked', () => {
  const { content, listQuery, firstPageQuery } = read('content=summary&locale=en');
  expect(content).toBe('summary');
  expect(listQuery).not.toContain('content');
  expect(firstPageQuery).toBe('content=summary&locale=en');
});

test.each([
  ['filters in brackets', 'filters[topic]=y-te', 'filters%5Btopic%5D=y-te'],
  ['filters that are encoded already', 'filters%5Btopic%5D%5B%24eq%5D=y-te', 'filters%5Btopic%5D%5B%24eq%5D=y-te'],
  [
    'Vietnamese letters',
    'filters[tag]=%C4%91%C3%AA%20%C4%91i%E1%BB%81u',
    'filters%5Btag%5D=%C4%91%C3%AA%20%C4%91i%E1%BB%81u',
  ],
  ['a plus sign, which is a space', 'filters[tag]=y+te', 'filters%5Btag%5D=y%20te'],
  ['a page size', 'pagination[pageSize]=5', 'pagination%5BpageSize%5D=5'],
  ['a fallback', 'locale=en&fallback=vi', 'locale=en&fallback=vi'],
  ['empty parts', '&locale=en&&', 'locale=en'],
])('%s go to the list and stay in the address of the feed', (_title, query, expected) => {
  const { listQuery, firstPageQuery } = read(query);
  expect(firstPageQuery).toBe(expected);
  expect(listQuery).toContain(expected);
});

test('every page names the same first page, and another next page', () => {
  const first = read('locale=en');
  const second = read('locale=en&pagination[cursor]=abc');
  expect(second.cursor).toBe('abc');
  expect(second.listQuery).toContain('pagination%5Bcursor%5D=abc');
  expect(second.firstPageQuery).toBe(first.firstPageQuery);
  expect(pagePath(PATH, second.firstPageQuery, null)).toBe(`${PATH}?locale=en`);
  expect(pagePath(PATH, second.firstPageQuery, 'def')).toBe(`${PATH}?locale=en&pagination%5Bcursor%5D=def`);
});

test('an empty cursor is the first page', () => {
  expect(read('pagination[cursor]=')).toEqual(read(''));
  expect(pagePath(PATH, '', null)).toBe(PATH);
});

test('two cursors reach the list, which refuses them', () => {
  expect(read('pagination[cursor]=a&pagination[cursor]=b').listQuery).toContain(
    'pagination%5Bcursor%5D=a&pagination%5Bcursor%5D=b',
  );
});

test.each([
  ['sort', 'sort=title:asc', 'sort', 'filters'],
  ['sort in brackets', 'sort[0]=title', 'sort[0]', 'filters'],
  ['fields', 'fields=title', 'fields', 'filters'],
  ['populate', 'populate=*', 'populate', 'filters'],
  ['an unknown name', 'colour=red', 'colour', 'filters'],
  ['a name in brackets that hides a parameter of lists', '[sort]=title', '[sort]', 'filters'],
  ['pages by number', 'pagination[page]=2', 'pagination[page]', 'pagination[cursor]'],
  ['pages by number, encoded', 'pagination%5Bpage%5D=2', 'pagination[page]', 'pagination[cursor]'],
  ['pages by offset', 'pagination[start]=10', 'pagination[start]', 'pagination[cursor]'],
  ['a limit', 'pagination[limit]=10', 'pagination[limit]', 'pagination[cursor]'],
  ['a count', 'pagination[withCount]=true', 'pagination[withCount]', 'pagination[cursor]'],
  ['pagination without brackets', 'pagination=2', 'pagination', 'pagination[cursor]'],
  ['a content that does not exist', 'content=short', 'content', 'summary'],
  ['an empty content', 'content=', 'content', 'full'],
  ['two contents', 'content=full&content=summary', 'content', 'full'],
  ['a list of contents', 'content[0]=full', 'content[0]', 'content'],
])('%s is refused, with its name and what is allowed', (_title, query, parameter, allowed) => {
  const refuse = () => read(query);
  expect(refuse).toThrow(FeedError);
  try {
    refuse();
  } catch (error) {
    const { status, body } = error instanceof FeedError ? error.toAnswer() : { status: 0, body: '{}' };
    expect(status).toBe(400);
    const { data, error: shown } = JSON.parse(String(body));
    expect(data).toBeNull();
    expect(shown).toMatchObject({ status: 400, name: 'ValidationError', details: { errors: [{ path: [parameter] }] } });
    expect(shown.message).toContain(parameter);
    expect(shown.message).toContain(allowed);
    expect(shown.details.errors[0].allowed).toContain(allowed);
  }
});

test("a parameter of the list's own goes to the list", () => {
  const { listQuery, firstPageQuery } = read('tree=true&q=c%E1%BA%A7u');
  expect(firstPageQuery).toBe('tree=true&q=c%E1%BA%A7u');
  expect(listQuery.startsWith('tree=true&q=c%E1%BA%A7u&sort=')).toBe(true);
});

test.each([
  ['', true],
  ['locale=en', true],
  ['locale=en&fallback=vi', false],
  ['filters[topic]=y-te', false],
  ['content=summary', false],
  ['pagination[pageSize]=5', false],
  ['pagination[cursor]=abc', false],
])('a hub is told of the feed with "%s": %s', (query, isPlain) => {
  expect(read(query).isPlain).toBe(isPlain);
});
