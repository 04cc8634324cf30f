import { articleData, createAdmin, startApp, type TestApp } from '../support';
import { directives, fieldsOf, managementApi, type ManagementApi } from './management';

const ARTICLE = 'plugin::gazette.article';
const DIRECTIVE = 'plugin::gazette.directive';
const NO_ITEM = 'zzzzzzzzzzzzzzzzzzzzzzzz';

const text = (...children: object[]) => [
  { __component: 'gazette.text', body: [{ type: 'paragraph', children: [{ type: 'text', text: 'a' }, ...children] }] },
];

/** What is refused: where it is sent, the data, the field that the answer names, and what it says in both languages. */
const CASES: [string, string, Record<string, unknown>, string, RegExp, RegExp][] = [
  ['a blank name', '/tags', { name: '   ' }, 'name', /để trống/, /empty/],
  ['no name', '/authors', { name: null }, 'name', /để trống/, /empty/],
  ['an empty name', '/topics', { name: '' }, 'name', /để trống/, /empty/],
  ['a blank name of an issuer', '/issuers', { name: '\n' }, 'name', /để trống/, /empty/],
  ['a blank title of a dossier', '/dossiers', { title: ' ' }, 'title', /để trống/, /empty/],

  ['a text for an instant', '/articles', { pinnedUntil: 'x' }, 'pinnedUntil', /Ngày giờ/, /time/],
  ['31 February', '/articles', { pinnedUntil: '2024-02-31T00:00:00Z' }, 'pinnedUntil', /Ngày giờ/, /time/],
  ['a day that is not in the calendar', '/directives', { issuedOn: '2024-13-45' }, 'issuedOn', /Ngày/, /day/],
  [
    'an instant in a component',
    '/articles',
    { corrections: [{ at: 'hôm qua', text: 'a' }] },
    'corrections.0.at',
    /Ngày/,
    /time/,
  ],
  [
    'a day in a component',
    '/directives',
    { tasks: [{ title: 'a' }, { title: 'b', dueOn: '1/2/2024' }] },
    'tasks.1.dueOn',
    /Ngày/,
    /day/,
  ],

  ['a number too large', '/topics', { name: 'a', position: 2 ** 31 }, 'position', /2147483647/, /2147483647/],
  ['a number too small', '/pages', { title: 'a', position: -1e300 }, 'position', /2147483647/, /2147483647/],
  [
    'a number too large in a component',
    '/directives',
    { attachments: [{ title: 'a', pages: 99_999_999_999 }] },
    'attachments.0.pages',
    /2147483647/,
    /2147483647/,
  ],

  ['an issuer that is not there', '/directives', { issuer: NO_ITEM }, 'issuer', /không tìm thấy/, /there is no/],
  [
    'a topic that is not there',
    '/articles',
    { topics: { connect: [NO_ITEM] } },
    'topics',
    /không tìm thấy/,
    /there is no/,
  ],
  [
    'an author that is not there',
    '/articles',
    { authorships: [{ author: NO_ITEM }] },
    'authorships.0.author',
    /không tìm thấy/,
    /there is no/,
  ],
  [
    'a file that is not there',
    '/articles',
    { cover: { image: 987654 } },
    'cover.image',
    /không tìm thấy/,
    /there is no/,
  ],
  [
    'a file of a section',
    '/articles',
    { body: [{ __component: 'gazette.figure', image: 987654 }] },
    'body.0.image',
    /không tìm thấy/,
    /there is no/,
  ],
  ['the number of a row', '/articles', { topics: [1] }, 'topics', /documentId/, /documentId/],

  ['an unknown attribute', '/articles', { titel: 'a' }, 'titel', /Không có thuộc tính "titel"/, /no attribute "titel"/],
  ['an unknown attribute of a component', '/articles', { cover: { titel: 'a' } }, 'cover.titel', /"titel"/, /"titel"/],
  [
    'an unknown attribute of a section',
    '/articles',
    { body: [...text(), { __component: 'gazette.quote', txt: 'a' }] },
    'body.1.txt',
    /"txt"/,
    /"txt"/,
  ],
  ['an attribute of the software', '/articles', { createdAt: '2024-01-01' }, 'createdAt', /createdAt/, /createdAt/],

  [
    'a section of no component',
    '/articles',
    { body: [{ __component: '__proto__' }] },
    'body.0.__component',
    /gazette\.text, gazette\.html/,
    /gazette\.text, gazette\.html/,
  ],
  [
    'a section of another component',
    '/articles',
    { body: [{ __component: 'gazette.seo' }] },
    'body.0.__component',
    /gazette\.text/,
    /gazette\.text/,
  ],
  [
    'a section without a component',
    '/pages',
    { title: 'a', body: [{}] },
    'body.0.__component',
    /gazette\.quote/,
    /gazette\.quote/,
  ],

  [
    'a translation into the default language',
    '/topics',
    { name: 'a', translations: [{ locale: 'vi', name: 'b' }] },
    'translations.0.locale',
    /dùng được: en/,
    /choose from: en/,
  ],
  [
    'a translation into no language of the site',
    '/tags',
    { name: 'a', translations: [{ locale: 'xx', name: 'b' }] },
    'translations.0.locale',
    /dùng được: en/,
    /choose from: en/,
  ],
  [
    'a reserved slug of a translation',
    '/topics',
    { name: 'a', translations: [{ locale: 'en', name: 'b', slug: 'lookup' }] },
    'translations.0.slug',
    /dành riêng/,
    /reserved/,
  ],

  ['no list of citations', '/articles', { dismissedCitations: { a: 1 } }, 'dismissedCitations', /danh sách/, /list/],
  [
    'a citation that is no text',
    '/articles',
    { dismissedCitations: ['57-KL/TW', 57] },
    'dismissedCitations',
    /57/,
    /57/,
  ],
  [
    'a citation that cannot be read',
    '/articles',
    { dismissedCitations: ['công văn hôm qua'] },
    'dismissedCitations',
    /công văn hôm qua/,
    /công văn hôm qua/,
  ],
  ['NUL in a text', '/articles', { lead: 'a\0b' }, 'lead', /ký tự/, /character/],
  [
    'NUL in the name of a member',
    '/articles',
    { imported: { deep: [{ 'a\0b': 1 }] } },
    'imported.deep.0.a\u{fffd}b',
    /ký tự/,
    /character/,
  ],

  ['a slug that is a documentId', '/articles', { slug: 'i35ac5s7ejd57ldg9g71w5fw' }, 'slug', /có dạng mã/, /form of/],
  [
    'a script in the address of a source',
    '/articles',
    { source: { url: 'javascript:alert(1)' } },
    'source.url',
    /http/,
    /http/,
  ],

  [
    'a text that is too long',
    '/articles',
    { kicker: 'a'.repeat(121) },
    'kicker',
    /Dài quá 120 ký tự/,
    /at most 120 characters/,
  ],
  [
    'a choice that is none',
    '/directives',
    { kind: 'poem' },
    'kind',
    /Phải là một trong các giá trị: directive, /,
    /one of the following values/,
  ],
  ['a number for a text', '/articles', { byline: 5 }, 'byline', /một chuỗi văn bản/, /`string` type/],
  ['a text for a number', '/pages', { title: 'a', position: 'x' }, 'position', /một số/, /`number` type/],
  ['half a number', '/pages', { title: 'a', position: 1.5 }, 'position', /số nguyên/, /integer/],
  [
    'a component without what it needs',
    '/articles',
    { corrections: [{ at: '2024-01-01T00:00:00Z' }] },
    'corrections.0.text',
    /bắt buộc/,
    /`string` type/,
  ],
  [
    'an address that is no e-mail',
    '/issuers',
    { name: 'a', contact: { email: 'a b' } },
    'contact.email',
    /thư điện tử/,
    /valid email/,
  ],
  [
    'a link that is none',
    '/articles',
    { body: text({ type: 'link', url: 'a b', children: [{ type: 'text', text: 'a' }] }) },
    'body.0.body.0.children.1.url',
    /Liên kết/,
    /valid link/,
  ],
];

describe('what is refused names its field', () => {
  let app: TestApp;
  let api: ManagementApi;
  let directiveData: ReturnType<typeof directives>;

  beforeAll(async () => {
    app = await startApp();
    api = await managementApi(app);
    const issuer = await app.strapi.documents('plugin::gazette.issuer').create({ data: { name: 'Huyện uỷ' } });
    directiveData = directives(issuer.documentId);
  });

  afterAll(() => app.stop());

  const complete = (path: string, data: Record<string, unknown>) => {
    if (path === '/articles') return articleData(data);
    return path === '/directives' ? directiveData(data) : data;
  };

  it.each(CASES)('%s', async (_what, path, data, field, vietnamese, english) => {
    const send = (accepted: string) =>
      api('post', path)
        .set('Accept-Language', accepted)
        .send({ data: complete(path, data) });
    for (const [accepted, message] of [
      ['vi', vietnamese],
      ['en', english],
    ] as const) {
      const { status, body } = await send(accepted);
      expect([status, body.error?.name, fieldsOf(body)]).toEqual([400, 'ValidationError', [field]]);
      expect(body.error.message).toMatch(message);
      expect(body.error.details.errors[0].message).toMatch(message);
    }
  });

  it.each([
    ['fr,en;q=0.8', /slug "lookup" is reserved/],
    ['en;q=0.1, vi;q=0.9', /dành riêng/],
    ['fr', /dành riêng/],
    ['en;q=0, *', /dành riêng/],
    ['EN-gb', /reserved/],
  ])('in the language that %s asks for', async (accepted, message) => {
    const { body } = await api('post', '/articles')
      .set('Accept-Language', accepted)
      .send({ data: articleData({ slug: 'lookup' }) });
    expect(body.error.message).toMatch(message);
  });

  it('in a menu', async () => {
    const menus = (url: string) => ({
      data: { name: 'Cổng', menus: [{ title: 'Chính', items: [{ label: 'a', url }] }] },
    });
    const { status, body } = await api('put', '/site').send(menus('javascript:alert(1)'));
    expect([status, fieldsOf(body)]).toEqual([400, ['menus.0.items.0.url']]);
    const blank = await api('put', '/site').send({ data: { name: 'Cổng', menus: [{ title: ' ', items: [] }] } });
    expect([blank.status, fieldsOf(blank.body)]).toEqual([400, ['menus.0.title']]);
    await api('put', '/site').send(menus('/gioi-thieu')).expect(200);
  });

  it('in the admin, in the language of the person', async () => {
    const { jwt } = await createAdmin(app);
    const save = (data: object) =>
      app.request
        .post(`/content-manager/collection-types/${ARTICLE}?locale=vi`)
        .set('Authorization', `Bearer ${jwt}`)
        .send(data);
    const long = await save(articleData({ kicker: 'a'.repeat(121) }));
    expect([long.status, fieldsOf(long.body), long.body.error.message]).toEqual([
      400,
      ['kicker'],
      expect.stringContaining('Dài quá 120 ký tự'),
    ]);
    const date = await save(articleData({ pinnedUntil: 'x' }));
    expect([date.status, fieldsOf(date.body)]).toEqual([400, ['pinnedUntil']]);
    for (const component of ['__proto__', 'constructor', ['__proto__'], 'gazette.seo', null]) {
      const section = await save(articleData({ body: [{ __component: component }] }));
      expect([section.status, fieldsOf(section.body)]).toEqual([400, ['body.0.__component']]);
    }
  });

  it('when a document without a symbol is to be published', async () => {
    for (const symbol of ['', '   ']) {
      const made = await app.strapi.documents(DIRECTIVE).create({ data: directiveData({ symbol }) });
      await expect(app.strapi.documents(DIRECTIVE).publish({ documentId: made.documentId })).rejects.toMatchObject({
        details: { errors: [{ path: ['symbol'] }] },
      });
    }
    const { status, body } = await api('post', '/directives').send({ data: directiveData({ symbol: ' ' }) });
    expect([status, fieldsOf(body)]).toEqual([400, ['symbol']]);
  });

  it('when a stored symbol cannot be read, and derives number and year once more where it can', async () => {
    const { documentId } = await app.strapi.documents(DIRECTIVE).create({ data: directiveData() });
    const store = (data: object) =>
      app.strapi.db.query(DIRECTIVE).updateMany({ where: { documentId, publishedAt: null }, data });
    await store({ symbol: 'công văn hôm qua' });
    await expect(app.strapi.documents(DIRECTIVE).publish({ documentId })).rejects.toMatchObject({
      details: { errors: [{ path: ['symbol'] }] },
    });
    await store({ symbol: '0912 - kh/hu', number: null, year: null });
    await app.strapi.documents(DIRECTIVE).publish({ documentId });
    expect(await app.strapi.documents(DIRECTIVE).findOne({ documentId, status: 'published' })).toMatchObject({
      symbol: '0912-KH/HU',
      number: '0912',
      year: 2024,
    });
  });

  it('while what is meant is taken: dismissed citations, an emptied symbol, a slug that only looks like an id', async () => {
    const { body } = await api('post', '/articles').send({
      data: articleData({
        dismissedCitations: ['57-KL/TW', '15/2024/QĐ-UBND'],
        pinnedUntil: '2024-02-29T10:00:00+07:00',
      }),
    });
    expect(body.data).toMatchObject({ dismissedCitations: ['57-KL/TW', '15/2024/QĐ-UBND'] });
    // The admin's JSON editor sends its text.
    const typed = await api('post', '/articles').send({ data: articleData({ dismissedCitations: '["57-KL/TW"]' }) });
    expect(typed.body.data).toMatchObject({ dismissedCitations: ['57-KL/TW'] });
    const { documentId } = await app.strapi
      .documents(DIRECTIVE)
      .create({ data: directiveData({ symbol: '12-KH/HU', number: '12' }) });
    expect(await app.strapi.documents(DIRECTIVE).update({ documentId, data: { symbol: '' } })).toMatchObject({
      number: null,
    });
    const made = await api('post', '/articles').send({ data: articleData({ title: 'i35ac5s7ejd57ldg9g71w5fw' }) });
    expect(made.body.data.slug).toBe('i35ac5s7ejd57ldg9g71w5fw-2');
  });

  it('while control characters are only cleaned away', async () => {
    const { body } = await api('post', '/articles').send({
      data: articleData({
        title: 'Dòng một \r\n\tdòng hai\u0007 ',
        byline: 'A\tB',
        lead: 'Một\nhai\u000bba',
        source: { name: 'Báo\u0001Tuyên Quang', url: ' https://example.vn/a\n' },
      }),
    });
    const found = await api('get', `/articles/${body.data.documentId}?populate=*`);
    expect(found.body.data).toMatchObject({
      title: 'Dòng một dòng hai',
      byline: 'A B',
      lead: 'Một\nhai ba',
      source: { name: 'Báo Tuyên Quang', url: 'https://example.vn/a' },
    });
    const directive = await api('post', '/directives').send({ data: directiveData({ title: 'Trích\nyếu' }) });
    expect(directive.body.data.title).toBe('Trích yếu');
  });
});
