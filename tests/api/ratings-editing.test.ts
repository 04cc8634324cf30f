import { createAdmin, createArticle, eventually, startApp, type TestApp } from '../support';
import { cookieOf, mine, summary, vote } from './ratings';

describe('ratings for editors', () => {
  let app: TestApp;
  let jwt = '';
  let id = '';
  const get = (path: string, token = jwt) => app.request.get(`/ratings${path}`).set('Authorization', `Bearer ${token}`);

  beforeAll(async () => {
    app = await startApp();
    jwt = (await createAdmin(app)).jwt;
  });

  afterAll(() => app.stop());

  beforeEach(async () => {
    id = (await createArticle(app, { title: '=1+1 của huyện' }, { status: 'published' })).documentId;
  });

  it('show a summary with its histogram and trend', async () => {
    for (const score of [5, 5, 2]) await vote(app, id, score);
    const { body } = await get(`/summary/articles/${id}`).expect(200);
    expect(body.data).toEqual({
      ...{
        collection: 'articles',
        documentId: id,
        count: 3,
        sum: 12,
        average: 4,
        bayesian: 3.23,
        histogram: [0, 1, 0, 0, 2],
      },
      opening: { count: 0, sum: 0 },
      trend: [{ day: expect.stringMatching(/^\d{4}-\d\d-\d\d$/), count: 3, sum: 12 }],
    });
  });

  it('list votes a page at a time, without anything that tells whose they are', async () => {
    for (const score of [1, 2, 3]) await vote(app, id, score);
    const { body } = await get(`/votes/articles/${id}?page=1&pageSize=2`).expect(200);
    expect(body.meta.pagination).toEqual({ page: 1, pageSize: 2, pageCount: 2, total: 3 });
    expect(body.data).toHaveLength(2);
    expect(Object.keys(body.data[0]).sort()).toEqual(['createdAt', 'id', 'origin', 'score', 'updatedAt', 'votedOn']);
    for (const query of ['page=0', 'page=x', 'pageSize=101', 'sort=score'])
      expect((await get(`/votes/articles/${id}?${query}`).expect(400)).body.error.name).toBe('ValidationError');
    await get('/votes/topics/x').expect(404);
  });

  it('annul a vote with a reason: it counts no more, and who did it, when and why is kept', async () => {
    const cookie = cookieOf(await vote(app, id, 1));
    await vote(app, id, 5);
    const { body } = await get(`/votes/articles/${id}`);
    const wrong: { id: string } = body.data.find(({ score }: { score: number }) => score === 1);
    const annul = (data: object, token = jwt) =>
      app.request.post(`/ratings/votes/${wrong.id}/annul`).set('Authorization', `Bearer ${token}`).send(data);
    for (const data of [
      {},
      { reason: '' },
      { reason: '  x ' },
      { reason: 5 },
      { reason: 'x'.repeat(501) },
      { reason: 'Vì sao', who: 'me' },
    ])
      await annul(data).expect(400);
    const done = await annul({ reason: 'Phiếu do máy gửi' }).expect(200);
    expect(done.body.data).toMatchObject({
      event: 'annulled',
      vote: { score: 1, origin: 'visitor' },
      who: { name: 'Biên Tập' },
      reason: 'Phiếu do máy gửi',
    });
    expect(await summary(app, id)).toMatchObject({ count: 1, sum: 5, histogram: [0, 0, 0, 0, 1] });
    expect((await mine(app, id, { cookie })).body.data.mine).toBeNull();
    await annul({ reason: 'Phiếu do máy gửi' }).expect(404);
    expect((await get(`/events/articles/${id}`)).body.data).toEqual([done.body.data]);
    const shown = await eventually(
      async () => (await app.request.get(`/api/articles/${id}`)).body.data.rating,
      ({ sum }) => sum === 5,
    );
    expect(shown).toEqual({ count: 1, sum: 5, average: 5 });
  });

  it('name the best and the most rated, with their titles', async () => {
    for (const score of [5, 5, 5]) await vote(app, id, score);
    const { body } = await get('/top/articles?limit=2').expect(200);
    expect(body.data.best).toHaveLength(2);
    expect(body.data.best[0]).toEqual({
      ...{ collection: 'articles', documentId: id, count: 3, sum: 15, average: 5, bayesian: 3.46 },
      item: { title: '=1+1 của huyện', url: expect.stringContaining('/articles/') },
    });
    expect(body.data.most[0].count).toBe(3);
    await get('/top/articles?limit=51').expect(400);
  });

  it('export votes and summaries as CSV in which nothing is a formula', async () => {
    for (const score of [4, 2]) await vote(app, id, score);
    const votes = await get(`/export/articles/${id}.csv`).expect(200);
    expect(votes.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(votes.headers['content-disposition']).toBe(`attachment; filename="ratings-articles-${id}.csv"`);
    const lines = votes.text.replace('\uFEFF', '').trimEnd().split('\n');
    expect(lines[0]).toBe('collection,documentId,vote,score,origin,votedOn,createdAt,updatedAt');
    expect(lines).toHaveLength(3);
    const all = await get('/export/articles.csv').expect(200);
    const own = all.text.split('\n').find((line) => line.includes(id));
    expect(own).toMatch(new RegExp(`^articles,${id},'=1\\+1 của huyện,http[^,]*,2,6,3,3,0,1,0,1,0,0,0$`));
    await get('/export/articles').expect(404);
    await get('/export/topics.csv').expect(404);
  });

  it.each(['summary/articles/%00', 'votes/articles/a%00', 'export/articles/%00.csv', 'top/%00'])(
    'know nothing by a name that no database holds: %s',
    async (path) => {
      await get(`/${path}`).expect(404);
    },
  );

  it('are for those who may: nobody without a session, and editors as their role says', async () => {
    await app.request.get(`/ratings/summary/articles/${id}`).expect(401);
    await vote(app, id, 3);
    const [row] = (await get(`/votes/articles/${id}`)).body.data;
    const annul = (token: string) =>
      app.request
        .post(`/ratings/votes/${row.id}/annul`)
        .set('Authorization', `Bearer ${token}`)
        .send({ reason: 'Thử quyền' });
    const writer = await createAdmin(app, 'gazette-writer');
    await get(`/summary/articles/${id}`, writer.jwt).expect(200);
    await annul(writer.jwt).expect(403);
    const publisher = await createAdmin(app, 'gazette-publisher');
    await annul(publisher.jwt).expect(200);
  });
});
