import { createArticle, startApp, type TestApp } from '../support';
import { cookieOf, mine, storedVotes, summary, takeBack, vote } from './ratings';

describe('a vote', () => {
  let app: TestApp;
  let id = '';

  beforeAll(async () => {
    app = await startApp({ environment: { RATINGS_NEW_VOTES_PER_ADDRESS: '1000' } });
  });

  afterAll(() => app.stop());

  beforeEach(async () => {
    id = (await createArticle(app, { title: `Bài được đánh giá ${Math.random()}` }, { status: 'published' }))
      .documentId;
  });

  it('is counted at once, and answered with the summary and the voter’s own score', async () => {
    expect(await summary(app, id)).toEqual({
      count: 0,
      sum: 0,
      average: null,
      bayesian: 3,
      histogram: [0, 0, 0, 0, 0],
    });
    const { body, headers } = await vote(app, id, 5).expect(200);
    expect(body).toEqual({
      data: {
        ...{ count: 1, sum: 5, average: 5, bayesian: 3.18, histogram: [0, 0, 0, 0, 1], mine: 5 },
        voterToken: expect.stringMatching(/^1\.[0-9a-f]{32}\.[\w-]{43}$/),
      },
      meta: {},
    });
    expect(headers['cache-control']).toBe('private, no-store');
    expect(await summary(app, id)).toEqual({
      count: 1,
      sum: 5,
      average: 5,
      bayesian: 3.18,
      histogram: [0, 0, 0, 0, 1],
    });
  });

  it('is replaced by the same voter’s next one, and the same again changes nothing', async () => {
    const cookie = cookieOf(await vote(app, id, 5).expect(200));
    const second = await vote(app, id, 2, { cookie }).expect(200);
    expect(second.body.data).toEqual({
      count: 1,
      sum: 2,
      average: 2,
      bayesian: 2.91,
      histogram: [0, 1, 0, 0, 0],
      mine: 2,
    });
    expect(cookieOf(second)).toBe('');
    const third = await vote(app, id, 2, { cookie }).expect(200);
    expect(third.body).toEqual(second.body);
    expect(await storedVotes(app, id)).toHaveLength(1);
  });

  it('is taken back, and taking back what is not there is no fault', async () => {
    const cookie = cookieOf(await vote(app, id, 4));
    const { body } = await takeBack(app, id, { cookie }).expect(200);
    expect(body.data).toEqual({ count: 0, sum: 0, average: null, bayesian: 3, histogram: [0, 0, 0, 0, 0], mine: null });
    await takeBack(app, id, { cookie }).expect(200);
    await takeBack(app, id).expect(200);
    expect(await storedVotes(app, id)).toHaveLength(0);
  });

  it('is known again by the cookie, and by the token of another origin’s page', async () => {
    const first = await vote(app, id, 4);
    const token: string = first.body.data.voterToken;
    expect((await mine(app, id, { cookie: cookieOf(first) })).body.data.mine).toBe(4);
    expect((await mine(app, id, { token })).body.data.mine).toBe(4);
    expect((await vote(app, id, 1, { token })).body.data).toMatchObject({ count: 1, sum: 1, mine: 1 });
    expect((await mine(app, id)).body.data).toMatchObject({ count: 1, mine: null });
  });

  it('is known by the cookie also where another of its name comes first', async () => {
    const cookie = cookieOf(await vote(app, id, 5));
    for (const other of ['voter=', 'voter=x', 'voter="1.2.3"', 'xvoter=1'])
      expect((await vote(app, id, 4, { cookie: `${other}; ${cookie}` }).expect(200)).body.data).toMatchObject({
        count: 1,
        mine: 4,
      });
    expect((await mine(app, id, { cookie: cookie.replace(/=(.*)$/, '="$1"') })).body.data.mine).toBe(4);
  });

  it('of many voters is averaged to two decimals', async () => {
    for (const score of [5, 4, 4]) await vote(app, id, score).expect(200);
    expect(await summary(app, id)).toEqual({
      count: 3,
      sum: 13,
      average: 4.33,
      bayesian: 3.31,
      histogram: [0, 0, 0, 2, 1],
    });
  });

  it('is given under a slug as well as under the documentId, and under the old slug after a move', async () => {
    const row = await app.strapi
      .documents('plugin::gazette.article')
      .findFirst({ filters: { documentId: id }, locale: 'vi' });
    const slug = String(row?.slug);
    await vote(app, slug, 5).expect(200);
    await app.strapi
      .documents('plugin::gazette.article')
      .update({ documentId: id, locale: 'vi', data: { slug: `${slug}-moi` }, status: 'published' });
    const moved = await app.request.get(`/api/ratings/articles/${slug}?locale=vi`).expect(301);
    expect(moved.headers.location).toBe(`/api/ratings/articles/${slug}-moi?locale=vi`);
    await vote(app, slug, 3).expect(200);
    expect(await summary(app, `${slug}-moi`)).toMatchObject({ count: 2, sum: 8 });
  });

  it('keeps what tells the voter apart, and no address', async () => {
    await vote(app, id, 5, { headers: { 'X-Forwarded-For': '203.0.113.7' } }).expect(200);
    const [row] = await storedVotes(app, id);
    expect(row).toMatchObject({ collection: 'articles', target: id, score: 5, origin: 'visitor', member: null });
    expect(String(row?.voter_key)).toMatch(/^v:[\w-]{43}$/);
    expect(JSON.stringify(row)).not.toMatch(/127\.0\.0\.1|203\.0\.113/);
  });

  it('survives that its article is unpublished and published again', async () => {
    await vote(app, id, 5).expect(200);
    const documents = app.strapi.documents('plugin::gazette.article');
    await documents.unpublish({ documentId: id, locale: 'vi' });
    await app.request.get(`/api/ratings/articles/${id}`).expect(410);
    await documents.publish({ documentId: id, locale: 'vi' });
    expect(await summary(app, id)).toMatchObject({ count: 1, sum: 5 });
  });
});
