import { createArticle, startApp, type TestApp } from '../support';
import { cookieOf, createMember, mine, storedVotes, summary, takeBack, vote, type VoteOptions } from './ratings';

describe('a voter', () => {
  let app: TestApp;
  let id = '';
  let names = 0;

  const article = async () =>
    (await createArticle(app, { title: `Bài ${Math.random()}` }, { status: 'published' })).documentId;
  const member = (data?: Record<string, unknown>) => createMember(app, `thanhvien${(names += 1)}`, data);

  beforeAll(async () => {
    app = await startApp({ environment: { RATINGS_NEW_VOTES_PER_ADDRESS: '3' } });
  });

  afterAll(() => app.stop());

  beforeEach(async () => {
    id = await article();
  });

  it('who is a member has one vote, from whatever browser', async () => {
    const { jwt, documentId } = await member();
    await vote(app, id, 5, { jwt }).expect(200);
    const { body, headers } = await vote(app, id, 2, { jwt, headers: { 'User-Agent': 'another' } }).expect(200);
    expect(body.data).toMatchObject({ count: 1, sum: 2, mine: 2 });
    expect(body.data).not.toHaveProperty('voterToken');
    expect(headers['set-cookie']).toBeUndefined();
    expect(await storedVotes(app, id)).toMatchObject([{ origin: 'member', member: documentId }]);
    expect((await takeBack(app, id, { jwt }).expect(200)).body.data).toMatchObject({ count: 0, mine: null });
  });

  it('who is blocked, deleted or not confirmed may not vote', async () => {
    const { jwt, id: user } = await member();
    const users = app.strapi.db.query('plugin::users-permissions.user');
    await users.update({ where: { id: user }, data: { confirmed: false } });
    await vote(app, id, 5, { jwt }).expect(403);
    await users.update({ where: { id: user }, data: { confirmed: true, blocked: true } });
    await vote(app, id, 5, { jwt }).expect(401);
    await mine(app, id, { jwt }).expect(401);
    await users.delete({ where: { id: user } });
    await vote(app, id, 5, { jwt }).expect(401);
    expect(await summary(app, id)).toMatchObject({ count: 0 });
  });

  it('who signs in brings the visitor’s votes along, each counted once', async () => {
    const other = await article();
    const cookie = cookieOf(await vote(app, id, 5));
    await vote(app, other, 4, { cookie });
    const { jwt } = await member();
    const seen = await mine(app, id, { jwt, cookie }).expect(200);
    expect(seen.body.data).toMatchObject({ count: 1, sum: 5, mine: 5 });
    expect(String(seen.headers['set-cookie'])).toMatch(/^voter=; path=\/api\/ratings; max-age=0;/);
    expect((await mine(app, other, { jwt })).body.data).toMatchObject({ count: 1, sum: 4, mine: 4 });
    expect((await vote(app, id, 1, { jwt, cookie }).expect(200)).body.data).toMatchObject({ count: 1, sum: 1 });
    expect(await storedVotes(app, id)).toMatchObject([{ origin: 'member', score: 1 }]);
  });

  it('who signs in later is counted on the day of the vote', async () => {
    const cookie = cookieOf(await vote(app, id, 5));
    await app.strapi.db.connection('ratings_votes').where({ target: id }).update({ voted_on: '2026-01-02' });
    const { jwt } = await member();
    await mine(app, id, { jwt, cookie }).expect(200);
    const [stored] = await app.strapi.db
      .connection('ratings_votes')
      .where({ target: id })
      .select('origin', app.strapi.db.connection.raw('CAST(voted_on AS TEXT) AS day'));
    expect(stored).toEqual({ origin: 'member', day: '2026-01-02' });
  });

  it('whose first vote is sent many times at once takes one vote of the address', async () => {
    const token = (await vote(app, await article(), 5)).body.data.voterToken;
    const answers = await Promise.all(Array.from({ length: 12 }, (_, n) => vote(app, id, (n % 5) + 1, { token })));
    expect(answers.map(({ status }) => status)).toEqual(Array(12).fill(200));
    expect(await summary(app, id)).toMatchObject({ count: 1 });
    await vote(app, id, 5).expect(200);
    await vote(app, id, 5).expect(200);
    await vote(app, id, 5).expect(429);
  });

  it('who has voted both ways keeps the newer vote when signing in', async () => {
    const other = await article();
    const { jwt } = await member();
    await vote(app, id, 1, { jwt });
    const cookie = cookieOf(await vote(app, id, 5));
    await vote(app, other, 5, { cookie });
    await new Promise((resolve) => setTimeout(resolve, 5));
    await vote(app, other, 2, { jwt });
    expect(await summary(app, id)).toMatchObject({ count: 2, sum: 6 });
    await mine(app, id, { jwt, cookie }).expect(200);
    expect(await summary(app, id)).toMatchObject({ count: 1, sum: 5, histogram: [0, 0, 0, 0, 1] });
    expect(await summary(app, other)).toMatchObject({ count: 1, sum: 2, histogram: [0, 1, 0, 0, 0] });
  });

  it('who is deleted leaves the votes behind, and nobody knows whose they were', async () => {
    const { jwt, id: user } = await member();
    await vote(app, id, 4, { jwt });
    await app.strapi.db.query('plugin::users-permissions.user').delete({ where: { id: user } });
    expect(await storedVotes(app, id)).toMatchObject([{ score: 4, member: null, voter_key: null, origin: 'member' }]);
    expect(await summary(app, id)).toMatchObject({ count: 1, sum: 4 });
  });

  it('gets no further votes by a forged cookie, another browser, or forwarded-for headers', async () => {
    const tricks: VoteOptions[] = [
      {},
      { cookie: 'voter=1.00000000000000000000000000000000.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' },
      { headers: { 'User-Agent': 'Mozilla/5.0 (elsewhere)' } },
      { headers: { 'X-Forwarded-For': '198.51.100.1' } },
      { headers: { 'X-Forwarded-For': '198.51.100.2, 198.51.100.3' } },
      { headers: { 'X-Real-IP': '198.51.100.4', Forwarded: 'for=198.51.100.5' } },
      { cookie: 'voter=' },
    ];
    const statuses = [];
    for (const trick of tricks) statuses.push((await vote(app, id, 5, trick)).status);
    expect(statuses).toEqual([200, 200, 200, 429, 429, 429, 429]);
    expect(await summary(app, id)).toMatchObject({ count: 3 });
  });

  it('whose address has no vote left may still change a vote; one that was taken back is free again for nobody', async () => {
    const cookie = cookieOf(await vote(app, id, 5));
    await vote(app, id, 5).expect(200);
    await vote(app, id, 5).expect(200);
    await vote(app, id, 5).expect(429);
    await vote(app, id, 1, { cookie }).expect(200);
    await vote(app, id, 2, { cookie }).expect(200);
    await takeBack(app, id, { cookie }).expect(200);
    await vote(app, id, 5, { cookie }).expect(429);
    const { jwt } = await member();
    await vote(app, id, 5, { jwt }).expect(200);
    await vote(app, await article(), 5).expect(200);
  });

  it('of many at once from one address gets no more through than are allowed', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => vote(app, id, 5)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(3);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(17);
    expect(await summary(app, id)).toMatchObject({ count: 3 });
  });

  it('gets a cookie that scripts cannot read, and that no other site’s form sends', async () => {
    const { headers } = await vote(app, id, 5);
    const [cookie] = headers['set-cookie'] as unknown as string[];
    expect(cookie).toMatch(/; path=\/api\/ratings;/);
    expect(cookie).toMatch(/; httponly/i);
    expect(cookie).toMatch(/; samesite=lax/i);
    expect(cookie).not.toMatch(/; secure/i);
  });
});
