import { countQueries, createArticle, startApp, updateArticle, type TestApp } from '../support';
import { readJsonFeed } from '../support/json-feed-rules';

interface Item {
  id: string;
  url: string;
  title: string;
  content_html?: string;
  content_text?: string;
  date_published: string;
  date_modified?: string;
  language: string;
  _gazette: Record<string, unknown>;
}

interface Feed {
  version: string;
  title: string;
  feed_url: string;
  home_page_url: string;
  next_url?: string;
  language: string;
  items: Item[];
}

const FEED = '/api/feeds/articles.json';
const COUNT = 9;

let app: TestApp;
const ids: string[] = [];

const publish = (data: Record<string, unknown>) => createArticle(app, data, { status: 'published' });

beforeAll(async () => {
  app = await startApp({
    environment: { PUBLIC_API_URL: 'https://api.example.vn', PUBLIC_SITE_URL: 'https://www.example.vn' },
  });
  const topic = await app.strapi.documents('plugin::gazette.topic').create({ data: { name: 'Thuỷ lợi' } });
  const author = await app.strapi.documents('plugin::gazette.author').create({ data: { name: 'Đỗ Thị Ánh' } });
  for (let index = 0; index < COUNT; index += 1) {
    const { documentId } = await publish({
      title: `Tin số ${index}`,
      lead: `Đoạn mở đầu ${index}.`,
      body: [{ __component: 'gazette.html', html: `<p>Thân bài <strong>${index}</strong>.</p>` }],
      topics: index % 2 === 0 ? [topic.documentId] : [],
      authorships: [{ author: author.documentId }],
      // Two came out at the same moment.
      releasedAt: new Date(Date.UTC(2024, 0, 1 + Math.floor(index / 2))).toISOString(),
    });
    ids.push(documentId);
  }
  await updateArticle(app, ids[0] ?? '', { title: 'News number 0', lead: 'In English.' }, { locale: 'en' });
});

afterAll(() => app.stop());

/** A page of the feed, which must be valid. */
const read = async (path: string): Promise<Feed> => {
  const answer = await fetch(app.url + path);
  expect([path, answer.status]).toEqual([path, 200]);
  expect(answer.headers.get('content-type')).toBe('application/feed+json; charset=utf-8');
  return readJsonFeed<Feed>(await answer.text());
};

const pathOf = (url: string): string => {
  const { origin, pathname, search } = new URL(url);
  expect(origin).toBe('https://api.example.vn');
  return pathname + search;
};

const documentIds = ({ items }: Feed) => items.map(({ _gazette }) => _gazette.documentId);

const walk = async (path: string): Promise<Feed[]> => {
  const feed = await read(path);
  return feed.next_url === undefined ? [feed] : [feed, ...(await walk(pathOf(feed.next_url)))];
};

describe('the JSON feed of articles', () => {
  it('says what it is, and where it and the site are', async () => {
    expect(await read(FEED)).toMatchObject({
      title: 'Tin tức',
      language: 'vi',
      feed_url: `https://api.example.vn${FEED}`,
      home_page_url: expect.stringMatching(/^https:\/\/www\.example\.vn\/?$/),
    });
  });

  it('holds the newest first, complete, with dates, authors and tags', async () => {
    const { items } = await read(FEED);
    expect(items).toHaveLength(COUNT);
    expect(items.map(({ date_published }) => date_published)).toEqual(
      items
        .map(({ date_published }) => date_published)
        .sort()
        .reverse(),
    );
    const [item] = items;
    expect(item).toMatchObject({
      title: 'Tin số 8',
      url: 'https://www.example.vn/articles/tin-so-8',
      content_html: expect.stringContaining('<strong>8</strong>'),
      content_text: expect.stringContaining('Thân bài 8.'),
      summary: 'Đoạn mở đầu 8.',
      date_published: expect.stringMatching(/^2024-01-05T00:00:00(\.000)?Z$/),
      authors: [{ name: 'Đỗ Thị Ánh' }],
      tags: ['Thuỷ lợi'],
      language: 'vi',
      _gazette: { documentId: ids[8], collection: 'articles', version: 1, rating: { count: 0, sum: 0, average: null } },
    });
  });

  it.each([1, 2, 4, COUNT])('paged by %s covers all exactly once through next_url', async (size) => {
    const pages = await walk(`${FEED}?pagination[pageSize]=${size}`);
    expect(pages).toHaveLength(Math.ceil(COUNT / size));
    const found = pages.flatMap(documentIds);
    expect(found).toHaveLength(COUNT);
    expect([...found].sort()).toEqual([...ids].sort());
    expect(found).toEqual(documentIds(await read(FEED)));
    // Every page names the same feed.
    expect(new Set(pages.map(({ feed_url }) => feed_url)).size).toBe(1);
  });

  it('keeps its filters and content while it is paged', async () => {
    const pages = await walk(`${FEED}?filters[topic][slug][$eq]=thuy-loi&content=summary&pagination[pageSize]=2`);
    expect(pages.flatMap(documentIds).sort()).toEqual(ids.filter((_, index) => index % 2 === 0).sort());
    for (const { items } of pages) for (const item of items) expect(item).not.toHaveProperty('content_html');
  });

  it('is short with content=summary', async () => {
    const [item] = (await read(`${FEED}?content=summary`)).items;
    expect(item).toMatchObject({ content_text: 'Đoạn mở đầu 8.' });
    expect(item).not.toHaveProperty('content_html');
    expect(await read(`${FEED}?content=full`)).toMatchObject({ items: (await read(FEED)).items });
  });

  it('is there in the other language', async () => {
    const feed = await read(`${FEED}?locale=en`);
    expect(feed).toMatchObject({ title: 'News', language: 'en' });
    expect(feed.items).toMatchObject([
      { title: 'News number 0', url: 'https://www.example.vn/en/articles/news-number-0', language: 'en' },
    ]);
  });

  it('is filled up from the fallback, and says so', async () => {
    const { items } = await read(`${FEED}?locale=en&fallback=vi`);
    expect(items).toHaveLength(COUNT);
    const own = items.filter(({ _gazette }) => _gazette.isFallback !== true);
    expect(own.map(({ title }) => title)).toEqual(['News number 0']);
  });

  it('keeps the id of an item when its slug changes', async () => {
    const { documentId } = await publish({ title: 'Đổi đường dẫn', releasedAt: '2023-01-01T00:00:00Z' });
    const find = async () => (await read(FEED)).items.find(({ _gazette }) => _gazette.documentId === documentId);
    const before = await find();
    await updateArticle(app, documentId, { slug: 'duong-dan-khac' });
    const after = await find();
    expect(after?.url).toBe('https://www.example.vn/articles/duong-dan-khac');
    expect(after?.id).toBe(before?.id);
    expect(before?.id).toContain(documentId);
    await app.strapi.documents('plugin::gazette.article').delete({ documentId, locale: '*' });
    expect(await find()).toBeUndefined();
  });

  it('marks what was withdrawn and shows corrections', async () => {
    const { documentId } = await publish({
      title: 'Đã rút',
      withdrawal: { at: '2024-06-01T00:00:00Z', reason: 'Nhầm số liệu.' },
    });
    const item = (await read(FEED)).items.find(({ _gazette }) => _gazette.documentId === documentId);
    expect(item?._gazette).toMatchObject({ isWithdrawn: true, withdrawal: { reason: 'Nhầm số liệu.' } });
    expect(item?.content_html).toContain('Nhầm số liệu.');
    await app.strapi.documents('plugin::gazette.article').delete({ documentId, locale: '*' });
  });

  it('tells anew of what was withdrawn or corrected, and of nothing smaller', async () => {
    const { documentId } = await publish({ title: 'Số liệu sai', releasedAt: '2023-01-01T00:00:00Z' });
    const modified = async () =>
      (await read(FEED)).items.find(({ _gazette }) => _gazette.documentId === documentId)?.date_modified;
    await updateArticle(app, documentId, { title: 'Số liệu sai,' });
    expect(await modified()).toBe('2023-01-01T00:00:00.000Z');
    await updateArticle(app, documentId, { corrections: [{ at: '2024-05-01T00:00:00Z', text: 'Nay sửa.' }] });
    expect(await modified()).toBe('2024-05-01T00:00:00.000Z');
    await updateArticle(app, documentId, { withdrawal: { at: '2024-06-01T00:00:00Z', reason: 'Nhầm.' } });
    expect(await modified()).toBe('2024-06-01T00:00:00.000Z');
    await app.strapi.documents('plugin::gazette.article').delete({ documentId, locale: '*' });
  });

  it('is at the next request what was just published', async () => {
    const before = await app.request.get(FEED).expect(200);
    const { documentId } = await publish({ title: 'Tin nóng' });
    expect(documentIds(await read(FEED))[0]).toBe(documentId);
    await app.request.get(FEED).set('If-None-Match', before.headers.etag).expect(200);
    await app.strapi.documents('plugin::gazette.article').delete({ documentId, locale: '*' });
  });

  it('is a 304 while nothing changes', async () => {
    const { headers } = await app.request.get(FEED).expect(200);
    await app.request.get(FEED).set('If-None-Match', headers.etag).expect(304);
    await app.request.get(`${FEED}?content=summary`).set('If-None-Match', headers.etag).expect(200);
  });

  it('is two queries for public reads and none of Strapi', async () => {
    expect(await countQueries(app.strapi, () => app.request.get(FEED).expect(200))).toEqual({ strapi: [], reads: 2 });
  });

  it.each([
    ['content=long', 'content'],
    ['content=full&content=summary', 'content'],
    ['pagination[page]=2', 'pagination[page]'],
    ['pagination[start]=2', 'pagination[start]'],
    ['pagination[withCount]=true', 'pagination[withCount]'],
    ['pagination[pageSize]=0', 'pagination[pageSize]'],
    ['pagination[pageSize]=101', 'pagination[pageSize]'],
    ['pagination[cursor]=forged', 'pagination[cursor]'],
    ['sort=title', 'sort'],
    ['fields=title', 'fields'],
    ['locale=fr', 'locale'],
    ['locale=vi&locale=en', 'locale'],
    ['fallback=fr', 'fallback'],
    ['filters[headline]=x', 'filters[headline]'],
    ['filters[topic][$contains]=x', 'filters[topic][$contains]'],
    ['status=draft', 'status'],
    ['q=', 'q'],
    ['q=%21', 'q'],
    ['unknown=1', 'unknown'],
    ['filters[topic]=%00', 'query'],
    ['filters[topic]=%E0%A4', 'query'],
    ['content=%FF', 'query'],
  ])('refuses %s and names it', async (query, path) => {
    const { body } = await app.request.get(`${FEED}?${query}`).expect(400);
    expect(body).toMatchObject({ data: null, error: { status: 400, name: 'ValidationError' } });
    expect(body.error.details.errors).toEqual([expect.objectContaining({ path: [path] })]);
  });

  it.each([
    'nonsense.json',
    'site.json',
    'citing.json',
    'articles.xml',
    'articles',
    '.json',
    '__proto__.json',
    'articles.json.json',
  ])('is told from %s, a 404 that says which feeds there are', async (file) => {
    const { body } = await app.request.get(`/api/feeds/${file}`).expect(404);
    expect(body).toMatchObject({ data: null, error: { name: 'NotFoundError' } });
    const lists = [
      'articles',
      'authors',
      'directives',
      'documents',
      'dossiers',
      'issuers',
      'pages',
      'resolutions',
      'tags',
      'topics',
    ];
    expect([...body.error.details.feeds].sort()).toEqual(
      lists.flatMap((list) => ['atom', 'json', 'rss'].map((ending) => `${list}.${ending}`)),
    );
  });
});
