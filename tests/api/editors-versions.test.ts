import { createAdmin, createArticle, startApp, updateArticle, type TestApp } from '../support';
import { articleOfThreeVersions, redactArticle, type ListedVersion } from './versions';

const ARTICLE = 'plugin::gazette.article';

describe('where versions are not public', () => {
  let app: TestApp;
  let jwt = '';
  let id = '';

  beforeAll(async () => {
    app = await startApp();
    jwt = (await createAdmin(app)).jwt;
    id = await articleOfThreeVersions(app);
  });
  afterAll(() => app.stop());

  const read = (path: string, token = jwt) =>
    app.request.get(`/delivery/versions/${path}`).set('Authorization', `Bearer ${token}`);

  it('their addresses are unknown like any other', async () => {
    for (const method of ['get', 'post'] as const) {
      const unknown = await app.request[method](`/api/articles/${id}/nonsense/1`);
      expect(unknown.status).toBe(method === 'get' ? 404 : 405);
      for (const path of [
        `articles/${id}/versions`,
        `articles/${id}/versions/1`,
        'articles/khong-co/versions',
        'documents/x/versions',
      ]) {
        const answer = await app.request[method](`/api/${path}`);
        expect([path, answer.status, answer.body]).toEqual([path, unknown.status, unknown.body]);
      }
    }
  });

  it('an editor still lists and reads them', async () => {
    const { body } = await read(`articles/${id}`).expect(200);
    expect(body.data.map(({ version }: ListedVersion) => version)).toEqual([3, 2, 1]);
    expect(body.meta.pagination).toMatchObject({ page: 1, total: 3 });
    const one = await read(`articles/${id}/1`).expect(200);
    expect(one.body).toMatchObject({ data: { title: 'Lịch cấp nước' }, meta: { version: 1, event: 'published' } });
    expect(one.headers['cache-control']).toBe('no-store');
  });

  it('an editor sees what differs between two of them, word by word', async () => {
    const { body } = await read(`articles/${id}/diff?from=1&to=3`).expect(200);
    expect(body.data).toMatchObject({ from: { version: 1 }, to: { version: 3 } });
    const changes: { field: string }[] = body.data.changes;
    expect(changes.find(({ field }) => field === 'lead')).toEqual({
      field: 'lead',
      kind: 'text',
      granularity: 'words',
      parts: [
        { op: 'same', text: 'Cấp lúc ' },
        { op: 'removed', text: 'sáu' },
        { op: 'added', text: 'bảy' },
        { op: 'same', text: ' giờ.' },
      ],
    });
    const back = await read(`articles/${id}/diff?from=3&to=1`).expect(200);
    expect(back.body.data).toMatchObject({ from: { version: 3 }, to: { version: 1 } });
    for (const present of ['', '&to=present']) {
      const now = await read(`articles/${id}/diff?from=2${present}`).expect(200);
      expect(now.body.data.to.version).toBe(3);
    }
    expect((await read(`articles/${id}/diff?from=3`).expect(200)).body.data.changes).toEqual([]);
  });

  it.each([
    ['articles/ID/diff', 400],
    ['articles/ID/diff?from=x', 400],
    ['articles/ID/diff?from=1&to=draft', 400],
    ['articles/ID/diff?from=1&a=b', 400],
    ['articles/ID/diff?from=9', 404],
    ['articles/ID/9', 404],
    ['articles/ID?sort=x', 400],
    ['articles/ID?locale=xx', 400],
    ['nonsense/ID', 404],
    ['documents/ID', 404],
  ])('%s is a %s', async (path, status) => {
    const answer = await read(path.replace('ID', id));
    expect([answer.status, answer.body.data, answer.body.error.status]).toEqual([status, null, status]);
  });

  it('an editor reads them after the item was taken back, but compares with no present', async () => {
    const documentId = await articleOfThreeVersions(app, 'Đã gỡ');
    await app.strapi.documents(ARTICLE).unpublish({ documentId, locale: 'vi' });
    expect((await read(`articles/${documentId}`).expect(200)).body.data).toHaveLength(3);
    await read(`articles/${documentId}/diff?from=1&to=2`).expect(200);
    await read(`articles/${documentId}/diff?from=1`).expect(404);
    await app.strapi.documents(ARTICLE).delete({ documentId });
    await read(`articles/${documentId}/2`).expect(200);
  });

  it('what was erased is gone for editors too', async () => {
    const documentId = await articleOfThreeVersions(app, 'Xoá hẳn');
    await redactArticle(app, documentId, [1]);
    expect((await read(`articles/${documentId}`).expect(200)).body.data[2]).toMatchObject({
      redacted: true,
      title: null,
    });
    await read(`articles/${documentId}/1`).expect(410);
    await read(`articles/${documentId}/diff?from=1&to=3`).expect(410);
  });

  it('nobody reads them who is not signed in as an editor', async () => {
    await app.request.get(`/delivery/versions/articles/${id}`).expect(401);
    await read(`articles/${id}`, 'nonsense').expect(401);
  });

  it('a role that may not read the type may not read its versions', async () => {
    const role = await app.strapi.service('admin::role').create({ name: 'Khách', code: 'guest', description: '' });
    await app.strapi.service('admin::role').assignPermissions(role.id, [
      {
        action: 'plugin::content-manager.explorer.read',
        subject: 'plugin::gazette.topic',
        properties: { fields: ['name'] },
        conditions: [],
      },
    ]);
    const guest = (await createAdmin(app, 'guest')).jwt;
    for (const path of ['', '/1', '/diff?from=1']) await read(`articles/${id}${path}`, guest).expect(403);
    const topic = await app.strapi.documents('plugin::gazette.topic').create({ data: { name: 'Nước sạch' } });
    await read(`topics/${topic.documentId}`, guest).expect(200);
  });

  it('a role that may read only what it made, or one language, reads the versions of that only', async () => {
    const role = await app.strapi.service('admin::role').create({ name: 'Riêng', code: 'own-only', description: '' });
    await app.strapi.service('admin::role').assignPermissions(role.id, [
      {
        action: 'plugin::content-manager.explorer.read',
        subject: ARTICLE,
        properties: { fields: ['title'], locales: ['vi'] },
        conditions: ['admin::is-creator'],
      },
    ]);
    const owner = await createAdmin(app, 'own-only');
    await read(`articles/${id}`, owner.jwt).expect(403);
    const { documentId } = await createArticle(app, { title: 'Của tôi', createdBy: owner.id }, { status: 'published' });
    await updateArticle(app, documentId, { title: 'Mine', createdBy: owner.id }, { locale: 'en' });
    await read(`articles/${documentId}`, owner.jwt).expect(200);
    await read(`articles/${documentId}?locale=en`, owner.jwt).expect(403);
    await app.strapi.documents(ARTICLE).delete({ documentId, locale: '*' });
    await read(`articles/${documentId}`, owner.jwt).expect(403);
    await read(`articles/${documentId}`).expect(200);
  });
});
