import { setTimeout as wait } from 'node:timers/promises';
import { articleData, createAdmin, startApp, type TestApp } from '../support';
import { testClient } from '../support/test-database';
import { managementApi, type ManagementApi } from './management';

const ARTICLE = 'plugin::gazette.article';

describe('a request with a condition', () => {
  let app: TestApp;
  let api: ManagementApi;

  beforeAll(async () => {
    app = await startApp();
    api = await managementApi(app);
  });

  afterAll(() => app.stop());

  /** An article whose draft has the revision 3. */
  const draft = async (): Promise<string> => {
    const { documentId } = await app.strapi.documents(ARTICLE).create({ data: articleData() });
    for (const lead of ['Hai', 'Ba']) await app.strapi.documents(ARTICLE).update({ documentId, data: { lead } });
    return documentId;
  };

  const save = (documentId: string, header: string, query = '?status=draft') =>
    api('put', `/articles/${documentId}${query}`)
      .set('If-Match', header)
      .send({ data: { title: 'Đã sửa' } });

  it.each([
    ['"3"', 200],
    ['"2"', 412],
    ['"2", "3"', 200],
    ['"4","5"', 412],
    ['W/"3"', 412],
    ['W/"3", "3"', 200],
    ['"2", W/"3"', 412],
    ['*', 200],
  ])('If-Match: %s on revision 3 is a %s, for a save and for a deletion', async (header, expected) => {
    const documentId = await draft();
    const saved = await save(documentId, header);
    expect(saved.status).toBe(expected);
    if (expected === 412) expect(saved.body.error).toMatchObject({ name: 'ValidationError', details: { revision: 3 } });
    const other = await draft();
    const { status } = await api('delete', `/articles/${other}`).set('If-Match', header);
    expect(status).toBe(expected === 200 ? 204 : 412);
  });

  it.each(['"1" "2"', '"1",', 'W/3', '"1", x'])('is refused where If-Match is no list of tags: %s', async (header) => {
    const { status, body } = await save(await draft(), header);
    expect([status, body.error.message]).toEqual([400, expect.stringContaining(header)]);
  });

  it('deletes one language at a time', async () => {
    const documentId = await draft();
    for (const locale of ['locale=*', 'locale[]=vi&locale[]=en']) {
      const { status, body } = await api('delete', `/articles/${documentId}?${locale}`).set({
        'If-Match': '"3"',
        'Accept-Language': 'en',
      });
      expect([status, body.error.message]).toEqual([400, expect.stringContaining('name one language')]);
    }
    await api('get', `/articles/${documentId}?status=draft`).expect(200);
    await api('delete', `/articles/${documentId}?locale=en`).set('If-Match', '"3"').expect(412);
    await api('delete', `/articles/${documentId}?locale=vi`).set('If-Match', '"3"').expect(204);
  });

  describe('for a language that has no text yet', () => {
    const translate = (documentId: string, data: object) =>
      api('put', `/articles/${documentId}?locale=en&status=draft`).send({ data: { title: 'English', ...data } });

    it.each(['"1"', '"0"', '*'])('is a 412 with If-Match: %s', async (header) => {
      const documentId = await draft();
      const { status, body } = await translate(documentId, {}).set('If-Match', header);
      expect([status, body.error.name]).toEqual([412, 'ValidationError']);
      await api('get', `/articles/${documentId}?locale=en&status=draft`).expect(404);
    });

    it.each([
      [3, 409],
      [0, 200],
      [null, 200],
      [undefined, 200],
    ])('with the revision %s in the data is a %s', async (revision, expected) => {
      const { status, body } = await translate(await draft(), { revision });
      expect(status).toBe(expected);
      if (expected === 409) expect(body.error.name).toBe('ValidationError');
    });

    it('is refused for the admin, too, whose form was opened on one that is gone', async () => {
      const documentId = await draft();
      await translate(documentId, {}).expect(200);
      await app.strapi.documents(ARTICLE).delete({ documentId, locale: 'en' });
      const { jwt } = await createAdmin(app);
      const { status, body } = await app.request
        .put(`/content-manager/collection-types/${ARTICLE}/${documentId}?locale=en`)
        .set('Authorization', `Bearer ${jwt}`)
        .send(articleData({ title: 'English', revision: 1 }));
      expect([status, body.error.name]).toEqual([409, 'ValidationError']);
    });
  });

  it('is not made from the revision of the language that a form is filled in from', async () => {
    const documentId = await draft();
    const { jwt } = await createAdmin(app);
    const authorised = { Authorization: `Bearer ${jwt}` };
    const fill = async () => {
      const query = `documentId=${documentId}&sourceLocale=vi&targetLocale=en&collectionType=collection-types`;
      const { body } = await app.request
        .get(`/i18n/content-manager/get-fill-from-locale/${ARTICLE}?${query}`)
        .set(authorised)
        .expect(200);
      return body.data;
    };
    const form = `/content-manager/collection-types/${ARTICLE}/${documentId}?locale=en`;
    for (const revision of [0, 1]) {
      const filled = await fill();
      expect(filled).toMatchObject({ title: articleData().title, lead: 'Ba', revision });
      const { body } = await app.request.put(form).set(authorised).send(filled).expect(200);
      expect(body.data).toMatchObject({ locale: 'en', lead: 'Ba', revision: revision + 1 });
    }
  });

  it.each(['topics', 'tags', 'authors', 'issuers', 'dossiers'])('has nothing to compare with in %s', async (path) => {
    const made = await api('post', `/${path}`).send({ data: path === 'dossiers' ? { title: 'a' } : { name: 'a' } });
    const at = `/${path}/${made.body.data.documentId}`;
    const change = await api('put', at).set({ 'If-Match': '"1"', 'Accept-Language': 'en' }).send({ data: {} });
    expect([change.status, change.body.error.message]).toEqual([400, expect.stringContaining('no revisions')]);
    expect((await api('delete', at).set('If-Match', '"1"')).status).toBe(400);
    expect((await api('put', at).set('If-Match', '*').send({ data: {} })).status).toBe(200);
    await api('delete', at).expect(204);
  });

  it('has nothing to compare with in the site', async () => {
    const put = () => api('put', '/site').send({ data: { name: 'Cổng' } });
    await put().expect(200);
    expect((await put().set('If-Match', '"1"')).status).toBe(400);
    expect((await api('delete', '/site').set('If-Match', '"1"')).status).toBe(400);
  });

  it('never fails where saves and a deletion meet', async () => {
    const documentId = await draft();
    const edit = (title: string) => api('put', `/articles/${documentId}?status=draft`).send({ data: { title } });
    const remove = () => api('delete', `/articles/${documentId}`);
    const answers = await Promise.all([edit('Một'), edit('Hai'), remove(), edit('Ba'), edit('Bốn')]);
    expect(answers.map(({ status }) => status).filter((status) => ![200, 204, 404].includes(status))).toEqual([]);
  });

  // On SQLite transactions take turns, so that nothing is deleted between a look and a lock.
  const onPostgres = testClient() === 'postgres' ? it : it.skip;

  onPostgres.each([
    [undefined, 404],
    ['"3"', 412],
    ['*', 412],
  ])('meets a row that is deleted while it waits for it (If-Match: %s) with a %s', async (header, expected) => {
    const documentId = await draft();
    const deletion = await app.strapi.db.connection.transaction();
    await deletion('gazette_articles').where({ document_id: documentId }).delete();
    const request = api('put', `/articles/${documentId}?status=draft`);
    const saving = (header ? request.set('If-Match', header) : request).send({ data: { title: 'Muộn' } }).then();
    await wait(500);
    await deletion.commit();
    const { status, body } = await saving;
    expect([status, body.error.message]).toEqual([expected, expect.stringContaining('bị xoá')]);
  });
});
