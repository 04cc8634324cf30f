import { createRegistry } from '../../../src/plugins/delivery/server/src/collections/registry';
import type { Reference } from '../../../src/plugins/delivery/server/src/collections/definition';
import { presentDocument } from '../../../src/plugins/delivery/server/src/projection/present-document';
import { dayInVietnam } from '../../../src/plugins/gazette/server/src/days';
import { registerCollections } from '../../../src/plugins/gazette/server/src/collections';
import { symbolKey } from '../../../src/plugins/gazette/server/src/symbols';
import { API, articleRow, directiveRow, resolutionRow, section, SITE } from './rows';

const registry = createRegistry();
registerCollections(registry);

const rowsOf = { articles: articleRow, directives: directiveRow, resolutions: resolutionRow };
type Name = keyof typeof rowsOf;
const NAMES: Name[] = ['articles', 'directives', 'resolutions'];

const definitionOf = (name: Name) => {
  const definition = registry.get(name);
  if (!definition) throw new Error(`${name} is not defined`);
  return definition;
};

const picked: Reference = {
  documentId: 'document-9',
  collection: 'resolutions',
  slug: 'nghi-quyet',
  url: `${SITE}/nghi-quyet`,
  symbol: '18/2022/NQ-HĐND',
  title: 'Về "cầu" & đường',
  issuedOn: '2022-12-09',
};

const projections = (name: Name, rows: ReturnType<(typeof rowsOf)[Name]>[]) =>
  presentDocument({
    definition: definitionOf(name),
    rows,
    defaultLocale: 'vi',
    addresses: {
      absoluteUrl: (path) => `${API}${path}`,
      homeUrl: (locale) => `${SITE}/${locale}`,
      siteUrl: (collection, locale, slug) => `${SITE}/${locale}/${collection}/${slug}`,
    },
    locales: ['vi', 'en'],
    linked: (kind) => (kind === 'document' ? [picked] : []),
    linking: () => [],
    reachable: () => [],
    named: () => [],
    published: () => null,
    linkedBy: () => [],
    places: registry.placesOf(name),
  });

const project = (name: Name, own: object = {}) => {
  const [projection] = projections(name, [rowsOf[name](own)]);
  if (!projection) throw new Error('nothing was projected');
  return projection;
};

const valuesOf = (name: Name, facet: string, own: object = {}) =>
  project(name, own).index.facets[facet]?.map(({ value }) => value);

describe.each(NAMES)('%s', (name) => {
  const definition = definitionOf(name);
  const dated = definition.dated ? [definition.dated.name] : [];
  const overlays = [...Object.keys(definition.overlays ?? {}), ...Object.keys(definition.counted ?? {}), ...dated];

  test('the declared fields of items and lists are those that delivery stores', () => {
    const { item, summary } = project(name);
    expect([...definition.itemFields].sort()).toEqual([...Object.keys(item), 'version', ...overlays].sort());
    expect([...definition.summaryFields].sort()).toEqual([...Object.keys(summary), 'version', ...overlays].sort());
  });

  test('lists leave the long members out', () => {
    const { summary } = project(name);
    const long = ['body', 'bodyHtml', 'bodyText', 'jsonLd', 'attachments', 'relations', 'tasks'];
    expect(long.filter((member) => member in summary)).toEqual([]);
  });

  test('declares the facets, sort keys and embedded types that it gives', () => {
    const { index, dependencies } = project(name);
    const wide = Object.values(definition.wideFacets ?? {}).map((one) => one.wide);
    // The row is Vietnamese only, so that English lists filter it by values of their own.
    const translated = (definition.translatedFacets ?? []).map((facet) => `${facet}@en`);
    const own = definition.facetNames.filter((facet) => !dated.includes(facet));
    // Which documents an item cites is a facet of the list of what cites them; of what collection it is, one of the search.
    const given = [...own, ...wide, ...translated, 'citesDocument', 'type'];
    expect(Object.keys(index.facets).sort()).toEqual(given.sort());
    expect(Object.entries(index.sortKeys).filter(([, value]) => value === '')).toEqual([]);
    const looked = dependencies.filter(({ uid }) => uid !== 'name');
    expect(looked.filter(({ uid }) => !definition.embeds.includes(uid))).toEqual([]);
  });

  test('a withdrawal is seen by delivery and in the item', () => {
    const withdrawal = { id: 1, at: '2024-03-01T00:00:00.000Z', reason: 'Sai số liệu' };
    expect(project(name).withdrawn).toBe(false);
    expect(project(name, { withdrawal })).toMatchObject({
      withdrawn: true,
      item: { withdrawal: { at: '2024-03-01T00:00:00.000Z', reason: 'Sai số liệu' } },
    });
  });
});

describe('facets of articles', () => {
  test('a topic brings its ancestors, in the slug of the locale', () => {
    const english = { ...articleRow(), id: 50, locale: 'en', slug: 'new-bridge', topics: [] };
    const [vi, en] = projections('articles', [articleRow(), english]);
    expect(vi?.index.facets.topic?.map(({ value }) => value)).toEqual(['giao-thong', 'kinh-te', 'tin-tuc']);
    expect(en?.index.facets.topic?.[2]).toEqual({ value: 'tin-tuc-en', label: 'Tin tức (en)' });
  });

  test('the year is counted in Vietnam, where the new year has begun seven hours before', () => {
    expect(valuesOf('articles', 'year')).toEqual(['2024']);
  });

  test('cites holds what the text cites and what the editor picked, each once', () => {
    expect(valuesOf('articles', 'cites')).toEqual(['57-KL/TW', '94-KH/HU', '18/2022/NQ-HĐND']);
    expect(valuesOf('articles', 'cites', { title: 'Theo Nghị quyết số 18/2022/NQ-HĐND', lead: '', body: [] })).toEqual([
      '18/2022/NQ-HĐND',
    ]);
    expect(valuesOf('articles', 'cites', { title: 'Từ Kế hoạch số 9/KH-UBND', lead: '', body: [] })).toEqual([
      '09/KH-UBND',
      '18/2022/NQ-HĐND',
    ]);
  });

  test.each([
    ['dossier', ['xay-cau']],
    ['tag', ['cau']],
    ['author', ['le-minh', 'vo-an']],
    ['featured', ['false']],
  ])('%s', (facet, expected) => {
    expect(valuesOf('articles', facet)).toEqual(expected);
  });
});

test.each([
  ['kind', [{ value: 'plan', label: 'Kế hoạch' }]],
  ['issuer', [{ value: 'huyen-uy', label: 'Huyện ủy' }]],
  ['level', [{ value: 'district', label: 'Cấp huyện' }]],
  ['branch', [{ value: 'party', label: 'Đảng' }]],
  ['topic', [{ value: 'giao-thong', label: 'Giao thông' }]],
  ['year', [{ value: '2023', label: '2023' }]],
  ['signer', [{ value: 'Trần Văn Bình', label: 'Trần Văn Bình' }]],
])('the facet %s of documents', (facet, expected) => {
  expect(project('directives').index.facets[facet]).toEqual(expected);
});

test.each([
  ['12-TT/TW', 'Thông tri'],
  ['12/2023/TT-BTC', 'Thông tư'],
])('the facet kind names the circulars of both families: %s', (symbol, label) => {
  const { item, index } = project('directives', { kind: 'circular', symbol });
  expect(item.kind).toEqual({ code: 'circular', label });
  expect(index.facets.kind).toEqual([{ value: 'circular', label: 'Thông tri, thông tư' }]);
});

describe('what a snapshot depends on', () => {
  test('an article: topics with ancestors, tags, dossiers, authors and the files it shows', () => {
    const ids = project('articles').dependencies.map(({ documentId }) => documentId);
    const supporting = [
      'topic-giao-thong',
      'topic-kinh-te',
      'topic-tin-tuc',
      'tag-1',
      'dossier-1',
      'author-1',
      'author-2',
    ];
    expect(ids).toEqual([
      ...supporting,
      'cover',
      'inside',
      'gallery',
      'clip',
      symbolKey('57-KL/TW'),
      symbolKey('94-KH/HU'),
    ]);
  });

  test('a directive: issuers of every kind and its files, each once', () => {
    const ids = project('directives', { coIssuers: [directiveRow().issuer] }).dependencies.map((one) => one.documentId);
    expect(ids).toEqual(['topic-giao-thong', 'issuer-huyen-uy', 'issuer-phong-kinh-te', 'scan']);
  });
});

test('the links of an article are taken in the order directives, resolutions, related, each target once', () => {
  const draft = articleRow({
    directives: [{ documentId: 'd2' }, { documentId: 'd1' }, { documentId: 'd2' }],
    resolutions: [{ documentId: 'r1' }],
    related: [{ documentId: 'a2' }],
  });
  const edges = definitionOf('articles').edges?.(draft, [draft]) ?? [];
  expect(edges.map(({ kind, targetUid, targetDocumentId }) => [kind, targetUid, targetDocumentId])).toEqual([
    ['document', 'plugin::gazette.directive', 'd2'],
    ['document', 'plugin::gazette.directive', 'd1'],
    ['document', 'plugin::gazette.resolution', 'r1'],
    ['related', 'plugin::gazette.article', 'a2'],
  ]);
});

test('documents show in the union and are referred to by symbol', () => {
  expect(registry.listsOf('directives')).toEqual(['directives', 'documents', 'search', 'citing']);
  expect(JSON.parse(project('directives').reference)).toEqual({
    documentId: 'document-1',
    collection: 'directives',
    slug: 'ke-hoach-94-kh-hu-2023',
    url: `${SITE}/vi/directives/ke-hoach-94-kh-hu-2023`,
    symbol: '94-KH/HU',
    title: 'Kế hoạch xây cầu nông thôn',
    issuedOn: '2023-08-31',
  });
});

describe('the feed item of an article', () => {
  const feedItem = (own: object = {}) => {
    const { item } = project('articles', own);
    const { feedItem: present } = definitionOf('articles');
    if (!present) throw new Error('articles have no feed item');
    return present({ documentId: '', collection: '', locale: 'vi', slug: '', url: '', localizations: [], ...item });
  };

  test('holds cover, lead, body and corrections with absolute addresses', () => {
    const { contentHtml, image, attachments } = feedItem();
    const order = ['uploads/cover.jpg', 'Cầu nối hai xã', 'cầu dài 120 mét', 'Đính chính (2024-02-01)'];
    const places = order.map((text) => contentHtml.indexOf(text));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
    expect(contentHtml).not.toMatch(/(?:src|href)="\//);
    expect(contentHtml).toContain('18/2022/NQ-HĐND – Về &quot;cầu&quot; &amp; đường');
    expect(image).toBe(`${API}/uploads/cover.jpg`);
    expect(attachments).toEqual([{ url: `${API}/uploads/clip.mp4`, mimeType: 'video/mp4', title: 'Lễ cắt băng' }]);
  });

  test('begins with the notice of a withdrawal', () => {
    const withdrawal = { at: '2024-03-01T00:00:00.000Z', reason: 'Sai <số liệu>' };
    const { contentHtml, contentText } = feedItem({ withdrawal });
    expect(contentHtml.startsWith('<aside><p>Bài viết đã được thu hồi (2024-03-01): Sai &lt;số liệu&gt;</p>')).toBe(
      true,
    );
    expect(contentText.startsWith('Bài viết đã được thu hồi (2024-03-01): Sai <số liệu>')).toBe(true);
  });

  test('names the printed byline before the authors', () => {
    expect(feedItem().authors).toEqual([{ name: 'Lê Minh' }, { name: 'Võ An' }]);
    expect(feedItem({ byline: 'Lê Minh - Võ An (tổng hợp)' }).authors).toEqual([
      { name: 'Lê Minh - Võ An (tổng hợp)' },
    ]);
  });
});

test('only a major update moves the mark of major changes', () => {
  const before = project('articles');
  expect(project('articles', { body: [section('Sửa lỗi chính tả.')] }).majorMark).toBe(before.majorMark);
  expect(project('articles', { publicUpdatedAt: '2024-05-01T00:00:00.000Z' }).majorMark).not.toBe(before.majorMark);
});

test.each([
  ['2023-12-31T16:59:59.999Z', '2023-12-31'],
  ['2023-12-31T17:00:00.000Z', '2024-01-01'],
  ['not a time', null],
])('the day in Vietnam of %s is %s', (instant, day) => {
  expect(dayInVietnam(instant)).toBe(day);
});
