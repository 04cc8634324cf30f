import { apiToken, articleData, createAdmin, startApp, type TestApp } from '../support';
import { changesOf, lines, snapshotsOf } from './public-state';

const ARTICLE = 'plugin::gazette.article';

describe('the management API', () => {
  let app: TestApp;
  let token: string;

  beforeAll(async () => {
    app = await startApp();
    token = await apiToken(app);
  });

  afterAll(() => app.stop());

  const ask = (method: 'get' | 'post' | 'put' | 'delete', path: string, bearer: string | null = token) => {
    const request = app.request[method](`/api/gazette${path}`);
    return bearer === null ? request : request.set('Authorization', `Bearer ${bearer}`);
  };

  const draft = async (data: Record<string, unknown> = {}): Promise<{ documentId: string; etag: string }> => {
    const { body, headers } = await ask('post', '/articles?status=draft')
      .send({ data: articleData(data) })
      .expect(201);
    return { documentId: body.data.documentId, etag: String(headers.etag) };
  };

  it('creates, reads, changes, lists and deletes', async () => {
    const created = await ask('post', '/tags')
      .send({ data: { name: 'Nông thôn mới' } })
      .expect(201);
    const path = `/tags/${created.body.data.documentId}`;
    expect((await ask('get', path).expect(200)).body.data).toMatchObject({
      name: 'Nông thôn mới',
      slug: 'nong-thon-moi',
    });
    expect(
      (
        await ask('put', path)
          .send({ data: { name: 'Làng nghề' } })
          .expect(200)
      ).body.data.name,
    ).toBe('Làng nghề');
    expect((await ask('get', '/tags').expect(200)).body.data).toMatchObject([{ name: 'Làng nghề' }]);
    await ask('delete', path).expect(204);
    await ask('get', path).expect(404);
  });

  it.each([
    '/articles',
    '/directives',
    '/resolutions',
    '/issuers',
    '/topics',
    '/dossiers',
    '/tags',
    '/authors',
    '/pages',
    '/site',
  ])('is closed at %s without a token, and to a token without the permission', async (path) => {
    const other = await apiToken(app, ['plugin::gazette.tag.findOne']);
    expect([(await ask('get', path, null)).status, (await ask('get', path, other)).status]).toEqual([403, 403]);
    const write = path === '/site' ? 'put' : 'post';
    const body = { data: { title: 'x', name: 'x' } };
    expect([
      (await ask(write, path, null).send(body)).status,
      (await ask(write, path, other).send(body)).status,
    ]).toEqual([403, 403]);
    expect((await ask('get', path, 'wrong')).status).toBe(401);
  });

  it('lets a token do what it is granted, and nothing else', async () => {
    const reader = await apiToken(app, ['plugin::gazette.article.find', 'plugin::gazette.article.findOne']);
    const { documentId } = await draft();
    await ask('get', `/articles/${documentId}?status=draft`, reader).expect(200);
    await ask('put', `/articles/${documentId}`, reader)
      .send({ data: { title: 'Không được' } })
      .expect(403);
    await ask('delete', `/articles/${documentId}`, reader).expect(403);
  });

  it('publishes with a creation and an update, unless status=draft is asked for', async () => {
    const { documentId } = await draft({ title: 'Qua API' });
    expect(await snapshotsOf(app, documentId)).toEqual([]);
    await ask('put', `/articles/${documentId}?status=draft`)
      .send({ data: { lead: 'Vẫn nháp.' } })
      .expect(200);
    expect(await snapshotsOf(app, documentId)).toEqual([]);
    await ask('put', `/articles/${documentId}`)
      .send({ data: { lead: 'Lên trang.' } })
      .expect(200);
    expect(lines(await changesOf(app, documentId))).toEqual(['vi published 1']);
    const { body } = await ask('post', '/articles')
      .send({ data: articleData({ title: 'Đăng ngay' }) })
      .expect(201);
    expect(lines(await changesOf(app, body.data.documentId))).toEqual(['vi published 1']);
    const english = await ask('put', `/articles/${documentId}?locale=en`)
      .send({ data: { title: 'By API' } })
      .expect(200);
    expect(english.body.data).toMatchObject({ locale: 'en', slug: 'by-api' });
    await ask('delete', `/articles/${documentId}?locale=en`).expect(204);
    expect((await snapshotsOf(app, documentId)).map(({ locale }) => locale)).toEqual(['vi']);
  });

  it('answers the revision as ETag and takes it back as If-Match', async () => {
    const { documentId, etag } = await draft();
    expect(etag).toBe('"1"');
    const path = `/articles/${documentId}?status=draft`;
    const saved = await ask('put', path)
      .set('If-Match', etag)
      .send({ data: { title: 'Lần một' } })
      .expect(200);
    expect([saved.headers.etag, saved.body.data.revision]).toEqual(['"2"', 2]);
    expect((await ask('get', path).expect(200)).headers.etag).toBe('"2"');

    const stale = await ask('put', path)
      .set('If-Match', etag)
      .send({ data: { title: 'Lần một, cũ' } });
    expect(stale.status).toBe(412);
    expect(stale.body.error).toMatchObject({ status: 412, name: 'ValidationError', details: { revision: 2 } });
    expect((await ask('get', path)).body.data.title).toBe('Lần một');

    await ask('put', path)
      .set('If-Match', '*')
      .send({ data: { title: 'Lần hai' } })
      .expect(200);
    await ask('put', path)
      .send({ data: { title: 'Lần ba' } })
      .expect(200);
    expect((await ask('get', path)).headers.etag).toBe('"4"');
  });

  it.each(['3', '"x"', '"-1"'])('refuses the malformed If-Match %s', async (header) => {
    const { documentId } = await draft();
    const { status, body } = await ask('put', `/articles/${documentId}?status=draft`)
      .set('If-Match', header)
      .send({ data: {} });
    expect([status, body.error.name]).toEqual([400, 'ValidationError']);
  });

  it('deletes only what If-Match still names', async () => {
    const { documentId, etag } = await draft({ title: 'Sẽ xoá' });
    await ask('put', `/articles/${documentId}?status=draft`)
      .send({ data: { title: 'Đã sửa' } })
      .expect(200);
    await ask('delete', `/articles/${documentId}`).set('If-Match', etag).expect(412);
    await ask('get', `/articles/${documentId}?status=draft`).expect(200);
    await ask('delete', `/articles/${documentId}`).set('If-Match', '"2"').expect(204);
    await ask('get', `/articles/${documentId}?status=draft`).expect(404);
  });

  it('refuses a stale revision in the body with 409, and says who saved and when', async () => {
    const { documentId } = await draft({ title: 'Hai người sửa' });
    const editor = await createAdmin(app);
    const form = `/content-manager/collection-types/${ARTICLE}/${documentId}?locale=vi`;
    const save = (data: Record<string, unknown>) =>
      app.request.put(form).set('Authorization', `Bearer ${editor.jwt}`).send(articleData(data));
    await save({ title: 'Người thứ nhất', revision: 1 }).expect(200);
    const { status, body } = await save({ title: 'Người thứ hai', revision: 1 });
    expect(status).toBe(409);
    expect(body.error).toMatchObject({
      name: 'ValidationError',
      message: expect.stringContaining('Biên Tập'),
      details: { revision: 2, savedBy: 'Biên Tập', savedAt: expect.stringMatching(/^\d{4}-.*Z$/) },
    });
    const kept = await ask('get', `/articles/${documentId}?status=draft`);
    expect(kept.body.data).toMatchObject({ title: 'Người thứ nhất', revision: 2 });
  });

  it('lets exactly one of two editors be the first in a language', async () => {
    const { documentId } = await draft({ title: 'Hai người cùng dịch' });
    // A form that was opened on nothing sends the default of the attribute.
    const english = (title: string) =>
      ask('put', `/articles/${documentId}?locale=en&status=draft`).send({ data: articleData({ title, revision: 0 }) });
    await english('First').expect(200);
    await english('Second').expect(409);
  });

  it('lets exactly one of several saves from one revision through', async () => {
    const { documentId, etag } = await draft();
    const titles = Array.from({ length: 6 }, (_, index) => `Bản ${index}`);
    const answers = await Promise.all(
      titles.map((title) =>
        ask('put', `/articles/${documentId}?status=draft`).set('If-Match', etag).send({ data: { title } }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412, 412, 412]);
    const winner = answers.find(({ status }) => status === 200);
    const kept = await ask('get', `/articles/${documentId}?status=draft`);
    expect(kept.body.data).toMatchObject({ title: winner?.body.data.title, revision: 2 });
  });

  it('ignores system attributes that a client sends', async () => {
    const changeHistory = [{ at: '2001-01-01T00:00:00.000Z', note: 'Giả' }];
    const forged = { publicUpdatedAt: '2001-01-01T00:00:00.000Z', changeHistory };
    const { body } = await ask('post', '/articles').send({
      data: articleData({ title: 'Thuộc tính hệ thống', ...forged }),
    });
    expect(body.data.changeHistory).not.toEqual(changeHistory);
    expect(body.data.publicUpdatedAt).not.toBe(forged.publicUpdatedAt);
  });

  it('refuses an attribute that does not exist, naming it', async () => {
    const { status, body } = await ask('post', '/articles').send({ data: articleData({ titel: 'Gõ nhầm' }) });
    expect([status, body.error.name]).toEqual([400, 'ValidationError']);
    expect(body.error.message).toContain('titel');
  });

  it('names the field of an invalid value', async () => {
    const { status, body } = await ask('post', '/articles').send({ data: { lead: 'Thiếu tiêu đề.' } });
    expect(status).toBe(400);
    expect(JSON.stringify(body.error.details)).toContain('title');
  });

  it('never answers a private attribute or who made an entry', async () => {
    const { documentId } = await draft({ imported: { from: 'trang-cu' } });
    const { body } = await ask('get', `/articles/${documentId}?status=draft&populate=*`).expect(200);
    expect(Object.keys(body.data)).not.toEqual(expect.arrayContaining(['imported']));
    expect(body.data).not.toHaveProperty('createdBy');
  });
});
