import { apiToken, createArticle, startApp, updateArticle, type TestApp } from '../support';

const ARTICLE = 'plugin::gazette.article';

describe('edits that wait in a draft', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.stop());

  it('stay there when another language is published', async () => {
    const { documentId } = await createArticle(app, { title: 'Bản chính' }, { status: 'published' });
    await updateArticle(app, documentId, { title: 'English' }, { locale: 'en' });
    const before = (await app.request.get(`/api/articles/${documentId}`).expect(200)).body.data;
    const pending = { releasedAt: '2001-01-01T00:00:00.000Z', updateType: 'major', changeNote: 'Chờ duyệt' };
    await updateArticle(app, documentId, pending, { status: 'draft' });
    await updateArticle(app, documentId, { title: 'English again' }, { locale: 'en' });
    const after = (await app.request.get(`/api/articles/${documentId}`).expect(200)).body.data;
    expect(after).toEqual(before);
    const draft = await app.strapi.documents(ARTICLE).findOne({ documentId, locale: 'vi' });
    expect(draft).toMatchObject({ updateType: 'major', changeNote: 'Chờ duyệt' });
  });

  it('are refused for a document that is not there, and hold no slug', async () => {
    const token = await apiToken(app);
    const ask = (method: 'put' | 'post', path: string, data: object) =>
      app.request[method](`/api/gazette/articles${path}`).set('Authorization', `Bearer ${token}`).send({ data });
    await ask('put', '/zzzzzzzzzzzzzzzzzzzzzzzz', { title: 'Ma', slug: 'duong-dan-ma' }).expect(404);
    await ask('post', '', { title: 'Thật', slug: 'duong-dan-ma' }).expect(201);
  });
});
