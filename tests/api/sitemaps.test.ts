import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { createArticle, createResolution, startApp, updateArticle, type TestApp } from '../support';

const SITE = 'https://www.example.vn';
const API = 'https://api.example.vn';
const ARTICLE = 'plugin::gazette.article';

interface Link {
  '@rel': string;
  '@hreflang': string;
  '@href': string;
}
interface Url {
  loc: string;
  lastmod: string;
  'xhtml:link'?: Link[];
  'news:news'?: Record<string, unknown>;
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  isArray: (name) => ['url', 'sitemap', 'xhtml:link'].includes(name),
});

describe('sitemaps', () => {
  let app: TestApp;
  const ids = new Map<string, string>();

  const publish = async (title: string, data: Record<string, unknown> = {}) => {
    const { documentId } = await createArticle(app, { title, ...data }, { status: 'published' });
    ids.set(title, documentId);
    return documentId;
  };

  beforeAll(async () => {
    app = await startApp({ environment: { PUBLIC_API_URL: API, PUBLIC_SITE_URL: SITE } });
    const { strapi } = app;
    await strapi.documents('plugin::gazette.topic').create({
      data: { name: 'Kinh tế', translations: [{ locale: 'en', name: 'Economy', slug: 'economy' }] },
    });
    await strapi.documents('plugin::gazette.topic').create({ data: { name: 'Chỉ tiếng Việt' } });
    await createResolution(app);
    await publish('Tin cũ', { releasedAt: '2020-03-04T05:06:07.000Z' });
    const both = await publish('Hai & ngôn ngữ <b>');
    await updateArticle(app, both, { title: 'Two languages' }, { locale: 'en' });
    await publish('Ẩn', { seo: { noIndex: true } });
    const half = await publish('Ẩn một nửa');
    await updateArticle(app, half, { title: 'Half hidden', seo: { noIndex: true } }, { locale: 'en' });
    await publish('Đã rút', { withdrawal: { at: '2026-01-01T00:00:00.000Z', reason: 'Sai.' } });
    await createArticle(app, { title: 'Bản nháp' });
  });
  afterAll(() => app.stop());

  const xml = async (path: string) => {
    const { text, headers } = await app.request
      .get(path)
      .buffer(true)
      .parse((response, done) => {
        let all = '';
        response.setEncoding('utf8');
        response.on('data', (part: string) => (all += part));
        response.on('end', () => done(null, all));
      })
      .expect(200)
      .then((answer) => ({ text: String(answer.body), headers: answer.headers }));
    expect(headers['content-type']).toBe('application/xml; charset=utf-8');
    expect(XMLValidator.validate(text)).toBe(true);
    return { text, parsed: parser.parse(text) };
  };
  const files = async (): Promise<string[]> => {
    const { parsed } = await xml('/api/sitemap.xml');
    return parsed.sitemapindex.sitemap.map(({ loc }: { loc: string }) => loc);
  };
  const urls = async (): Promise<Url[]> => {
    const found: Url[] = [];
    for (const file of await files()) {
      if (file.endsWith('/news.xml')) continue;
      const { parsed } = await xml(file.replace(API, ''));
      found.push(...(parsed.urlset.url ?? []));
    }
    return found;
  };

  it('are named by an index with absolute addresses and the last change of each', async () => {
    const { parsed } = await xml('/api/sitemap.xml');
    expect(parsed.sitemapindex.sitemap).toEqual([
      { loc: `${API}/api/sitemaps/items-1.xml`, lastmod: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) },
      { loc: `${API}/api/sitemaps/news.xml` },
    ]);
  });

  it('hold the address of everything that is public, once', async () => {
    const found = (await urls()).map(({ loc }) => loc);
    expect(new Set(found).size).toBe(found.length);
    expect(found).toEqual(
      expect.arrayContaining([
        `${SITE}/articles/tin-cu`,
        `${SITE}/articles/hai-ngon-ngu-b`,
        `${SITE}/en/articles/two-languages`,
        `${SITE}/articles/an-mot-nua`,
        `${SITE}/articles/da-rut`,
        `${SITE}/topics/kinh-te`,
        `${SITE}/en/topics/economy`,
        `${SITE}/topics/chi-tieng-viet`,
        `${SITE}/resolutions/${(await app.request.get('/api/resolutions')).body.data[0].slug}`,
      ]),
    );
    // Hidden from search engines; a draft; the text of another language.
    expect(found).not.toContain(`${SITE}/articles/an`);
    expect(found).not.toContain(`${SITE}/en/articles/half-hidden`);
    expect(found.join()).not.toMatch(/ban-nhap|en\/topics\/chi-tieng-viet/);
  });

  it('tell of the other languages of an item, each of which tells the same', async () => {
    const found = await urls();
    const wanted = [
      { '@rel': 'alternate', '@hreflang': 'en', '@href': `${SITE}/en/articles/two-languages` },
      { '@rel': 'alternate', '@hreflang': 'vi', '@href': `${SITE}/articles/hai-ngon-ngu-b` },
      { '@rel': 'alternate', '@hreflang': 'x-default', '@href': `${SITE}/articles/hai-ngon-ngu-b` },
    ];
    for (const loc of [`${SITE}/articles/hai-ngon-ngu-b`, `${SITE}/en/articles/two-languages`]) {
      const links = found.find((url) => url.loc === loc)?.['xhtml:link'] ?? [];
      expect([...links].sort((a, b) => (a['@hreflang'] < b['@hreflang'] ? -1 : 1))).toEqual(wanted);
    }
    // Its other language is hidden.
    expect(found.find(({ loc }) => loc.endsWith('/an-mot-nua'))?.['xhtml:link']).toBeUndefined();
  });

  it('tell when a text last changed for its readers', async () => {
    const old = async () => (await urls()).find(({ loc }) => loc.endsWith('/tin-cu'))?.lastmod;
    expect(await old()).toBe('2020-03-04T05:06:07.000Z');
    await updateArticle(app, ids.get('Tin cũ') ?? '', { lead: 'Sửa lỗi chính tả.' });
    expect(await old()).toBe('2020-03-04T05:06:07.000Z');
    await updateArticle(app, ids.get('Tin cũ') ?? '', { updateType: 'major', changeNote: 'Bổ sung số liệu.' });
    expect(Date.parse((await old()) ?? '')).toBeGreaterThan(Date.now() - 60_000);
  });

  it('have the news of two days, newest first, without what was withdrawn', async () => {
    await publish('Mới nhất');
    await publish('Ba hôm trước', { releasedAt: new Date(Date.now() - 3 * 86_400_000).toISOString() });
    await publish('Hôm qua', { releasedAt: new Date(Date.now() - 86_400_000).toISOString() });
    const { parsed } = await xml('/api/sitemaps/news.xml');
    const news: Url[] = parsed.urlset.url;
    const found = news.map(({ loc }) => loc);
    expect(found[0]).toBe(`${SITE}/articles/moi-nhat`);
    expect(found[found.length - 1]).toBe(`${SITE}/articles/hom-qua`);
    expect(found).toContain(`${SITE}/en/articles/two-languages`);
    expect(found.join()).not.toMatch(/ba-hom-truoc|da-rut|\/an$|tin-cu|half-hidden/);
    expect(news.find(({ loc }) => loc.endsWith('hai-ngon-ngu-b'))?.['news:news']).toEqual({
      'news:publication': { 'news:name': 'www.example.vn', 'news:language': 'vi' },
      'news:publication_date': expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      'news:title': 'Hai & ngôn ngữ <b>',
    });
  });

  it('lose what is taken back, at once', async () => {
    await publish('Sẽ gỡ');
    expect((await urls()).map(({ loc }) => loc)).toContain(`${SITE}/articles/se-go`);
    await app.strapi.documents(ARTICLE).unpublish({ documentId: ids.get('Sẽ gỡ') ?? '', locale: '*' });
    expect((await urls()).map(({ loc }) => loc)).not.toContain(`${SITE}/articles/se-go`);
  });

  it('are 304 while nothing is published', async () => {
    const path = '/api/sitemaps/items-1.xml';
    const { headers } = await app.request.get(path).expect(200);
    await app.request.get(path).set('If-None-Match', String(headers.etag)).expect(304);
    await publish('Đổi thẻ');
    await app.request.get(path).set('If-None-Match', String(headers.etag)).expect(200);
    await app.request.head('/api/sitemap.xml').expect(200);
  });

  it.each(['items-0.xml', 'items-2.xml', 'items-01.xml', 'items-x.xml', 'khong-co.xml', 'news.json', '__proto__'])(
    'have no %s',
    async (file) => {
      const { body } = await app.request.get(`/api/sitemaps/${file}`).expect(404);
      expect(body.error.details.allowed).toEqual(['items-1.xml', 'news.xml']);
    },
  );

  it.each(['/api/sitemap.xml', '/api/sitemaps/items-1.xml', '/api/sitemaps/news.xml'])(
    'take no parameters and no other method: %s',
    async (path) => {
      const { body } = await app.request.get(`${path}?page=2`).expect(400);
      expect(body.error.details.errors[0].path).toEqual(['page']);
      await app.request.post(path).expect(405);
    },
  );
});
