import { articleData, countQueries, createArticle, startApp, updateArticle, type TestApp } from '../support';

const ARTICLE = 'plugin::gazette.article';

/** The attributes that api.md promises of every item, and of an article. */
const COMMON = [
  ...['documentId', 'collection', 'locale', 'slug', 'url', 'localizations', 'title', 'firstPublishedAt'],
  ...['publicUpdatedAt', 'version', 'changeHistory', 'corrections', 'withdrawal', 'topics', 'seo', 'jsonLd'],
];
const OF_ARTICLES = [
  ...['kicker', 'lead', 'cover', 'body', 'bodyHtml', 'bodyText', 'readingMinutes', 'authors', 'byline', 'source'],
  ...['tags', 'dossiers', 'documents', 'citations', 'allowRating', 'rating', 'featured', 'pinnedUntil'],
];
const NOT_IN_LISTS = ['body', 'bodyHtml', 'bodyText', 'jsonLd'];

let app: TestApp;

beforeAll(async () => {
  app = await startApp({
    environment: { PUBLIC_API_URL: 'https://api.example.vn', PUBLIC_SITE_URL: 'https://www.example.vn' },
  });
});

afterAll(() => app.stop());

const articles = () => app.strapi.documents(ARTICLE);

const get = (id: string, query = '') => app.request.get(`/api/articles/${encodeURIComponent(id)}${query}`).redirects(0);

const publish = (data: Record<string, unknown> = {}) => createArticle(app, data, { status: 'published' });

const translate = (documentId: string, data: Record<string, unknown>) =>
  updateArticle(app, documentId, articleData(data), { locale: 'en' });

const moveTo = (documentId: string, slug: string) => updateArticle(app, documentId, { slug });

describe('an article', () => {
  const made = { documentId: '', directiveId: '' };

  beforeAll(async () => {
    const { strapi } = app;
    const topic = await strapi.documents('plugin::gazette.topic').create({ data: { name: 'Thuỷ lợi' } });
    const tag = await strapi.documents('plugin::gazette.tag').create({ data: { name: 'Hạn hán' } });
    const dossier = await strapi.documents('plugin::gazette.dossier').create({ data: { title: 'Chống hạn 2024' } });
    const author = await strapi
      .documents('plugin::gazette.author')
      .create({ data: { name: 'Đỗ Thị Ánh', role: 'Phóng viên', unit: 'Đài huyện' } });
    const issuer = await strapi
      .documents('plugin::gazette.issuer')
      .create({ data: { name: 'Ban Thường vụ Huyện ủy', code: 'HU', level: 'district', branch: 'party' } });
    const directive = await strapi.documents('plugin::gazette.directive').create({
      data: {
        title: 'Về chống hạn',
        symbol: '12-CT/HU',
        kind: 'directive',
        issuer: issuer.documentId,
        issuedOn: '2024-03-01',
      },
      locale: 'vi',
      status: 'published',
    });
    const article = await publish({
      title: 'Đường ống mới đưa nước về bản',
      kicker: 'Chống hạn',
      lead: 'Tuyến ống dài bốn cây số, theo Chỉ thị số 12-CT/HU.',
      cover: { caption: 'Ảnh sẽ bổ sung.', credit: 'Đài huyện' },
      body: [
        { __component: 'gazette.html', html: '<p>Nước đã về <strong>ba bản</strong>.</p>' },
        { __component: 'gazette.quote', text: 'Bà con đỡ vất vả.', cite: 'Trưởng bản' },
      ],
      topics: [topic.documentId],
      tags: [tag.documentId],
      dossiers: [dossier.documentId],
      authorships: [{ author: author.documentId, position: 'Biên tập viên' }],
      byline: 'Ánh Đỗ',
      source: { name: 'Báo tỉnh', url: 'https://bao.example.vn/tin' },
      directives: [directive.documentId],
      releasedAt: '2024-03-05T01:30:00.000Z',
      corrections: [{ at: '2024-03-06T02:00:00.000Z', text: 'Tuyến ống dài bốn cây số, không phải ba.' }],
      seo: { metaTitle: 'Nước về bản', metaDescription: 'Tuyến ống mới.', noIndex: false },
    });
    await updateArticle(app, article.documentId, { updateType: 'major', changeNote: 'Thêm số liệu.' });
    await translate(article.documentId, { title: 'A new pipe brings water', lead: 'Four kilometres.' });
    Object.assign(made, { documentId: article.documentId, directiveId: directive.documentId });
  });

  it('has exactly the attributes of the contract', async () => {
    const { body } = await get(made.documentId).expect(200);
    expect(Object.keys(body.data).sort()).toEqual([...COMMON, ...OF_ARTICLES].sort());
    expect(body.meta).toEqual({});
  });

  it('has in lists all of them but the long ones', async () => {
    const { body } = await app.request.get('/api/articles').expect(200);
    const expected = [...COMMON, ...OF_ARTICLES].filter((name) => !NOT_IN_LISTS.includes(name));
    for (const row of body.data) expect(Object.keys(row).sort()).toEqual([...expected].sort());
    expect(body.data.length).toBeGreaterThan(0);
  });

  it('holds everything that a page needs', async () => {
    const { body } = await get('duong-ong-moi-dua-nuoc-ve-ban').expect(200);
    expect(body.data).toMatchObject({
      documentId: made.documentId,
      collection: 'articles',
      locale: 'vi',
      slug: 'duong-ong-moi-dua-nuoc-ve-ban',
      url: 'https://www.example.vn/articles/duong-ong-moi-dua-nuoc-ve-ban',
      localizations: [
        {
          locale: 'en',
          slug: 'a-new-pipe-brings-water',
          url: 'https://www.example.vn/en/articles/a-new-pipe-brings-water',
        },
      ],
      title: 'Đường ống mới đưa nước về bản',
      kicker: 'Chống hạn',
      lead: 'Tuyến ống dài bốn cây số, theo Chỉ thị số 12-CT/HU.',
      cover: { image: null, caption: 'Ảnh sẽ bổ sung.', credit: 'Đài huyện' },
      body: [
        { __component: 'gazette.html', html: '<p>Nước đã về <strong>ba bản</strong>.</p>' },
        { __component: 'gazette.quote', text: 'Bà con đỡ vất vả.', cite: 'Trưởng bản' },
      ],
      bodyHtml: expect.stringContaining('<strong>ba bản</strong>'),
      bodyText: expect.stringContaining('Nước đã về ba bản.'),
      readingMinutes: 1,
      authors: [{ slug: 'do-thi-anh', name: 'Đỗ Thị Ánh', position: 'Biên tập viên', unit: 'Đài huyện' }],
      byline: 'Ánh Đỗ',
      source: { name: 'Báo tỉnh', url: 'https://bao.example.vn/tin' },
      topics: [{ slug: 'thuy-loi', name: 'Thuỷ lợi' }],
      tags: [{ slug: 'han-han', name: 'Hạn hán' }],
      dossiers: [{ slug: 'chong-han-2024', name: 'Chống hạn 2024' }],
      documents: [
        {
          documentId: made.directiveId,
          collection: 'directives',
          slug: 'chi-thi-12-ct-hu-2024',
          url: 'https://www.example.vn/directives/chi-thi-12-ct-hu-2024',
          symbol: '12-CT/HU',
          title: 'Về chống hạn',
          issuedOn: '2024-03-01',
        },
      ],
      citations: [{ symbol: '12-CT/HU', occurrences: 1 }],
      firstPublishedAt: '2024-03-05T01:30:00.000Z',
      publicUpdatedAt: expect.stringMatching(/^20\d\d-\d\d-\d\dT.*Z$/),
      changeHistory: [{ at: expect.any(String), note: 'Thêm số liệu.' }],
      corrections: [{ at: '2024-03-06T02:00:00.000Z', text: 'Tuyến ống dài bốn cây số, không phải ba.' }],
      withdrawal: null,
      allowRating: true,
      rating: { count: 0, sum: 0, average: null },
      seo: { metaTitle: 'Nước về bản', metaDescription: 'Tuyến ống mới.', noIndex: false },
      jsonLd: { '@context': 'https://schema.org' },
      version: expect.any(Number),
    });
    expect(body.data.publicUpdatedAt > body.data.firstPublishedAt).toBe(true);
  });

  it('gives citations in the shape of the contract', async () => {
    const { body } = await get(made.documentId).expect(200);
    for (const citation of body.data.citations) {
      expect(Object.keys(citation).sort()).toEqual(
        ['ambiguous', 'date', 'document', 'issuerName', 'occurrences', 'symbol', 'text'].sort(),
      );
    }
    expect(body.data.citations).toHaveLength(1);
  });

  it('is one query for public reads and none of Strapi', async () => {
    for (const id of ['duong-ong-moi-dua-nuoc-ve-ban', made.documentId]) {
      expect(await countQueries(app.strapi, () => get(id).expect(200))).toEqual({ strapi: [], reads: 1 });
    }
  });

  it('is the same by slug and by documentId', async () => {
    const bySlug = await get('duong-ong-moi-dua-nuoc-ve-ban').expect(200);
    const byId = await get(made.documentId).expect(200);
    expect(bySlug.body).toEqual(byId.body);
    expect(bySlug.headers.etag).toBe(byId.headers.etag);
  });

  it.each(['fields=title,body', 'fields[0]=title&fields[1]=body'])('shows only what %s asks for', async (query) => {
    const { body } = await get(made.documentId, `?${query}`).expect(200);
    expect(Object.keys(body.data).sort()).toEqual(['body', 'documentId', 'title']);
  });

  it.each([
    ['fields=secret', 'fields'],
    ['locale=fr', 'locale'],
    ['fallback=fr', 'fallback'],
    ['status=draft', 'status'],
    ['sort=title', 'sort'],
    ['filters[topic]=a', 'filters'],
    ['pagination[page]=1', 'pagination'],
    ['q=a', 'q'],
    ['asOf=2024-01-01', 'asOf'],
    ['unknown=1', 'unknown'],
  ])('refuses %s', async (query, path) => {
    const { body } = await get(made.documentId, `?${query}`).expect(400);
    expect(body).toMatchObject({
      data: null,
      error: { name: 'ValidationError', details: { errors: [{ path: [path] }] } },
    });
  });

  it.each(['populate=*', 'populate[topics][populate]=*', 'status=published'])(
    'takes %s and is the same',
    async (query) => {
      expect((await get(made.documentId, `?${query}`).expect(200)).body).toEqual((await get(made.documentId)).body);
    },
  );

  describe('in another language', () => {
    it('has its own texts, and the relations and dates of the default one', async () => {
      const { body } = await get('a-new-pipe-brings-water', '?locale=en').expect(200);
      expect(body.data).toMatchObject({
        locale: 'en',
        title: 'A new pipe brings water',
        url: 'https://www.example.vn/en/articles/a-new-pipe-brings-water',
        localizations: [{ locale: 'vi', slug: 'duong-ong-moi-dua-nuoc-ve-ban' }],
        topics: [{ slug: 'thuy-loi', name: 'Thuỷ lợi' }],
        firstPublishedAt: '2024-03-05T01:30:00.000Z',
      });
      expect((await get(made.documentId, '?locale=en').expect(200)).body).toEqual(body);
    });

    it('is a 404 that names the languages under a slug of another one', async () => {
      const { body } = await get('a-new-pipe-brings-water').expect(404);
      expect(body).toMatchObject({
        data: null,
        error: {
          status: 404,
          name: 'NotFoundError',
          details: { locales: [{ locale: 'en', slug: 'a-new-pipe-brings-water' }] },
        },
      });
    });

    it('comes in the fallback where it is not translated, and says so', async () => {
      const { documentId, slug } = await publish({ title: 'Chưa dịch' });
      const missing = await get(documentId, '?locale=en').expect(404);
      expect(missing.body.error.details.locales).toEqual([{ locale: 'vi', slug }]);
      for (const id of [documentId, String(slug)]) {
        const { body } = await get(id, '?locale=en&fallback=vi').expect(200);
        expect(body.data).toMatchObject({ documentId, locale: 'vi', isFallback: true });
      }
      expect((await get(documentId, '?fallback=en')).body.data).not.toHaveProperty('isFallback');
    });

    it('does not take the fallback where it is translated', async () => {
      const { body } = await get(made.documentId, '?locale=en&fallback=vi').expect(200);
      expect(body.data.locale).toBe('en');
      expect(body.data).not.toHaveProperty('isFallback');
    });
  });
});

describe('the address of an article', () => {
  it('moves with its slug, from every earlier one, and keeps the query', async () => {
    const { documentId } = await publish({ title: 'Tên thứ nhất', slug: 'ten-a' });
    await moveTo(documentId, 'ten-b');
    await moveTo(documentId, 'ten-c');
    for (const old of ['ten-a', 'ten-b']) {
      const query = '?fields=title&populate=*&fallback=en';
      const { headers } = await get(old, query).expect(301);
      expect(headers.location).toBe(`/api/articles/ten-c${query}`);
      expect((await app.request.get(headers.location).expect(200)).body.data.documentId).toBe(documentId);
    }
    expect((await get('ten-a').expect(301)).headers.location).toBe('/api/articles/ten-c');
  });

  it('belongs to the article that lives there, not to one that moved away', async () => {
    const former = await publish({ title: 'Người cũ', slug: 'nha-chung' });
    await moveTo(former.documentId, 'nha-rieng');
    await get('nha-chung').expect(301);
    const present = await publish({ title: 'Người mới', slug: 'nha-chung' });
    expect((await get('nha-chung').expect(200)).body.data.documentId).toBe(present.documentId);
  });

  it('leads back when the slug goes back', async () => {
    const { documentId } = await publish({ title: 'Đi về', slug: 'di-ve' });
    await moveTo(documentId, 'di-xa');
    await moveTo(documentId, 'di-ve');
    await get('di-ve').expect(200);
    expect((await get('di-xa').expect(301)).headers.location).toBe('/api/articles/di-ve');
  });

  const removals = {
    unpublish: (documentId: string) => articles().unpublish({ documentId, locale: 'vi' }),
    delete: (documentId: string) => articles().delete({ documentId, locale: 'vi' }),
  };

  it.each(['unpublish', 'delete'] as const)(
    'is gone after %s, by slug, by earlier slug and by documentId',
    async (action) => {
      const { documentId } = await publish({ title: 'Sẽ mất', slug: `se-mat-${action}` });
      await moveTo(documentId, `sap-mat-${action}`);
      const before = Date.now();
      await removals[action](documentId);
      for (const id of [`se-mat-${action}`, `sap-mat-${action}`, documentId]) {
        const { body, headers } = await get(id).expect(410);
        expect(body).toEqual({
          data: null,
          error: {
            status: 410,
            name: 'GoneError',
            message: expect.any(String),
            details: { documentId, collection: 'articles', deletedAt: expect.any(String) },
          },
        });
        const deletedAt = Date.parse(body.error.details.deletedAt);
        expect(deletedAt).toBeGreaterThanOrEqual(before);
        expect(deletedAt).toBeLessThanOrEqual(Date.now());
        expect(headers['cache-control']).toBe('no-store');
      }
      const { body } = await app.request.get('/api/articles?pagination[pageSize]=100').expect(200);
      expect(body.data.map((row: { documentId: string }) => row.documentId)).not.toContain(documentId);
    },
  );

  it('is gone in one language and stays in the other', async () => {
    const { documentId, slug } = await publish({ title: 'Còn bản dịch' });
    await translate(documentId, { title: 'The translation stays' });
    await articles().unpublish({ documentId, locale: 'vi' });
    await get(String(slug)).expect(410);
    expect((await get('the-translation-stays', '?locale=en').expect(200)).body.data.localizations).toEqual([]);
  });

  it('is back after publishing again, with a version that goes on counting and another ETag', async () => {
    const { documentId, slug } = await publish({ title: 'Trở lại' });
    const before = await get(String(slug)).expect(200);
    await articles().unpublish({ documentId, locale: 'vi' });
    await get(String(slug)).expect(410);
    await articles().publish({ documentId, locale: 'vi' });
    const after = await get(String(slug)).expect(200);
    expect(after.body.data).toEqual({ ...before.body.data, version: before.body.data.version + 1 });
    // A strong ETag names the bytes, and those differ in the version.
    expect(after.headers.etag).not.toBe(before.headers.etag);
  });

  it('is not found where nothing was ever public', async () => {
    const draft = await createArticle(app, { title: 'Chỉ là bản nháp', slug: 'chi-la-ban-nhap' });
    for (const id of ['khong-co', draft.documentId, 'chi-la-ban-nhap', ' ', 'a/b', '../articles', 'x'.repeat(2000)]) {
      const { body } = await get(id).expect(404);
      expect(body).toMatchObject({ data: null, error: { status: 404, name: 'NotFoundError' } });
      expect(body.error.details).toEqual({});
    }
  });

  it.each(['%00', 'a%00b', '%E0%A4%A', '%FF', '%'])('that reads %s is refused', async (id) => {
    const { body } = await app.request.get(`/api/articles/${id}`).expect(400);
    expect(body).toMatchObject({ data: null, error: { name: 'ValidationError' } });
  });
});

describe('a withdrawn article', () => {
  it('stays readable and in lists, with the notice', async () => {
    const { documentId } = await publish({ title: 'Số liệu sai' });
    const withdrawal = { at: '2024-06-01T02:00:00.000Z', reason: 'Số liệu chưa được kiểm tra.' };
    await updateArticle(app, documentId, { withdrawal });
    expect((await get(documentId).expect(200)).body.data.withdrawal).toEqual(withdrawal);
    const { body } = await app.request.get('/api/articles?sort=firstPublishedAt:desc').expect(200);
    const row = body.data.find((one: { documentId: string }) => one.documentId === documentId);
    expect(row.withdrawal).toEqual(withdrawal);
  });
});
