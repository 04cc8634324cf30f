import { createArticle, startApp, type StartOptions, type TestApp } from '../support';
import { cookieOf, mine, summary, takeBack, vote } from './ratings';

const SITE = 'https://www.example.vn';

/** What of a host's chain of middlewares is there does not matter to whoever votes. */
const withoutMiddleware: StartOptions['configure'] = (config) => {
  const all = config.get<unknown[]>('middlewares', []);
  config.set(
    'middlewares',
    all.filter((one) => one !== 'plugin::ratings.public'),
  );
};

describe.each([
  ['by the middleware', undefined],
  ['by Strapi’s routes alone', withoutMiddleware],
])('ratings over HTTP, served %s', (_, configure) => {
  let app: TestApp;
  let id = '';

  beforeAll(async () => {
    app = await startApp({
      configure,
      environment: {
        CORS_ORIGINS: `${SITE},https://app.example.vn`,
        PUBLIC_API_URL: 'https://api.example.vn',
        TRUST_PROXY: 'true',
        RATINGS_NEW_VOTES_PER_ADDRESS: '2',
      },
    });
  });

  afterAll(() => app.stop());

  beforeEach(async () => {
    id = (await createArticle(app, { title: `Bài ${Math.random()}` }, { status: 'published' })).documentId;
  });

  it('a summary has a strong ETag that moves with each vote, and is asked for again each time', async () => {
    const path = `/api/ratings/articles/${id}`;
    const first = await app.request.get(path).expect(200);
    expect(first.headers['cache-control']).toBe('public, no-cache');
    expect(first.headers.etag).toMatch(/^"[\w-]{22}"$/);
    // A name of its own: what purges it leaves the article in every cache.
    expect(first.headers['surrogate-key']).toBe(`ratings/articles/${id}`);
    await app.request.get(path).set('If-None-Match', String(first.headers.etag)).expect(304);
    const head = await app.request.head(path).expect(200);
    expect(head.headers.etag).toBe(first.headers.etag);
    expect(head.text).toBeFalsy();
    await vote(app, id, 5).expect(200);
    const second = await app.request.get(path).set('If-None-Match', String(first.headers.etag)).expect(200);
    expect(second.headers.etag).not.toBe(first.headers.etag);
    expect(second.headers['x-content-type-options']).toBe('nosniff');
  });

  it('pages of named origins may vote with their cookie, pages of others may not vote', async () => {
    for (const origin of [SITE, 'https://app.example.vn']) {
      const { headers } = await vote(app, id, 5, { headers: { Origin: origin } }).expect(200);
      expect(headers['access-control-allow-origin']).toBe(origin);
      expect(headers['access-control-allow-credentials']).toBe('true');
      expect(headers.vary).toContain('Origin');
      expect(headers['access-control-expose-headers']).toContain('Retry-After');
    }
    const before = await summary(app, id);
    for (const origin of [
      'https://evil.example',
      'null',
      'https://www.example.vn.evil.example',
      'http://www.example.vn',
    ]) {
      const { body, headers } = await vote(app, id, 1, { headers: { Origin: origin } }).expect(403);
      expect(body.error.name).toBe('ForbiddenError');
      expect(headers['access-control-allow-origin']).toBeUndefined();
      expect(headers['access-control-allow-credentials']).toBeUndefined();
      await app.request.delete(`/api/ratings/articles/${id}/mine`).set('Origin', origin).expect(403);
    }
    expect(await summary(app, id)).toEqual(before);
  });

  it('this API’s own pages and programs without an origin may vote', async () => {
    await vote(app, id, 5, { headers: { Origin: 'https://api.example.vn' } }).expect(200);
    await vote(app, id, 5, { headers: { Origin: app.url } }).expect(200);
  });

  it('a preflight names the methods and the token’s header', async () => {
    const { headers } = await app.request
      .options(`/api/ratings/articles/${id}/mine`)
      .set({
        Origin: SITE,
        'Access-Control-Request-Method': 'PUT',
        'Access-Control-Request-Headers': 'content-type,x-voter-token',
      })
      .expect(204);
    expect(headers['access-control-allow-origin']).toBe(SITE);
    expect(headers['access-control-allow-methods']).toMatch(/PUT.*DELETE/);
    expect(headers['access-control-allow-headers']).toMatch(/X-Voter-Token/i);
    const foreign = await app.request
      .options(`/api/ratings/articles/${id}/mine`)
      .set({ Origin: 'https://evil.example', 'Access-Control-Request-Method': 'PUT' });
    expect(foreign.headers['access-control-allow-origin']).toBeFalsy();
  });

  it('behind a proxy the address is the one that the proxy saw, and the cookie is for https', async () => {
    const from = (forwarded: string) =>
      vote(app, id, 5, { headers: { 'X-Forwarded-For': forwarded, 'X-Forwarded-Proto': 'https' } });
    const first = await from('203.0.113.9').expect(200);
    expect(String(first.headers['set-cookie'])).toMatch(/; secure/i);
    await from('10.1.1.1, 203.0.113.9').expect(200);
    await from('10.2.2.2, 203.0.113.9').expect(429);
    await from('203.0.113.9, 203.0.113.10').expect(200);
    // One subscriber has 64 bits of IPv6.
    await from('2001:db8:1:2::1').expect(200);
    await from('2001:db8:1:2:ffff::9').expect(200);
    await from('2001:db8:1:2:3:4:5:6').expect(429);
    await from('2001:db8:1:3::1').expect(200);
  });

  it('mine is never kept by anybody', async () => {
    const cookie = cookieOf(await vote(app, id, 4));
    const { headers, body } = await mine(app, id, { cookie }).expect(200);
    expect(headers['cache-control']).toBe('private, no-store');
    expect(headers.etag).toBeUndefined();
    expect(body.data.mine).toBe(4);
  });
});

describe('where every origin may read', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startApp();
  });

  afterAll(() => app.stop());

  it('pages of anywhere see the rating, and only those of this site make their readers vote', async () => {
    const { documentId } = await createArticle(app, {}, { status: 'published' });
    const origin = { Origin: 'https://anywhere.example' };
    const { body } = await vote(app, documentId, 5, { headers: { Origin: app.url } }).expect(200);
    const token = body.data.voterToken;
    for (const options of [{}, { token }, { cookie: `voter=${token}` }]) {
      const refused = await vote(app, documentId, 1, { ...options, headers: origin }).expect(403);
      expect(refused.body.error).toMatchObject({ name: 'ForbiddenError', details: { origin: origin.Origin } });
      expect(refused.headers['access-control-allow-credentials']).toBeUndefined();
      await takeBack(app, documentId, { ...options, headers: origin }).expect(403);
    }
    const seen = await mine(app, documentId, { token, headers: origin }).expect(200);
    expect(seen.headers['access-control-allow-origin']).toBe('*');
    expect(seen.body.data).toMatchObject({ count: 1, sum: 5, mine: 5 });
  });
});
