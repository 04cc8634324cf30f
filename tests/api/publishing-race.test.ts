import { apiToken, createAdmin, createArticle, startApp, type TestApp } from '../support';

const ARTICLE = 'plugin::gazette.article';
const CONTENT_MANAGER = `/content-manager/collection-types/${ARTICLE}`;

describe('publications from the admin and the management API at once', () => {
  let app: TestApp;
  let admin: Record<string, string>;
  let token: Record<string, string>;

  beforeAll(async () => {
    app = await startApp();
    admin = { Authorization: `Bearer ${(await createAdmin(app)).jwt}` };
    token = { Authorization: `Bearer ${await apiToken(app)}` };
  });
  afterAll(() => app.stop());

  const publishInAdmin = (data: object, documentId = '') =>
    app.request
      .post(`${CONTENT_MANAGER}${documentId === '' ? '' : `/${documentId}`}/actions/publish?locale=vi`)
      .set(admin)
      .send(data);
  const statuses = async (requests: PromiseLike<{ status: number }>[]): Promise<number[]> =>
    (await Promise.all(requests)).map(({ status }) => status);
  const tally = (found: number[]) =>
    Object.fromEntries(
      [...new Set(found)].sort().map((status) => [status, found.filter((one) => one === status).length]),
    );

  it('give 20 articles of one title 20 slugs, whichever way they come', async () => {
    const title = 'Cùng một tiêu đề';
    const found = await statuses([
      ...Array.from({ length: 10 }, () => publishInAdmin({ title, lead: 'Từ màn hình.' })),
      ...Array.from({ length: 10 }, () =>
        app.request
          .post('/api/gazette/articles')
          .set(token)
          .send({ data: { title, lead: 'Từ API.' } }),
      ),
    ]);
    expect(tally(found)).toEqual({ 200: 10, 201: 10 });
    const { body } = await app.request.get('/api/articles?pagination[pageSize]=100').expect(200);
    expect(new Set(body.data.map(({ slug }: { slug: string }) => slug)).size).toBe(20);
  });

  it('of one article end one after another', async () => {
    const { documentId } = await createArticle(app, { title: 'Một bài' }, { status: 'published' });
    const found = await statuses([
      ...Array.from({ length: 6 }, () => publishInAdmin({ title: 'Từ màn hình' }, documentId)),
      ...Array.from({ length: 6 }, () =>
        app.request
          .put(`/api/gazette/articles/${documentId}`)
          .set(token)
          .send({ data: { title: 'Từ API' } }),
      ),
    ]);
    expect(tally(found)).toEqual({ 200: 12 });
  });

  it('and a deletion of it leave it deleted or kept, never half', async () => {
    for (let round = 0; round < 6; round += 1) {
      const { documentId } = await createArticle(app, { title: `Bài ${round}` }, { status: 'published' });
      const found = await statuses([
        app.request
          .put(`/api/gazette/articles/${documentId}`)
          .set(token)
          .send({ data: { lead: 'Sửa.' } }),
        app.request.delete(`/api/gazette/articles/${documentId}`).set(token).set('If-Match', '"1"'),
      ]);
      expect(found.filter((status) => ![200, 204, 404, 412].includes(status))).toEqual([]);
      const rows = await app.strapi.db.query(ARTICLE).count({ where: { documentId } });
      const { status } = await app.request.get(`/api/articles/${documentId}`);
      expect([rows, status]).toEqual(rows === 0 ? [0, 410] : [2, 200]);
    }
  });
});
