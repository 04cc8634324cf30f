import { startApp, createArticle, type TestApp } from '../support';
import { createRegister, type RegisterAnswer, type TestRegister } from './register';

let app: TestApp;
let register: TestRegister;

const ARTICLE = 'plugin::gazette.article';

const publish = async (title: string, data: Record<string, unknown> = {}) =>
  createArticle(app, { title, lead: 'Tin.', ...data }, { status: 'published' });

const html = (text: string) => [{ __component: 'gazette.html', html: `<p>${text}</p>` }];

const search = (q: string, more = ''): Promise<RegisterAnswer> =>
  register.get(`/search?q=${encodeURIComponent(q)}${more}`);

const titles = async (q: string, more = ''): Promise<string[]> => {
  const { status, body } = await search(q, more);
  expect([q, status, body.error?.message]).toEqual([q, 200, undefined]);
  return body.data.map(({ title }: { title: string }) => title);
};

const message = async (path: string): Promise<string> => {
  const { status, body } = await register.get(path);
  expect([path, status, body.error?.name]).toEqual([path, 400, 'ValidationError']);
  return body.error.message;
};

/** As they are shown: the rules mend what was typed. */
const ROADS = ['Đường làng mới', 'Con dưỡng sinh', 'Duong Street', 'Đường sắt qua xã', 'Đường hẻm'];
const TYPED = ['Đường sắt qua xã'.normalize('NFD'), '\u00d0ường hẻm'];

beforeAll(async () => {
  app = await startApp();
  register = await createRegister(app);
  for (const title of [...ROADS.slice(0, 3), ...TYPED]) await publish(title);
  await publish('Nhắc đến kết luận', { body: html('Thực hiện Kết luận số 57-KL/TW và số 571.') });
  await register.document('57-KL/TW', { title: 'Về công tác thông tin đối ngoại', summary: 'Tóm tắt dài.' });
  const committee = await register.issuer('Ủy ban nhân dân huyện', 'UBND', { level: 'district', branch: 'state' });
  await register.document('156/QĐ-UBND', { title: 'Thành lập tổ công tác', kind: 'decision', issuer: committee });
  await register.document('09/CT-UBND', { title: 'Tăng cường trực Tết', kind: 'directive', issuer: committee });
  await register.document('12-HD/TW', { title: 'Thể thức văn bản', kind: 'guidance', issuedOn: '2020-01-01' });
  await publish('Em đi học', { releasedAt: '2001-01-01T00:00:00Z' });
  await publish('Di tích cũ', { releasedAt: '2024-01-01T00:00:00Z' });
  await publish('Điện sáng', { releasedAt: '2025-01-01T00:00:00Z' });
  await publish('Thủy lợi nội đồng', {
    lead: 'Nước ngọt về.',
    body: html('Kênh <b>dẫn</b> qua ấp. Giá 1.000.000 đồng.'),
  });
});

afterAll(() => app.stop());

describe('GET /api/search', () => {
  it.each(['duong', 'đường', 'Đường', 'ĐƯỜNG', 'Đường'.normalize('NFD'), '\u00d0ường', '\u00f0ường'])(
    'finds the same by %s',
    async (q) => {
      expect((await titles(q)).sort()).toEqual([...ROADS].sort());
    },
  );

  it('puts what was typed with its accents before what has others', async () => {
    const found = await titles('đường');
    expect(new Set(found.slice(0, 3))).toEqual(new Set(['Đường làng mới', 'Đường sắt qua xã', 'Đường hẻm']));
    expect((await titles('đi'))[0]).toBe('Em đi học');
  });

  it('finds đ by d, and what only begins so last', async () => {
    const found = await titles('di');
    expect(found.slice(0, 2)).toEqual(['Di tích cũ', 'Em đi học']);
    expect(found.indexOf('Điện sáng')).toBeGreaterThan(1);
  });

  it.each(['57-kl/tw', '57-KL/TW', '57 kl tw', 'Kết luận số 57-KL/TW', 'kết luận 57 - kl/tw', '57/KL-TW'])(
    'finds the document %s first, and then what mentions it',
    async (q) => {
      const { body } = await search(q);
      expect(body.data.slice(0, 2).map(({ symbol, title }: Record<string, string>) => symbol ?? title)).toEqual([
        '57-KL/TW',
        'Nhắc đến kết luận',
      ]);
    },
  );

  it.each([
    ['156 qd ubnd', '156/QĐ-UBND'],
    ['156/qđ-ubnd', '156/QĐ-UBND'],
    ['156qd', null],
    ['9/CT-UBND', '09/CT-UBND'],
    ['12-hđ/tw', '12-HD/TW'],
    ['57 đối ngoại', '57-KL/TW'],
    ['quyết định 156', '156/QĐ-UBND'],
    ['bộ chính trị đối ngoại', '57-KL/TW'],
  ])('finds by %s the document %s', async (q, symbol) => {
    const { body } = await search(q);
    expect(body.data[0]?.symbol ?? null).toBe(symbol);
  });

  it.each([
    ['every word must match', 'đường tết', []],
    ['in any part of an item', 'thuy ngot kenh', ['Thủy lợi nội đồng']],
    ['the last word may be unfinished', 'noi don', ['Thủy lợi nội đồng']],
    ['the others may not', 'noi don kenh', []],
    ['numbers match whole', '57', ['Về công tác thông tin đối ngoại', 'Nhắc đến kết luận']],
    ['and never by their beginning', '5', []],
    ['phrases match in their order', '"noi dong"', ['Thủy lợi nội đồng']],
    ['and no other', '"dong noi"', []],
    ['not across the parts of an item', '"dong nuoc"', []],
    ['a phrase is finished', '"noi don"', []],
    ['a number is found as it is written', '1.000.000', ['Thủy lợi nội đồng']],
    ['a part of it too', '1.000', ['Thủy lợi nội đồng']],
    ['operators are words', 'đường OR tết', []],
    ['and mean nothing', 'đường sắt AND', []],
  ])('%s: %s', async (_name, q, expected) => {
    expect((await titles(q)).sort()).toEqual([...expected].sort());
  });

  it('shows each hit with what was looked for, safe to insert', async () => {
    await publish('A <b>&</b> "kênh rạch"', { lead: 'Kênh <i>x</i> và kênh.' });
    const { body } = await search('kênh rạch');
    const [hit] = body.data;
    expect(hit).toEqual({
      collection: 'articles',
      documentId: expect.any(String),
      locale: 'vi',
      slug: expect.any(String),
      url: expect.stringMatching(/^http/),
      title: 'A <b>&</b> "kênh rạch"',
      highlights: {
        title: 'A &lt;b&gt;&amp;&lt;/b&gt; &quot;<mark>kênh</mark> <mark>rạch</mark>&quot;',
        text: '<mark>Kênh</mark> &lt;i&gt;x&lt;/i&gt; và <mark>kênh</mark>.',
      },
      score: expect.any(Number),
      firstPublishedAt: expect.any(String),
      withdrawal: null,
    });
    expect(Object.keys(hit).slice(0, 8)).toEqual([
      ...['collection', 'documentId', 'locale', 'slug', 'url', 'title', 'highlights', 'score'],
    ]);
  });

  it('counts and narrows down by type, facet and range', async () => {
    const { body } = await search('công tác', '&facets=type,year,kind');
    expect(body.meta.pagination).toMatchObject({ page: 1, pageSize: 25, pageCount: 1, total: 2 });
    expect(body.meta.facets.type).toEqual({
      values: [{ value: 'directives', label: 'Văn bản chỉ đạo', count: 2 }],
      missing: 0,
    });
    expect(body.meta.facets.kind.values.map(({ value }: { value: string }) => value).sort()).toEqual([
      ...['conclusion', 'decision'],
    ]);
    expect(await titles('công tác', '&type=articles')).toEqual([]);
    expect(await titles('công tác', '&type=documents')).toHaveLength(2);
    expect(await titles('công tác', '&type=articles,directives')).toHaveLength(2);
    expect(await titles('công tác', '&filters[kind]=decision')).toEqual(['Thành lập tổ công tác']);
    expect(await titles('di', '&filters[firstPublishedAt][$lt]=2001-06-01')).toEqual(['Em đi học']);
    expect((await search('di', '&type=topics,articles&facets=type')).body.meta.facets.type.values).toHaveLength(1);
  });

  it.each([
    'pagination[pageSize]=2',
    'pagination[pageSize]=2&sort=firstPublishedAt:desc',
    'pagination[pageSize]=2&sort=title',
  ])('is paged by cursor as by page: %s', async (parameters) => {
    const whole = await titles('tin', parameters.replace('pagination[pageSize]=2', '&pagination[pageSize]=100'));
    const byPage: string[] = [];
    for (let page = 1; page <= Math.ceil(whole.length / 2); page += 1)
      byPage.push(...(await titles('tin', `&${parameters}&pagination[page]=${page}`)));
    const byCursor: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body } = await search('tin', `&${parameters}&pagination[cursor]=${cursor}`);
      byCursor.push(...body.data.map(({ title }: { title: string }) => title));
      cursor = body.meta.pagination.nextCursor;
    }
    expect(whole.length).toBeGreaterThan(8);
    expect([byPage, byCursor]).toEqual([whole, whole]);
    const offset = await search(
      'tin',
      `&${parameters.replace('pagination[pageSize]=2', '')}&pagination[start]=3&pagination[limit]=2`,
    );
    expect(offset.body.data.map(({ title }: { title: string }) => title)).toEqual(whole.slice(3, 5));
    expect(offset.body.meta.pagination.total).toBe(whole.length);
  });

  it('speaks the language that is asked for, and falls back as lists do', async () => {
    const { documentId } = await publish('Song ngữ đôi bờ');
    await app.strapi.documents(ARTICLE).update({
      documentId,
      locale: 'en',
      data: { title: 'Both banks', lead: 'News.' },
      status: 'published',
    });
    expect(await titles('banks')).toEqual([]);
    expect(await titles('banks', '&locale=en')).toEqual(['Both banks']);
    expect(await titles('"song ngữ"', '&locale=en&fallback=vi')).toEqual([]);
    const { body } = await search('thủy lợi nội đồng', '&locale=en&fallback=vi&facets=type');
    expect(body.data).toMatchObject([{ title: 'Thủy lợi nội đồng', locale: 'vi', isFallback: true }]);
    expect([body.meta.pagination.total, body.meta.facets.type.values[0].label]).toEqual([1, 'Bài viết']);
  });

  it('follows what is published, renamed, withdrawn and taken back, and never shows a draft', async () => {
    const draft = await createArticle(app, { title: 'Zzkín nháp' });
    expect(await titles('zzkín')).toEqual([]);
    const { documentId } = draft;
    await app.strapi.documents(ARTICLE).publish({ documentId });
    expect(await titles('zzkín')).toEqual(['Zzkín nháp']);
    await app.strapi.documents(ARTICLE).update({ documentId, data: { title: 'Zzmở nháp' } });
    expect([await titles('zzkín'), await titles('zzmở')]).toEqual([['Zzkín nháp'], []]);
    const withdrawal = { at: '2026-01-01T00:00:00.000Z', reason: 'Sai.' };
    await app.strapi.documents(ARTICLE).update({ documentId, data: { withdrawal }, status: 'published' });
    expect(await titles('zzkín')).toEqual([]);
    expect((await search('zzmở')).body.data).toMatchObject([{ title: 'Zzmở nháp', withdrawal: { reason: 'Sai.' } }]);
    await app.strapi.documents(ARTICLE).unpublish({ documentId });
    expect(await titles('zzmở')).toEqual([]);
  });

  it('answers 304 while nothing changed', async () => {
    const first = await search('tết');
    const again = await fetch(`${app.url}/api/search?q=${encodeURIComponent('tết')}`, {
      headers: { 'If-None-Match': first.headers.get('etag') ?? '' },
    });
    expect(again.status).toBe(304);
  });

  it.each([
    ['', /q is missing/],
    ['?q=', /q is empty/],
    ['?q=%20%20', /q is empty/],
    [`?q=${'x'.repeat(201)}`, /201 characters; it takes at most 200/],
    [`?q=${'a+'.repeat(21)}`, /21 words; it takes at most 20/],
    ['?q=%22%2A%22', /no letter and no digit/],
    ['?q=%F0%9F%91%8D', /no letter and no digit/],
    ['?q=a%00b', /NUL/],
    ['?q[]=a', /q takes one text/],
    ['?q=a&type=site', /type takes one or more of: .*articles.*documents/],
    ['?q=a&type=', /type takes one or more of/],
    ['?q=a&type[x]=articles', /type takes one or more of/],
    ['?q=a&facets=tag', /"tag" is not a facet of search\. Allowed: type, topic, year, kind, issuer/],
    ['?q=a&fields=title', /"fields" is not a parameter of \/search/],
    ['?q=a&sort=rating', /not a sort key of search\. Allowed: relevance, firstPublishedAt, title/],
    ['?q=a&sort=relevance:asc', /stands alone/],
    ['?q=a&sort=relevance,title', /stands alone/],
    ['?q=a&pagination[cursor]=x', /not a cursor/],
    ['?q=a&status=draft', /only what is published/],
  ])('refuses %s, and says why', async (query, reason) => {
    expect(await message(`/search${query}`)).toMatch(reason);
  });

  it.each([
    'a" OR "b',
    "a' OR 1=1 --",
    '{title} : x',
    'NEAR(a b)',
    'a* ^b -c +d',
    '(((((a',
    "a & !b | <-> ''",
    ':*',
    'a\\b',
    '%_a%',
    '@articles@vi #57-kl-tw <d |',
    '\u{1f469}\u200d\u{1f4bb}x',
    '\u202eabc',
    'a\u0301\u0302\u0303'.repeat(40),
    Array(20).fill('và').join(' '),
    '1-2-3-4-5-6-7-8-9-10-11-12-13',
    '"a" "b" "c" "d" "e f" "g h i"',
    '\ud800x',
  ])('answers %j quickly, with hits or a reason', async (q) => {
    const start = Date.now();
    const { status, body } = await register.get(`/search?q=${encodeURIComponent(Buffer.from(q).toString())}`);
    expect([200, 400]).toContain(status);
    if (status === 400) expect(body.error.details.errors[0].path).toEqual(['q']);
    expect(Date.now() - start).toBeLessThan(1_000);
  });
});

describe('q of a list', () => {
  const list = async (path: string) => {
    const { status, body } = await register.get(path);
    expect([path, status, body.error?.message]).toEqual([path, 200, undefined]);
    return body;
  };

  it('narrows it down, the best first', async () => {
    const body = await list(`/articles?q=${encodeURIComponent('đi')}&fields=title`);
    expect(body.data[0].title).toBe('Em đi học');
    expect(Object.keys(body.data[0])).toEqual(['documentId', 'title']);
    expect(body.meta.pagination.total).toBe((await titles('đi', '&type=articles')).length);
    expect((await list('/documents?q=156%20qd%20ubnd')).data[0].symbol).toBe('156/QĐ-UBND');
    expect((await list('/issuers?q=chinh%20tri')).data).toMatchObject([{ name: 'Bộ Chính trị' }]);
    expect((await list('/resolutions?q=57')).data).toEqual([]);
  });

  it('goes with filters, facets, sort and the day', async () => {
    const body = await list(
      `/documents?q=${encodeURIComponent('công tác')}&sort=issuedOn:asc&filters[kind]=conclusion&facets=kind,status&asOf=2024-01-01`,
    );
    expect(body.data).toMatchObject([{ symbol: '57-KL/TW', status: { asOf: '2024-01-01' } }]);
    expect(body.meta.facets.kind.values).toMatchObject([{ value: 'conclusion', count: 1 }]);
    expect(body.meta.facets.status).toMatchObject({ missing: 0 });
    const byTitle = await list('/articles?q=tin&sort=title&fields=title');
    const found = byTitle.data.map(({ title }: { title: string }) => title);
    expect(found).toEqual([...found].sort(new Intl.Collator('vi').compare));
  });

  it.each([
    ['/articles?q=', /q is empty/],
    ['/articles?sort=relevance', /send q with it/],
    ['/articles/x?q=a', /"q" is not a parameter/],
    ['/site?q=a', /"q" is not a parameter/],
  ])('%s is refused', async (path, reason) => {
    expect(await message(path)).toMatch(reason);
  });

  it('takes a cursor only with the same words', async () => {
    const { meta } = await list('/articles?q=tin&pagination[pageSize]=2');
    const cursor = meta.pagination.nextCursor;
    expect(await message(`/articles?q=tins&pagination[cursor]=${cursor}`)).toMatch(/other sort, filters, q or locale/);
  });
});
