import Parser from 'rss-parser';
import { countQueries, createArticle, startApp, updateArticle, type TestApp } from '../support';
import { channelLink, linkOf, readAtom, readRss } from '../support/feed-rules';
import { readJsonFeed } from '../support/json-feed-rules';
import { createRegister } from './register';

const HUB = 'https://hub.example.vn/';
const API = 'https://api.example.vn';
const COUNT = 7;
const DAY_MS = 86_400_000;

const LISTS = [
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

let app: TestApp;
let documentId: string;
const ids: string[] = [];

beforeAll(async () => {
  app = await startApp({
    environment: {
      PUBLIC_API_URL: API,
      PUBLIC_SITE_URL: 'https://www.example.vn',
      FEEDS_WEBSUB_HUB: HUB,
      // The hub is only named here; nobody is told.
      BACKGROUND_WORK: 'false',
    },
  });
  const topic = await app.strapi.documents('plugin::gazette.topic').create({ data: { name: 'Thuỷ lợi' } });
  await app.strapi.documents('plugin::gazette.tag').create({ data: { name: 'nước sạch' } });
  for (let index = 0; index < COUNT; index += 1) {
    const made = await createArticle(
      app,
      {
        title: `Tin số ${index} & “trích”`,
        body: [{ __component: 'gazette.html', html: `<p>Thân bài <strong>${index}</strong>.</p>` }],
        topics: index % 2 === 0 ? [topic.documentId] : [],
        releasedAt: new Date(Date.UTC(2024, 0, 1) + index * DAY_MS).toISOString(),
      },
      { status: 'published' },
    );
    ids.push(made.documentId);
  }
  const register = await createRegister(app);
  documentId = await register.document('57-KL/TW', { summary: 'Về công tác cán bộ.', topics: [topic.documentId] });
  await register.document('34-NQ/TW', {}, { collection: 'resolutions' });
});

afterAll(() => app.stop());

const text = async (path: string): Promise<{ text: string; headers: Headers }> => {
  const answer = await fetch(`${app.url}${path}`);
  expect([path, answer.status]).toEqual([path, 200]);
  return { text: await answer.text(), headers: answer.headers };
};
const atom = async (path: string) => readAtom((await text(path)).text);
const rss = async (path: string) => readRss((await text(path)).text);
const json = async (path: string) => JSON.parse((await text(path)).text);
const jsonFeed = async (path: string) => readJsonFeed<ReturnType<typeof JSON.parse>>((await text(path)).text);
const pathOf = (url: string): string => {
  expect(url.startsWith(API)).toBe(true);
  return url.slice(API.length);
};

const walkAtom = async (path: string): Promise<Awaited<ReturnType<typeof atom>>[]> => {
  const feed = await atom(path);
  const next = linkOf(feed, 'next');
  return next === undefined ? [feed] : [feed, ...(await walkAtom(pathOf(next)))];
};

describe('every list', () => {
  it.each(LISTS)('has a feed in three formats with the same items: %s', async (list) => {
    for (const locale of ['vi', 'en']) {
      const query = `?locale=${locale}&pagination[pageSize]=100`;
      const feed = await jsonFeed(`/api/feeds/${list}.json${query}`);
      const found = feed.items.map(({ id }: { id: string }) => id);
      expect((await atom(`/api/feeds/${list}.atom${query}`)).entry.map(({ id }) => id)).toEqual(found);
      expect((await rss(`/api/feeds/${list}.rss${query}`)).item.map(({ guid }) => guid['#text'])).toEqual(found);
      const page = await json(`/api/${list}${query}`);
      const inList = page.data.map((one: { documentId: string }) => one.documentId).sort();
      expect(feed.items.map((one: { _gazette: { documentId: string } }) => one._gazette.documentId).sort()).toEqual(
        inList,
      );
    }
  });

  it.each(LISTS)('tells the newest first: %s', async (list) => {
    const { items } = await jsonFeed(`/api/feeds/${list}.json`);
    const dates = items.map(({ date_published }: { date_published: string }) => date_published);
    expect(dates).toEqual([...dates].sort().reverse());
  });

  it.each([
    ['json', 'application/feed+json; charset=utf-8'],
    ['atom', 'application/atom+xml; charset=utf-8'],
    ['rss', 'application/rss+xml; charset=utf-8'],
  ])('answers .%s as %s, and 304 while nothing changes', async (ending, type) => {
    const { headers } = await text(`/api/feeds/documents.${ending}`);
    expect(headers.get('content-type')).toBe(type);
    const again = await fetch(`${app.url}/api/feeds/documents.${ending}`, {
      headers: { 'If-None-Match': headers.get('etag') ?? '' },
    });
    expect(again.status).toBe(304);
  });
});

describe('Atom and RSS', () => {
  it.each([1, 2, 3, COUNT])('paged by %s cover all exactly once', async (size) => {
    const pages = await walkAtom(`/api/feeds/articles.atom?pagination[pageSize]=${size}`);
    expect(pages).toHaveLength(Math.ceil(COUNT / size));
    const found = pages.flatMap(({ entry }) => entry.map(({ id }) => id));
    expect(new Set(found).size).toBe(COUNT);
    expect(new Set(pages.map(({ id }) => id)).size).toBe(1);
    const first = await rss(`/api/feeds/articles.rss?pagination[pageSize]=${size}`);
    expect(channelLink(first, 'next') === undefined).toBe(size >= COUNT);
  });

  it('keep their filters, as lists have them', async () => {
    const even = ids.filter((_, index) => index % 2 === 0);
    const pages = await walkAtom('/api/feeds/articles.atom?filters[topic]=thuy-loi&pagination[pageSize]=2');
    expect(pages.flatMap(({ entry }) => entry)).toHaveLength(even.length);
    const documents = await atom('/api/feeds/documents.atom?filters[issuer]=bo-chinh-tri&issuerTree=true');
    expect(documents.entry).toHaveLength(2);
    expect((await atom('/api/feeds/directives.atom?filters[kind]=conclusion')).entry).toHaveLength(1);
    expect((await atom('/api/feeds/documents.atom?filters[topic]=thuy-loi')).entry).toHaveLength(1);
    expect((await atom('/api/feeds/articles.atom?q=tin%20s%E1%BB%91%203')).entry.map(({ title }) => title)).toEqual([
      'Tin số 3 & “trích”',
    ]);
    expect((await rss('/api/feeds/documents.rss?q=57-kl/tw')).item).toHaveLength(1);
  });

  it('refuse the same parameters as JSON', async () => {
    for (const query of [
      'sort=title',
      'pagination[page]=2',
      'colour=red',
      'content=x',
      'issuerTree=true',
      'locale=fr',
    ]) {
      const answer = await fetch(`${app.url}/api/feeds/articles.atom?${query}`);
      const { error } = JSON.parse(await answer.text());
      expect([query, answer.status, error.name]).toEqual([query, 400, 'ValidationError']);
    }
  });

  it('are read by another parser', async () => {
    for (const ending of ['atom', 'rss']) {
      const feed = await new Parser().parseString((await text(`/api/feeds/articles.${ending}`)).text);
      expect(feed.title).toBe('Tin tức');
      expect(feed.items[0]).toMatchObject({
        title: 'Tin số 6 & “trích”',
        link: 'https://www.example.vn/articles/tin-so-6-trich',
        isoDate: '2024-01-07T00:00:00.000Z',
      });
    }
  });

  it('are two queries for public reads, four where Atom tells what went and came back, and none of Strapi', async () => {
    const reads = (path: string) => countQueries(app.strapi, () => app.request.get(path).expect(200));
    expect(await reads('/api/feeds/articles.rss')).toEqual({ strapi: [], reads: 2 });
    expect(await reads('/api/feeds/articles.atom')).toEqual({ strapi: [], reads: 4 });
  });
});

describe('the hub', () => {
  it.each(['json', 'atom', 'rss'])('is named by the feeds that it is told of, and by no other: .%s', async (ending) => {
    const links = async (query: string) => (await text(`/api/feeds/articles.${ending}${query}`)).headers.get('link');
    for (const query of ['', '?locale=vi', '?locale=en']) {
      expect(await links(query)).toContain(`<${HUB}>; rel="hub"`);
      expect(await links(query)).toContain(`<${API}/api/feeds/articles.${ending}${query}>; rel="self"`);
    }
    for (const query of ['?filters[topic]=thuy-loi', '?content=summary', '?pagination[pageSize]=2'])
      expect(await links(query)).not.toContain('rel="hub"');
  });
});

describe('the feed of documents', () => {
  it('tells of the symbol, the status and the issuer', async () => {
    const { items } = await jsonFeed('/api/feeds/documents.json');
    const found = items.find((one: { _gazette: { documentId: string } }) => one._gazette.documentId === documentId);
    expect(found).toMatchObject({
      title: 'Về việc thứ 57-KL/TW',
      summary: 'Về công tác cán bộ.',
      authors: [{ name: 'Bộ Chính trị' }],
      tags: expect.arrayContaining(['Thuỷ lợi']),
      _gazette: {
        collection: 'directives',
        symbol: '57-KL/TW',
        issuedOn: '2023-06-15',
        status: { code: expect.any(String) },
      },
    });
    const { entry } = await atom('/api/feeds/documents.atom');
    expect(entry.map((one) => one['dcterms:identifier']).sort()).toEqual(['34-NQ/TW', '57-KL/TW']);
  });
});

describe('a feed of one facet', () => {
  const create = (type: string, data: Record<string, unknown>) =>
    app.strapi.documents(`plugin::gazette.${type}` as 'plugin::gazette.topic').create({ data });
  let made: string;

  beforeAll(async () => {
    const [topic, tag] = [await create('topic', { name: 'Đê điều' }), await create('tag', { name: 'kè biển' })];
    const dossier = await create('dossier', { title: 'Chống sạt lở' });
    const author = await create('author', { name: 'Lê Thị Sen' });
    ({ documentId: made } = await createArticle(
      app,
      {
        title: 'Gia cố kè biển',
        topics: [topic.documentId],
        tags: [tag.documentId],
        dossiers: [dossier.documentId],
        authorships: [{ author: author.documentId }],
      },
      { status: 'published' },
    ));
    await updateArticle(app, made, { title: 'The dyke is reinforced' }, { locale: 'en' });
    await app.strapi.documents('plugin::gazette.article').publish({ documentId: made, locale: 'en' });
  });

  it.each(['topic=de-dieu', 'tag=ke-bien', 'dossier=chong-sat-lo', 'author=le-thi-sen'])(
    'has the articles of %s, in each language and format',
    async (filter) => {
      const [facet = '', slug] = filter.split('=');
      // As the facet itself names it in English.
      const { meta } = await json(`/api/articles?locale=en&facets=${facet}`);
      const [inEnglish] = meta.facets[facet].values;
      for (const [locale, value] of [
        ['vi', slug],
        ['en', inEnglish.value],
      ]) {
        const query = `?locale=${locale}&filters[${facet}]=${value}`;
        const id = `${API}/api/articles/${made}?locale=${locale}`;
        const { items } = await jsonFeed(`/api/feeds/articles.json${query}`);
        expect([locale, items.map((one: { id: string }) => one.id)]).toEqual([locale, [id]]);
        expect((await atom(`/api/feeds/articles.atom${query}`)).entry.map((one) => one.id)).toEqual([id]);
        expect((await rss(`/api/feeds/articles.rss${query}`)).item.map(({ guid }) => guid['#text'])).toEqual([id]);
      }
    },
  );
});
