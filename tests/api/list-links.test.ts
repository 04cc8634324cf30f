import { createArticle, startApp, updateArticle, type TestApp } from '../support';

const TYPES = ['application/feed+json', 'application/atom+xml', 'application/rss+xml'];
const ENDINGS = ['json', 'atom', 'rss'];

interface Item {
  documentId: string;
}

describe('the header Link of a list', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startApp();
    const topic = await app.strapi.documents('plugin::gazette.topic').create({ data: { name: 'Kinh tế' } });
    for (const title of ['Bắp được mùa', 'Cầu mới'])
      await createArticle(app, { title, topics: [topic.documentId] }, { status: 'published' });
    const { documentId } = await createArticle(app, { title: 'Lúa được giá' }, { status: 'published' });
    await updateArticle(app, documentId, { title: 'Rice' }, { locale: 'en' });
  });
  afterAll(() => app.stop());

  const alternatesIn = (link = '') =>
    [...link.matchAll(/<([^<>]*)>; rel="alternate"; type="([^"]*)"/g)].map(([, url = '', type]) => ({ url, type }));
  const alternatesOf = async (address: string) =>
    alternatesIn((await app.request.get(encodeURI(address)).expect(200)).headers.link);
  /** What to ask of the host under test for an absolute address. */
  const targetOf = (url = '') => new URL(url).pathname + new URL(url).search;

  it.each([
    ['articles', '', ''],
    ['documents', '', ''],
    ['topics', '?sort=title&pagination[page]=1&pagination[pageSize]=2&fields=title', ''],
    ['articles', '?pagination[cursor]=&pagination[pageSize]=1&locale=en&fallback=vi', '?locale=en&fallback=vi'],
    ['articles', '?filters[topic]=kinh-te&sort=title&fields=slug', '?filters[topic]=kinh-te'],
    ['articles', '?filters[topic][slug][$eq]=kinh-te&populate=*', '?filters[topic][slug][$eq]=kinh-te'],
    ['articles', '?q=được&sort=relevance&filters[year][$notNull]=true', '?q=được&filters[year][$notNull]=true'],
    ['documents', '?issuerTree=true&asOf=2024-01-02&facets=kind', '?issuerTree=true&asOf=2024-01-02'],
  ])('of %s%s names its feeds in each format, with %j', async (list, query, kept) => {
    const alternates = await alternatesOf(`/api/${list}${query}`);
    expect(alternates.map(({ type }) => type)).toEqual(TYPES);
    expect(alternates.map(({ url }) => decodeURIComponent(targetOf(url)))).toEqual(
      ENDINGS.map((ending) => `/api/feeds/${list}.${ending}${kept}`),
    );
    for (const { url, type } of alternates) {
      const feed = await app.request.get(targetOf(url)).expect(200);
      expect(feed.headers['content-type']).toBe(`${type}; charset=utf-8`);
    }
  });

  it.each(['filters[topic]=kinh-te', 'q=được', 'locale=en', 'locale=en&fallback=vi', 'filters[tag][$null]=true'])(
    'leads to a feed of the same items for %s',
    async (query) => {
      const { body } = await app.request.get(encodeURI(`/api/articles?${query}`)).expect(200);
      const [json] = await alternatesOf(`/api/articles?${query}`);
      const feed = await app.request.get(targetOf(json?.url)).expect(200);
      const shown: Item[] = JSON.parse(feed.text).items.map(({ _gazette }: { _gazette: Item }) => _gazette);
      const ids = (items: Item[]) => items.map(({ documentId }) => documentId).sort();
      expect(body.data.length).toBeGreaterThan(0);
      expect(ids(shown)).toEqual(ids(body.data));
    },
  );

  it('is the same on a 304 and for HEAD, behind the links to the page itself and the next', async () => {
    const address = '/api/articles?pagination%5BpageSize%5D=1';
    const { headers } = await app.request.get(address).set('Accept-Encoding', 'identity').expect(200);
    expect(headers.link).toMatch(/^<[^>]*>; rel="self", <[^>]*>; rel="next", <[^>]*>; rel="alternate"/);
    const conditional = { 'Accept-Encoding': 'identity', 'If-None-Match': String(headers.etag) };
    const unmodified = await app.request.get(address).set(conditional).expect(304);
    expect(unmodified.headers.link).toBe(headers.link);
    const head = await app.request.head(address).set('Accept-Encoding', 'identity').expect(200);
    expect(head.headers.link).toBe(headers.link);
  });

  it('names none where the address would be too long, nor for what is no list', async () => {
    const words = 'được mùa '.repeat(9).trim();
    expect(await alternatesOf(`/api/articles?q=${words} ${'bắp'.repeat(36)}`)).toEqual([]);
    for (const address of ['/api/articles/cau-moi', '/api/search?q=mùa', '/api/changes?limit=1'])
      expect([address, await alternatesOf(address)]).toEqual([address, []]);
  });

  it('holds no address that the request writes into it', async () => {
    const { headers } = await app.request
      .get('/api/articles?q=a%3E;rel=%22x%22,%3Chttp://evil.example%3E&populate=>;rel="x",<http://evil.example>')
      .expect(200);
    const alternates = alternatesIn(headers.link);
    expect(alternates).toHaveLength(3);
    expect(alternates.every(({ url }) => url.startsWith('http://localhost:1337/api/feeds/'))).toBe(true);
    expect(headers.link).not.toContain('<http://evil');
  });
});
