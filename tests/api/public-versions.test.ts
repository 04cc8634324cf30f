import { createArticle, startApp, updateArticle, type StartOptions, type TestApp } from '../support';
import { articleOfThreeVersions, redactArticle, type ListedVersion } from './versions';

const ARTICLE = 'plugin::gazette.article';
const ON = { PUBLIC_VERSIONS: 'true' };

const withoutMiddleware: StartOptions['configure'] = (config) => {
  const middlewares = config.get<unknown[]>('middlewares');
  config.set(
    'middlewares',
    middlewares.filter((middleware) => middleware !== 'plugin::delivery.public'),
  );
};

describe.each<[string, StartOptions]>([
  ['by the middleware', { environment: ON }],
  ['by routes of Strapi', { environment: ON, configure: withoutMiddleware }],
])('published versions, served %s', (_, options) => {
  let app: TestApp;
  let id = '';

  beforeAll(async () => {
    app = await startApp(options);
    id = await articleOfThreeVersions(app);
  });
  afterAll(() => app.stop());

  const ask = (path: string) => app.request.get(`/api/articles/${path}`);
  const listOf = async (path: string): Promise<ListedVersion[]> => (await ask(path).expect(200)).body.data;

  it('are listed, newest first, with what happened and what changed', async () => {
    const { body } = await ask(`${id}/versions`).expect(200);
    expect(body.meta).toEqual({
      pagination: { page: 1, pageSize: 25, pageCount: 1, total: 3, nextCursor: null },
    });
    const versions: ListedVersion[] = body.data;
    expect(
      versions.map(({ version, event, major, title, redacted }) => [version, event, major, title, redacted]),
    ).toEqual([
      [3, 'updated', true, 'Lịch cấp nước sạch', false],
      [2, 'updated', false, 'Lịch cấp nước sạch', false],
      [1, 'published', true, 'Lịch cấp nước', false],
    ]);
    expect(versions[0]?.changed).toEqual(expect.arrayContaining(['lead', 'changeHistory', 'publicUpdatedAt']));
    expect(versions[1]?.changed).toEqual(['title', 'jsonLd']);
    expect(versions[2]?.changed).toBeNull();
    expect(new Set(versions.map(({ etag }) => etag)).size).toBe(3);
    expect(Object.keys(versions[0] ?? {}).sort()).toEqual([
      'at',
      'changed',
      'etag',
      'event',
      'major',
      'redacted',
      'title',
      'version',
    ]);
  });

  it('are read one by one, as the item was then', async () => {
    const { body } = await ask(`${id}/versions/1`).expect(200);
    expect(body.data).toMatchObject({ documentId: id, title: 'Lịch cấp nước', lead: 'Cấp lúc sáu giờ.', version: 1 });
    expect(body.meta).toEqual({ version: 1, at: expect.any(String), event: 'published', major: true });
    const now = (await ask(id).expect(200)).body.data;
    const { rating: _rating, ...content } = now;
    expect((await ask(`${id}/versions/3`).expect(200)).body.data).toEqual(content);
  });

  it.each(['0', '4', '01', '-1', 'x', '1.5', '99999999999', '%20'])('%s is none of them', async (number) => {
    expect((await ask(`${id}/versions/${number}`).expect(404)).body.error.name).toBe('NotFoundError');
  });

  it.each([
    ['versions?sort=version', 'sort'],
    ['versions?fields=title', 'fields'],
    ['versions?fallback=vi', 'fallback'],
    ['versions?locale=xx', 'locale'],
    ['versions?pagination[pageSize]=101', 'pagination[pageSize]'],
    ['versions?pagination[cursor]=x', 'pagination[cursor]'],
    ['versions/1?fields=title', 'fields'],
    ['versions/1?x=1', 'x'],
  ])('refuse what they do not know: %s', async (path, parameter) => {
    const { body } = await ask(`${id}/${path}`).expect(400);
    expect(body.error.details.errors[0].path).toEqual([parameter]);
  });

  it('are paged in every form, and the pages meet each of them once', async () => {
    const numbers = async (query: string) => (await listOf(`${id}/versions?${query}`)).map(({ version }) => version);
    expect(await numbers('pagination[page]=2&pagination[pageSize]=2')).toEqual([1]);
    expect(await numbers('pagination[start]=1&pagination[limit]=1')).toEqual([2]);
    expect(await numbers('pagination[page]=9')).toEqual([]);
    const first = await ask(`${id}/versions?pagination[cursor]=&pagination[pageSize]=2`).expect(200);
    const { nextCursor } = first.body.meta.pagination;
    expect(first.body.data.map(({ version }: ListedVersion) => version)).toEqual([3, 2]);
    // What changed in the last one of a page is known although the version before it is on the next.
    expect(first.body.data[1].changed).toEqual(['title', 'jsonLd']);
    const rest = await ask(`${id}/versions?pagination[cursor]=${nextCursor}&pagination[pageSize]=2`).expect(200);
    expect(rest.body.data.map(({ version }: ListedVersion) => version)).toEqual([1]);
    expect(rest.body.meta.pagination).toEqual({ pageSize: 2, nextCursor: null, total: 3 });
    expect(first.headers.link).toContain('rel="next"');
    const other = await articleOfThreeVersions(app, 'Bài khác');
    await ask(`${other}/versions?pagination[cursor]=${nextCursor}&pagination[pageSize]=2`).expect(400);
  });

  it('have an ETag each, answer 304 and HEAD, and are named for purges', async () => {
    for (const path of [`${id}/versions`, `${id}/versions/1`, `${id}/versions/2`]) {
      const { headers } = await ask(path).set('Accept-Encoding', 'identity').expect(200);
      expect(headers.etag).toMatch(/^"[A-Za-z0-9_-]+"$/);
      expect(headers['surrogate-key'].split(' ')).toEqual(['articles', `articles/${id}`]);
      expect(headers['cache-control']).toContain('s-maxage=60');
      await ask(path)
        .set({ 'If-None-Match': String(headers.etag), 'Accept-Encoding': 'identity' })
        .expect(304);
      await ask(path).set('If-None-Match', '"other"').expect(200);
      const head = await app.request.head(`/api/articles/${path}`).set('Accept-Encoding', 'identity').expect(200);
      expect([head.headers.etag, head.headers['content-length']]).toEqual([headers.etag, headers['content-length']]);
      expect((await app.request.post(`/api/articles/${path}`)).status).toBe(405);
    }
    const tags = await Promise.all([1, 2].map(async (n) => (await ask(`${id}/versions/${n}`)).headers.etag));
    expect(tags[0]).not.toBe(tags[1]);
  });

  it('are those of one language', async () => {
    const documentId = await articleOfThreeVersions(app, 'Hai thứ tiếng');
    await ask(`${documentId}/versions?locale=en`).expect(404);
    await updateArticle(app, documentId, { title: 'In two languages' }, { locale: 'en' });
    const english = await listOf(`${documentId}/versions?locale=en`);
    expect(english.map(({ version, title }) => [version, title])).toEqual([[1, 'In two languages']]);
    expect((await ask(`${documentId}/versions/1?locale=en`).expect(200)).body.data.locale).toBe('en');
    await ask(`${documentId}/versions/3?locale=en`).expect(404);
    const absent = await ask('in-two-languages/versions').expect(404);
    expect(absent.body.error.details.locales).toEqual([{ locale: 'en', slug: 'in-two-languages' }]);
    await ask('in-two-languages/versions?locale=en').expect(200);
  });

  it('follow a slug that changed', async () => {
    const { documentId } = await createArticle(app, { title: 'Tên cũ' }, { status: 'published' });
    await updateArticle(app, documentId, { slug: 'ten-moi' });
    const moved = await ask('ten-cu/versions/1?locale=vi').redirects(0).expect(301);
    expect(moved.headers.location).toBe('/api/articles/ten-moi/versions/1?locale=vi');
    expect((await ask('ten-cu/versions').redirects(0).expect(301)).headers.location).toBe(
      '/api/articles/ten-moi/versions',
    );
    const versions = await listOf('ten-moi/versions');
    expect(versions.map(({ version, event }) => [version, event])).toEqual([
      [2, 'moved'],
      [1, 'published'],
    ]);
  });

  it('are marked where they were erased, and nothing of them is shown', async () => {
    const documentId = await articleOfThreeVersions(app, 'Số điện thoại 0900 của ông Tư');
    await updateArticle(app, documentId, { title: 'Số điện thoại đã bỏ', slug: 'so-dien-thoai-da-bo' });
    const tag = String((await ask(`${documentId}/versions/2`).expect(200)).headers.etag);
    await redactArticle(app, documentId, [2, 3]);
    const { body, text } = await ask(`${documentId}/versions`).expect(200);
    expect(text).not.toContain('0900 của ông Tư sạch');
    expect(body.data.slice(1, 3)).toEqual(
      [3, 2].map((version) =>
        expect.objectContaining({ version, redacted: true, title: null, etag: null, changed: null }),
      ),
    );
    // What changed from or to an erased text would tell of it.
    expect(body.data.map(({ changed }: ListedVersion) => changed)).toEqual([null, null, null, null]);
    for (const sent of [{}, { 'If-None-Match': tag }, { 'If-None-Match': '*' }]) {
      const erased = await ask(`${documentId}/versions/2`).set(sent).expect(410);
      expect(erased.body.error).toMatchObject({
        name: 'GoneError',
        details: { documentId, collection: 'articles', version: 2, redacted: true },
      });
      expect(erased.text).not.toContain('0900');
    }
    await ask(`${documentId}/versions/1`).expect(200);
  });

  it('go with their item, and are back when it is', async () => {
    const documentId = await articleOfThreeVersions(app, 'Gỡ rồi đăng lại');
    const tag = String((await ask(`${documentId}/versions/1`).expect(200)).headers.etag);
    await app.strapi.documents(ARTICLE).unpublish({ documentId, locale: 'vi' });
    for (const path of ['', '/versions', '/versions/1', '/versions/99']) {
      const { body } = await ask(`${documentId}${path}`).set('If-None-Match', tag).expect(410);
      expect(body.error).toMatchObject({ name: 'GoneError', details: { documentId, collection: 'articles' } });
      await ask(`go-roi-dang-lai${path}`).expect(410);
    }
    await app.strapi.documents(ARTICLE).publish({ documentId, locale: 'vi' });
    expect((await listOf(`${documentId}/versions`)).map(({ version, event }) => [version, event])[0]).toEqual([
      4,
      'published',
    ]);
    await app.strapi.documents(ARTICLE).delete({ documentId });
    await ask(`${documentId}/versions/1`).expect(410);
    await ask('never-there/versions').expect(404);
  });

  it('are there for every list, unions too', async () => {
    const issuer = await app.strapi.documents('plugin::gazette.issuer').create({
      data: { name: 'Huyện ủy', code: 'HU', level: 'district', branch: 'party' },
    });
    const { documentId } = await app.strapi.documents('plugin::gazette.directive').create({
      data: {
        symbol: '7-KH/HU',
        title: 'Kế hoạch trồng cây',
        kind: 'plan',
        issuedOn: '2024-03-01',
        issuer: issuer.documentId,
      },
      status: 'published',
    });
    for (const list of ['documents', 'directives']) {
      const { body } = await app.request.get(`/api/${list}/${documentId}/versions/1`).expect(200);
      expect(body.data).toMatchObject({ collection: 'directives', symbol: '7-KH/HU' });
    }
    const { body } = await app.request.get(`/api/issuers/${issuer.documentId}/versions`).expect(200);
    expect(body.data[0]).toMatchObject({ version: 1, title: 'Huyện ủy' });
    await app.request.get(`/api/resolutions/${documentId}/versions`).expect(404);
  });
});
