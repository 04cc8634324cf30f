import { randomUUID } from 'node:crypto';
import { createAdmin, createArticle, startApp, updateArticle, type TestApp } from '../support';

/** Every text that must stay inside carries this word, in some spelling; no request of these tests does. */
const SECRET = /b[ií][ -]?m[aậ]t|bimat/iu;

let app: TestApp;
const made = { published: '', draft: '', draftSlug: '', internal: '', unpublished: '', english: '' };

const ARTICLE = 'plugin::gazette.article';

beforeAll(async () => {
  app = await startApp();
  const { strapi } = app;
  const admin = await createAdmin(app);
  await strapi.db.query('admin::user').update({
    where: { id: admin.id },
    data: { firstname: 'Bí mật', lastname: 'Bí mật', username: 'bimat', email: 'bimat@example.vn' },
  });
  const member = await strapi.plugin('users-permissions').service('user').add({
    username: 'bimat',
    email: 'bimat@member.example.vn',
    password: 'Correct-horse-9',
    provider: 'local',
    confirmed: true,
  });
  expect(member.id).toBeDefined();

  const issuer = await strapi
    .documents('plugin::gazette.issuer')
    .create({ data: { name: 'Huyện ủy', code: 'HU', level: 'district' } });
  const document = (title: string, symbol: string, classification: string) => ({
    data: { title, symbol, classification, kind: 'directive', issuer: issuer.documentId, issuedOn: '2024-03-01' },
    locale: 'vi',
    status: 'draft' as const,
  });
  const internal = await strapi
    .documents('plugin::gazette.directive')
    .create(document('Bí mật nội bộ', '7-CT/HU', 'internal'));
  const draftDocument = await strapi
    .documents('plugin::gazette.directive')
    .create(document('Bí mật chưa ban hành', '8-CT/HU', 'public'));

  const draft = await createArticle(app, { title: 'Bí mật bản nháp', lead: 'Bí mật.' });
  const published = await createArticle(
    app,
    {
      title: 'Tin công khai',
      lead: 'Theo Chỉ thị số 7-CT/HU và Chỉ thị số 8-CT/HU.',
      body: [{ __component: 'gazette.html', html: '<p>Thân bài công khai.</p>' }],
      directives: [internal.documentId, draftDocument.documentId],
      related: [draft.documentId],
      imported: { source: 'bí mật', rating: { sum: 5 } },
      dismissedCitations: ['99-CT/HU'],
      createdBy: admin.id,
      updatedBy: admin.id,
    },
    { status: 'published' },
  );
  await strapi.db.query(ARTICLE).updateMany({
    where: { documentId: published.documentId },
    data: { createdBy: admin.id, updatedBy: admin.id },
  });
  await updateArticle(app, published.documentId, { kicker: 'Bản hai' });
  // An edit that is saved and not published.
  await updateArticle(
    app,
    published.documentId,
    { title: 'Bí mật sửa dở', lead: 'Bí mật.', slug: 'bi-mat-sua-do', changeNote: 'Bí mật.' },
    { status: 'draft' },
  );
  const english = await updateArticle(
    app,
    published.documentId,
    { title: 'Bi mat draft', lead: 'Bi mat.' },
    { locale: 'en', status: 'draft' },
  );
  const unpublished = await createArticle(
    app,
    { title: 'Bí mật đã gỡ', slug: 'da-go', lead: 'Bí mật.' },
    { status: 'published' },
  );
  await strapi.documents(ARTICLE).unpublish({ documentId: unpublished.documentId, locale: 'vi' });

  Object.assign(made, {
    published: published.documentId,
    draft: draft.documentId,
    draftSlug: draft.slug,
    internal: internal.documentId,
    unpublished: unpublished.documentId,
    english: english?.slug,
  });
});

afterAll(() => app.stop());

const ask = async (path: string, headers: Record<string, string> = {}) => {
  const answer = await app.request.get(path).set(headers).redirects(0).buffer(true);
  const text = `${JSON.stringify(answer.headers)}${answer.text}`;
  return { status: answer.status, text, body: answer.body, error: answer.body?.error };
};

const PATHS = ['/api/articles', '/api/articles/tin-cong-khai', '/api/feeds/articles.json'];

describe('what is public shows nothing of what is not', () => {
  it('has something to hide in the database', async () => {
    const titles = await app.strapi.db
      .query(ARTICLE)
      .findMany({ select: ['title', 'imported'], populate: ['createdBy'] });
    expect(JSON.stringify(titles).match(new RegExp(SECRET, 'giu'))?.length).toBeGreaterThan(5);
  });

  it.each([
    ...PATHS,
    '/api/articles?locale=en',
    '/api/articles?locale=en&fallback=vi',
    '/api/articles?populate=*',
    '/api/articles?populate[createdBy]=*&populate[localizations]=*&populate[directives]=*',
    '/api/articles/tin-cong-khai?populate=*',
    '/api/articles/tin-cong-khai?populate[createdBy][fields]=email&populate[directives][populate]=*',
    '/api/feeds/articles.json?locale=en&fallback=vi',
  ])('%s', async (path) => {
    const { status, text } = await ask(path);
    expect([path, status]).toEqual([path, 200]);
    expect(text).not.toMatch(SECRET);
    for (const name of [
      'createdBy',
      'updatedBy',
      'imported',
      'revision',
      'publishedAt',
      'changeNote',
      'dismissedCitations',
      'classification',
      'updateType',
    ]) {
      expect(text).not.toContain(`"${name}"`);
    }
    expect(text).not.toContain(made.internal);
    expect(text).not.toContain(made.draft);
  });

  it('the published item stays what was published while it is edited', async () => {
    const { body } = await ask(`/api/articles/${made.published}`);
    expect(body.data).toMatchObject({
      title: 'Tin công khai',
      slug: 'tin-cong-khai',
      kicker: 'Bản hai',
      localizations: [],
    });
  });

  it('an internal document that is linked by hand or cited leaves only the words of the text', async () => {
    const { body } = await ask(`/api/articles/${made.published}`);
    expect(body.data.documents).toEqual([]);
    expect(body.data.citations).toMatchObject([
      { symbol: '7-CT/HU', document: null },
      { symbol: '8-CT/HU', document: null },
    ]);
  });

  it('a list holds the published article and no other', async () => {
    for (const query of ['', '?locale=en&fallback=vi']) {
      const { body } = await ask(`/api/articles${query}`);
      expect(body.data.map(({ documentId }: { documentId: string }) => documentId)).toEqual([made.published]);
      expect(body.meta.pagination.total).toBe(1);
    }
  });

  it('a draft cannot be told from what does not exist', async () => {
    const addresses = [made.draft, made.draftSlug, made.internal, 'bi-mat-sua-do', made.english];
    for (const query of ['', '?locale=en', '?locale=en&fallback=vi', '?fallback=en']) {
      const unknown = await ask(`/api/articles/khong-bao-gio-co${query}`);
      expect(unknown.status).toBe(404);
      for (const address of addresses) {
        expect(address).toBeTruthy();
        const { status, body } = await ask(`/api/articles/${address}${query}`);
        expect([address, query, status, body]).toEqual([address, query, 404, unknown.body]);
      }
    }
  });

  it('what was unpublished says that it is gone and nothing else', async () => {
    for (const address of ['da-go', made.unpublished]) {
      const { status, text, error } = await ask(`/api/articles/${address}`);
      expect(status).toBe(410);
      expect(Object.keys(error.details).sort()).toEqual(['collection', 'deletedAt', 'documentId']);
      expect(text).not.toMatch(SECRET);
    }
  });
});

describe('no parameter opens what is closed', () => {
  const TRICKS = [
    'status=draft',
    'publicationState=preview',
    'publicationState=live',
    'preview=true',
    'hasPublishedVersion=false',
    'lookup[createdBy][email][$startsWith]=a',
    'lookup=x',
    'where[createdBy][email][$startsWith]=a',
    '_q=a',
    '_where[createdBy]=1',
    'filters[createdBy][email][$startsWith]=a',
    'filters[createdBy][$eq]=1',
    'filters[createdBy][id][$gt]=0',
    'filters[updatedBy][resetPasswordToken][$notNull]=true',
    'filters[imported][$notNull]=true',
    'filters[imported][source][$contains]=a',
    'filters[revision][$gt]=0',
    'filters[publishedAt][$null]=true',
    'filters[documentId]=a',
    'filters[id]=1',
    'filters[status]=draft',
    'filters[title][$startsWith]=T',
    'filters[directives][title][$startsWith]=a',
    'filters[author][role][$startsWith]=a',
    'filters[topic][createdBy][email][$startsWith]=a',
    'filters[topic][slug][$startsWith]=a',
    'filters[localizations][title][$startsWith]=a',
    'filters[$or][0][createdBy][email][$startsWith]=a',
    'filters[$not][createdBy][email][$startsWith]=a',
    'filters[$and][0][imported][$notNull]=true',
    'filters[0][createdBy]=1',
    'sort=createdBy.email',
    'sort=createdBy.email:asc',
    'sort[createdBy][email]=asc',
    'sort=imported',
    'sort=createdAt',
    'sort=updatedAt:desc',
    'sort=revision',
    'sort=publishedAt',
    'fields[]=createdBy',
    'fields[0]=imported',
    'fields=revision',
    'fields=createdAt,updatedAt',
    'fields=changeNote',
    'fields=__proto__',
    'fields=constructor',
  ];

  it.each(TRICKS)('%s is refused by lists, items and feeds', async (query) => {
    for (const path of PATHS) {
      const { status, text, error } = await ask(`${path}?${query}`);
      expect([path, query, status, error?.name]).toEqual([path, query, 400, 'ValidationError']);
      expect(text).not.toMatch(SECRET);
    }
  });

  it('a header or a method override changes nothing', async () => {
    const open = await ask('/api/articles');
    const variants: Record<string, string>[] = [
      { 'X-HTTP-Method-Override': 'DELETE' },
      { Cookie: 'jwtToken=x; koa.sess=y' },
      { 'Strapi-Response-Format': 'v4' },
      { Authorization: 'Bearer x' },
    ];
    for (const headers of variants) {
      const { status, body } = await ask('/api/articles', headers);
      expect([status, body]).toEqual([200, open.body]);
    }
  });
});

interface ListedRoute {
  methods: string[];
  path: string;
}

const apiRoutes = (): ListedRoute[] =>
  app.strapi.server
    .api('content-api')
    .listRoutes()
    .map(({ methods, path }) => ({ methods, path: String(path) }));

const concrete = (path: string): string =>
  path.replace(/:documentId|:id\b/g, made.published).replace(/:[a-zA-Z]+(\([^)]*\))?/g, 'x');

const send = async (method: string, path: string) => {
  const target = concrete(path);
  switch (method) {
    case 'POST':
      return app.request.post(target).send({ data: { title: 'x' } });
    case 'PUT':
      return app.request.put(target).send({ data: { title: 'x' } });
    case 'DELETE':
      return app.request.delete(target);
    default:
      return app.request.get(target);
  }
};

describe('a visitor without an account', () => {
  it('can use no route of the management API', async () => {
    const routes = apiRoutes().filter(({ path }) => path.startsWith('/api/gazette/'));
    const tried: string[] = [];
    for (const { methods, path } of routes) {
      for (const method of methods.filter((one) => one !== 'HEAD' && one !== 'OPTIONS')) {
        const { status, text } = await send(method, path);
        expect([method, path, [401, 403].includes(status)]).toEqual([method, path, true]);
        expect(text).not.toMatch(SECRET);
        tried.push(`${method} ${path}`);
      }
    }
    expect(tried).toEqual(
      expect.arrayContaining([
        'GET /api/gazette/articles',
        'PUT /api/gazette/articles/:id',
        'DELETE /api/gazette/directives/:id',
      ]),
    );
    const { body } = await ask(`/api/articles/${made.published}`);
    expect(body.data.title).toBe('Tin công khai');
  });

  it('with a token that is none has no more', async () => {
    for (const token of ['x', randomUUID(), 'eyJhbGciOiJub25lIn0.eyJpZCI6MX0.']) {
      await app.request.get('/api/gazette/articles').set('Authorization', `Bearer ${token}`).expect(401);
    }
  });

  it('can read nothing else of the API: users, files, roles, languages', async () => {
    const open = new Set(
      app.strapi
        .plugin('delivery')
        .service<{ all(): { path: string }[] }>('publicRoutes')
        .all()
        .map(({ path }) => `/api${path}`),
    );
    const others = apiRoutes().filter(({ methods, path }) => methods.includes('GET') && !open.has(path));
    expect(others.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['/api/users', '/api/users/me', '/api/upload/files']),
    );
    for (const { path } of others) {
      if (/^\/api\/(connect|auth)\//.test(path)) continue;
      const { status, text } = await send('GET', path);
      expect([path, [401, 403, 404].includes(status)]).toEqual([path, true]);
      expect(text).not.toMatch(SECRET);
    }
  });

  it('has exactly the permissions that signing in takes', async () => {
    const role: { permissions: { action: string }[] } = await app.strapi.db
      .query('plugin::users-permissions.role')
      .findOne({ where: { type: 'public' }, populate: ['permissions'] });
    expect(role.permissions.map(({ action }) => action.replace('plugin::users-permissions.auth.', '')).sort()).toEqual([
      'callback',
      'connect',
      'emailConfirmation',
      'forgotPassword',
      'refresh',
      'register',
      'resetPassword',
      'sendEmailConfirmation',
    ]);
  });

  it('cannot register', async () => {
    const { body } = await app.request
      .post('/api/auth/local/register')
      .send({ username: 'khach', email: 'khach@example.vn', password: 'Correct-horse-9' })
      .expect(400);
    expect(body.error.message).toMatch(/register/i);
    expect(await app.strapi.db.query('plugin::users-permissions.user').count({ where: { username: 'khach' } })).toBe(0);
  });

  it('cannot upload a file, an SVG least of all', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
    await app.request
      .post('/api/upload')
      .attach('files', svg, { filename: 'x.svg', contentType: 'image/svg+xml' })
      .expect(403);
    expect(await app.strapi.db.query('plugin::upload.file').count()).toBe(0);
  });
});
