import { articleSchema, presentArticle, type ArticleRow } from '../../../src/plugins/gazette/server/src/presenters';
import { API, articleRow, contextFor, file, section, SITE } from './rows';

const present = (own: object = {}, options: Parameters<typeof contextFor>[1] = {}) => {
  const row = articleRow(own);
  return presentArticle(row, contextFor(row, options));
};

/** An English row of the same article, whose relations and shared attributes Strapi left empty. */
const presentEnglish = (own: Partial<ArticleRow> = {}) => {
  const entry: ArticleRow = {
    id: 42,
    documentId: 'article-1',
    locale: 'en',
    slug: 'new-bridge',
    publishedAt: null,
    title: 'New bridge',
    releasedAt: '1999-01-01T00:00:00.000Z',
    topics: [],
    featured: true,
    ...own,
  };
  return presentArticle(entry, contextFor(articleRow(), { locale: 'en' }));
};

const symbolsOf = (own: object) => present(own).citations.map(({ symbol }) => symbol);

describe('what gets out', () => {
  test('exactly the listed attributes, in their order', () => {
    expect(Object.keys(present())).toEqual(Object.keys(articleSchema.shape));
  });

  test('no system or private member, at any depth', () => {
    const text = JSON.stringify(present());
    const hidden = [
      '"id"',
      'createdBy',
      'updatedBy',
      'revision',
      'updateType',
      'changeNote',
      'imported',
      'secret-import-key',
    ];
    const ofRelations = [
      'translations',
      'description":"ẩn',
      'hidden-hash',
      'provider',
      'folderPath',
      'admin@example.vn',
    ];
    expect([...hidden, ...ofRelations].filter((word) => text.includes(word))).toEqual([]);
  });

  test('an article with nothing but a title has every attribute too', () => {
    const bare: ArticleRow = { id: 1, documentId: 'a', locale: 'vi', slug: 'a', publishedAt: null, title: 'Tin' };
    const item = presentArticle(bare, contextFor(bare));
    expect(Object.keys(item)).toEqual(Object.keys(articleSchema.shape));
    expect(item).toMatchObject({
      lead: null,
      cover: null,
      body: [],
      bodyHtml: '',
      readingMinutes: 0,
      authors: [],
      citations: [],
      withdrawal: null,
      firstPublishedAt: null,
      allowRating: true,
      featured: false,
      seo: { metaTitle: null, metaDescription: null, noIndex: false },
    });
  });

  test.each(['kicker', 'byline', 'source', 'pinnedUntil'] as const)('an empty %s is null', (attribute) => {
    expect(present()[attribute]).toBeNull();
  });
});

describe('languages', () => {
  test('not-localized attributes and relations come from the shared row', () => {
    const item = presentEnglish();
    expect(item.title).toBe('New bridge');
    expect(item.lead).toBeNull();
    expect(item.firstPublishedAt).toBe('2023-12-31T18:30:00.000Z');
    expect(item.featured).toBe(false);
    expect(item.authors).toHaveLength(2);
  });

  test('supporting items come translated, else in the default language', () => {
    const item = presentEnglish();
    expect(item.topics).toEqual([{ slug: 'giao-thong-en', name: 'Giao thông (en)' }]);
    expect(item.dossiers).toEqual([{ slug: 'xay-cau', name: 'New bridges' }]);
    expect(item.tags).toEqual([{ slug: 'cau', name: 'Cầu' }]);
    expect(item.authors[0]).toEqual({ slug: 'le-minh', name: 'Lê Minh', position: 'Reporter', unit: 'Ban Biên tập' });
  });

  test('the position held when the text was written goes before the present role', () => {
    expect(present().authors.map(({ position }) => position)).toEqual(['Phóng viên', 'Cộng tác viên']);
  });
});

describe('the cover', () => {
  test('addresses are absolute', () => {
    expect(present().cover?.image?.url).toBe(`${API}/uploads/cover.jpg`);
  });

  test.each([
    ['a caption that waits for its photo', { caption: 'Cầu' }, { image: null, caption: 'Cầu', credit: null }],
    ['no words and no photo', { caption: '', image: null }, null],
    ['no cover', null, null],
  ])('%s', (_, cover, expected) => {
    expect(present({ cover }).cover).toEqual(expected);
  });
});

describe('citations', () => {
  test('are listed by first appearance over title, lead, captions and text', () => {
    expect(present().citations.map(({ symbol, occurrences }) => [symbol, occurrences])).toEqual([
      ['57-KL/TW', 1],
      ['94-KH/HU', 2],
    ]);
  });

  test('in captions of the cover and of figures count', () => {
    const cover = { caption: 'Ký Chỉ thị số 12-CT/TU' };
    const body = [{ __component: 'gazette.figure', image: file('a'), caption: 'Bản Nghị quyết số 34-NQ/TW' }];
    expect(symbolsOf({ title: 'Tin', lead: null, cover, body })).toEqual(['12-CT/TU', '34-NQ/TW']);
  });

  test.each([
    ['as printed', ['94-KH/HU']],
    ['in another spelling', ['Kế hoạch số 94 - kh/hu']],
    ['among entries that are no symbols', [null, 7, 'không số', '94-KH/HU']],
  ])('that the editor dismissed %s are left out', (_, dismissedCitations) => {
    expect(symbolsOf({ dismissedCitations })).toEqual(['57-KL/TW']);
  });

  test('Đ and D are dismissed apart', () => {
    const own = { title: 'Theo Quyết định số 156/QĐ-UBND', lead: null, cover: null, body: [] };
    expect(symbolsOf({ ...own, dismissedCitations: ['156/HĐ-UBND'] })).toEqual(['156/QĐ-UBND']);
  });
});

describe('picked documents', () => {
  test('keep the order of the links and show the named members only', () => {
    const reference = (symbol: string, collection: string) => ({
      documentId: `id-${symbol}`,
      collection,
      slug: 's',
      url: `${SITE}/s`,
      symbol,
      title: 'Về việc xây cầu',
      issuedOn: '2023-06-15',
      secret: 'x',
    });
    const linked = [reference('57-KL/TW', 'directives'), reference('18/2022/NQ-HĐND', 'resolutions')];
    const { documents } = present({}, { linked });
    expect(documents.map(({ symbol }) => symbol)).toEqual(['57-KL/TW', '18/2022/NQ-HĐND']);
    expect(Object.keys(documents[0] ?? {})).toEqual([
      'documentId',
      'collection',
      'slug',
      'url',
      'symbol',
      'title',
      'issuedOn',
    ]);
  });
});

describe('jsonLd', () => {
  test('describes a news article', () => {
    expect(present().jsonLd).toMatchObject({
      '@type': 'NewsArticle',
      headline: 'Thông xe cầu mới theo Kết luận số 57-KL/TW',
      datePublished: '2023-12-31T18:30:00.000Z',
      dateModified: '2024-02-01T00:00:00.000Z',
      inLanguage: 'vi',
      url: `${SITE}/vi/item`,
      mainEntityOfPage: { '@id': `${SITE}/vi/item` },
      image: ['cover', 'inside', 'gallery'].map((name) => `${API}/uploads/${name}.jpg`),
      citation: ['Kết luận số 57-KL/TW', 'Kế hoạch số 94-KH/HU'],
    });
  });

  test('a byline stands in where no author is known', () => {
    const { jsonLd } = present({ authorships: [], byline: 'Hoài Thu' });
    expect(jsonLd.author).toEqual([{ '@type': 'Person', name: 'Hoài Thu' }]);
  });

  test('has no member that says nothing', () => {
    const { jsonLd } = present({ lead: null, authorships: [], cover: null, body: [section('Ngắn.')], tags: [] });
    expect(jsonLd).not.toHaveProperty('description');
    expect(Object.values(jsonLd)).not.toContain(null);
    expect(jsonLd).not.toHaveProperty('image');
    expect(jsonLd).not.toHaveProperty('author');
  });
});
