import { createArticle, eventually, startApp, updateArticle, type TestApp } from '../support';
import { cookieOf, summary, takeBack, vote } from './ratings';

const ARTICLE = 'plugin::gazette.article';

describe('the rating that items and lists show', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startApp({ environment: { RATINGS_NEW_VOTES_PER_ADDRESS: '1000' } });
  });

  afterAll(() => app.stop());

  const publish = async (title: string) => (await createArticle(app, { title }, { status: 'published' })).documentId;
  const item = async (id: string) => app.request.get(`/api/articles/${id}`);
  const rating = async (id: string) => (await item(id)).body.data.rating;
  const shownCount = (id: string, count: number) =>
    eventually(
      () => rating(id),
      (shown) => shown.count === count,
    );
  const differences = async (): Promise<unknown[]> => {
    const found: unknown[] = [];
    const verify = app.strapi
      .plugin('delivery')
      .service<{ all(onDifference: (one: unknown) => void): Promise<number> }>('verify');
    await verify.all((one) => found.push(one));
    return found;
  };
  const changes = async () => (await app.strapi.db.connection('delivery_changes').count({ n: '*' }))[0]?.n;

  it('follows a vote within about a second, in another ETag, without a version or an entry in the log', async () => {
    const id = await publish('Bài được chấm điểm');
    const before = await item(id);
    const entries = await changes();
    expect(before.body.data.rating).toEqual({ count: 0, sum: 0, average: null });
    await vote(app, id, 5);
    const started = Date.now();
    expect(await shownCount(id, 1)).toEqual({ count: 1, sum: 5, average: 5 });
    expect(Date.now() - started).toBeLessThan(2_000);
    const after = await item(id);
    expect(after.headers.etag).not.toBe(before.headers.etag);
    expect(after.body.data.version).toBe(before.body.data.version);
    expect(await changes()).toBe(entries);
    const list = await app.request.get('/api/articles').expect(200);
    expect(list.body.data.find((one: { documentId: string }) => one.documentId === id).rating).toEqual({
      count: 1,
      sum: 5,
      average: 5,
    });
    const feed = await app.request.get('/api/feeds/articles.json').expect(200);
    expect(JSON.stringify(feed.body)).toContain('"rating":{"count":1,"sum":5,"average":5}');
  });

  it('stays through a new text, another language, unpublishing, and a rebuild of everything', async () => {
    const id = await publish('Bài bền');
    for (const score of [5, 4, 5]) await vote(app, id, score);
    const shown = await shownCount(id, 3);
    await updateArticle(app, id, { lead: 'Sửa lại đoạn mở đầu.' });
    expect(await rating(id)).toEqual(shown);
    await app.strapi
      .documents(ARTICLE)
      .update({ documentId: id, locale: 'en', data: { title: 'It lasts', lead: 'A lead.' }, status: 'published' });
    expect((await app.request.get(`/api/articles/${id}?locale=en`)).body.data.rating).toEqual(shown);
    await app.strapi.documents(ARTICLE).unpublish({ documentId: id, locale: 'vi' });
    await app.strapi.documents(ARTICLE).publish({ documentId: id, locale: 'vi' });
    expect(await rating(id)).toEqual(shown);
    const rebuild = app.strapi.plugin('delivery').service<{ all(): Promise<{ changes: number }> }>('rebuild');
    expect(await rebuild.all()).toEqual({ changes: 0 });
    expect(await rating(id)).toEqual(shown);
    expect(await differences()).toEqual([]);
  });

  it('is mended by a rebuild where somebody damaged it', async () => {
    const id = await publish('Bài bị sửa tay');
    await vote(app, id, 2);
    await shownCount(id, 1);
    await app.strapi.db
      .connection('delivery_snapshots')
      .where({ document_id: id })
      .update({ overlay: ',"rating":{"count":99}' });
    await app.strapi.db
      .connection('delivery_sort_keys')
      .where({ document_id: id, name: 'rating' })
      .update({ value: '9' });
    expect((await differences()).length).toBeGreaterThanOrEqual(2);
    await app.strapi.plugin('delivery').service<{ all(): Promise<unknown> }>('rebuild').all();
    expect(await rating(id)).toEqual({ count: 1, sum: 2, average: 2 });
    expect(await differences()).toEqual([]);
  });

  it('sorts lists: by the bayesian average, then the number of votes, those without votes last', async () => {
    const one = await publish('Một phiếu năm điểm');
    const many = await publish('Nhiều phiếu bốn và năm');
    const poor = await publish('Nhiều phiếu một điểm');
    const none = await publish('Chưa ai chấm');
    await vote(app, one, 5);
    for (const score of [5, 5, 4, 5, 4, 5]) await vote(app, many, score);
    for (const score of [1, 1, 1]) await vote(app, poor, score);
    await Promise.all([shownCount(one, 1), shownCount(many, 6), shownCount(poor, 3)]);
    const order = async (direction: string) => {
      const { body } = await app.request
        .get(`/api/articles?sort=rating:${direction}&pagination[pageSize]=100`)
        .expect(200);
      const ids: string[] = body.data.map(({ documentId }: { documentId: string }) => documentId);
      return ids.filter((id) => [one, many, poor, none].includes(id));
    };
    expect(await order('desc')).toEqual([many, one, poor, none]);
    expect(await order('asc')).toEqual([none, poor, one, many]);
  });

  it('is not held up by votes on a collection that is rated no more', async () => {
    const retired = { collection: 'retired', document_id: 'x', n5: 1, revision: 1, updated_at: Date.now() };
    await app.strapi.db.connection('ratings_summaries').insert(retired);
    await app.strapi.plugin('ratings').service<{ catchUp(): Promise<number> }>('summaries').catchUp();
    const id = await publish('Bài bên cạnh');
    await vote(app, id, 4);
    expect(await shownCount(id, 1)).toEqual({ count: 1, sum: 4, average: 4 });
    await app.strapi.db.connection('ratings_summaries').where({ collection: 'retired' }).delete();
  });

  it('writes a storm of votes at most once a second, and ends exact', async () => {
    const id = await publish('Bài có bão phiếu');
    const revision = async () =>
      Number(
        (await app.strapi.db.connection('delivery_snapshots').where({ document_id: id }).first()).overlay_revision,
      );
    const before = await revision();
    const started = Date.now();
    const cookies: string[] = [];
    for (let round = 0; round < 8; round += 1)
      cookies.push(...(await Promise.all(Array.from({ length: 25 }, () => vote(app, id, 4)))).map(cookieOf));
    await Promise.all(cookies.slice(0, 50).map((cookie) => takeBack(app, id, { cookie })));
    const took = Date.now() - started;
    expect(await shownCount(id, 150)).toEqual({ count: 150, sum: 600, average: 4 });
    expect((await revision()) - before).toBeLessThanOrEqual(Math.ceil(took / 1_000) + 2);
    expect(await summary(app, id)).toMatchObject({ count: 150, sum: 600, average: 4, histogram: [0, 0, 0, 150, 0] });
  });
});
