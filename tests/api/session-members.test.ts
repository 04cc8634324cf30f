import { setTimeout as wait } from 'node:timers/promises';
import type { TestApp } from '../support';
import {
  bearer,
  createMember,
  pass,
  sessionOf,
  signIn,
  startForMembers,
  useRefreshToken,
  useToken,
  type Member,
  type Tokens,
} from './members';

const SHAPE = ['authenticated', 'user', 'idleTimeoutSeconds', 'warnBeforeSeconds', 'expiresAt', 'remainingSeconds'];

describe("a member's session", () => {
  let app: TestApp;
  let member: Member;
  let tokens: Tokens;

  beforeAll(async () => {
    app = await startForMembers();
  });

  afterAll(() => app.stop());

  beforeEach(async () => {
    member = await createMember(app);
    tokens = await signIn(app, member);
  });

  const keepAlive = (token: string) => app.request.post('/api/auth/session/keep-alive').set(...bearer(token));
  const end = (token: string, query = '') => app.request.delete(`/api/auth/session${query}`).set(...bearer(token));
  const withIdleSeconds = async (seconds: number, work: () => Promise<void>): Promise<void> => {
    app.strapi.config.set('plugin::idle-timeout.memberIdleSeconds', seconds);
    await work().finally(() => app.strapi.config.set('plugin::idle-timeout.memberIdleSeconds', 1800));
  };

  it('of nobody is answered in full, not refused', async () => {
    for (const header of [undefined, 'Bearer nonsense', 'Basic YTpi', `Bearer ${tokens.jwt}x`]) {
      const question = app.request.get('/api/auth/session');
      const { body, headers } = await (header ? question.set('Authorization', header) : question).expect(200);
      expect(Object.keys(body.data)).toEqual(SHAPE);
      expect(body.data).toEqual({
        authenticated: false,
        user: null,
        idleTimeoutSeconds: 1800,
        warnBeforeSeconds: 60,
        expiresAt: null,
        remainingSeconds: null,
      });
      expect(headers['cache-control']).toBe('private, no-store');
    }
  });

  it('tells who is signed in, and for how long', async () => {
    const { body, headers } = await app.request
      .get('/api/auth/session')
      .set(...bearer(tokens.jwt))
      .expect(200);
    expect(Object.keys(body.data)).toEqual(SHAPE);
    const { id, documentId, username, email } = member;
    expect(body.data).toMatchObject({ authenticated: true, user: { id, documentId, username, email } });
    expect(Object.keys(body.data.user)).toEqual(['id', 'documentId', 'username', 'email']);
    expect(body.data.remainingSeconds).toBeGreaterThanOrEqual(1795);
    expect(new Date(body.data.expiresAt).getTime() - Date.now()).toBeGreaterThan(1_790_000);
    expect(headers['cache-control']).toBe('private, no-store');
  });

  it('is not extended by asking about it', async () => {
    await pass(app, member.id, 600);
    expect((await sessionOf(app, tokens.jwt)).remainingSeconds).toBeLessThanOrEqual(1200);
    expect((await sessionOf(app, tokens.refreshToken)).remainingSeconds).toBeLessThanOrEqual(1200);
    await app.request.post('/api/auth/refresh').send({ refreshToken: tokens.refreshToken }).expect(200);
    expect((await sessionOf(app, tokens.jwt)).remainingSeconds).toBeLessThanOrEqual(1200);
  });

  it('is extended by any request as the member', async () => {
    await pass(app, member.id, 600);
    expect(await useToken(app, tokens.jwt)).toBe(200);
    expect((await sessionOf(app, tokens.jwt)).remainingSeconds).toBeGreaterThanOrEqual(1795);
  });

  it.each(['jwt', 'refreshToken'] as const)(
    'is kept alive with the %s, to the second, and rotates no token',
    async (name) => {
      await pass(app, member.id, 600);
      const { body, headers } = await keepAlive(tokens[name]).expect(200);
      expect(body.data).toMatchObject({ authenticated: true, remainingSeconds: 1800 });
      expect(headers['cache-control']).toBe('private, no-store');
      expect(await useRefreshToken(app, tokens.refreshToken)).toBe(200);
    },
  );

  it('that nobody used for too long is refused by the server, and stays so when the time is made longer', async () => {
    await withIdleSeconds(2, async () => {
      await keepAlive(tokens.jwt).expect(200);
      await wait(1_000);
      await keepAlive(tokens.jwt).expect(200);
      await wait(1_300);
      expect(await useToken(app, tokens.jwt)).toBe(200);
      await wait(2_300);
      expect(await useToken(app, tokens.jwt)).toBe('401 idle');
    });
    expect(await useToken(app, tokens.jwt)).toBe('401 idle');
    expect(await useRefreshToken(app, tokens.refreshToken)).toBe('401 idle');
    const { body, headers } = await keepAlive(tokens.jwt).expect(401);
    expect(body.error).toMatchObject({ name: 'UnauthorizedError', details: { reason: 'idle' } });
    expect(headers['cache-control']).toBe('private, no-store');
    const status = await app.request.get('/api/auth/session').set(...bearer(tokens.jwt));
    expect([status.body.data.authenticated, status.body.meta]).toEqual([false, { endedBecause: 'idle' }]);
  });

  it('cannot be renewed after the idle time, even if that is the first request', async () => {
    await pass(app, member.id, 1801);
    expect(await useRefreshToken(app, tokens.refreshToken)).toBe('401 idle');
    expect(await useToken(app, tokens.jwt)).toBe('401 idle');
  });

  it('without an idle time lasts until Strapi ends it', async () => {
    await withIdleSeconds(0, async () => {
      await pass(app, member.id, 900_000);
      const session = await sessionOf(app, tokens.jwt);
      expect(session).toMatchObject({ authenticated: true, idleTimeoutSeconds: 0 });
      expect(session.remainingSeconds).toBeGreaterThan(29 * 86_400);
    });
  });

  it('ends at once, and alone, when it is told to', async () => {
    const other = await signIn(app, member);
    const { body } = await end(tokens.jwt).expect(200);
    expect(body).toMatchObject({ data: { authenticated: false, user: null }, meta: { endedBecause: 'ended' } });
    expect(await useToken(app, tokens.jwt)).toBe('401 ended');
    expect(await useRefreshToken(app, tokens.refreshToken)).toBe('401 ended');
    expect((await end(tokens.jwt).expect(401)).body.error.details).toEqual({ reason: 'ended' });
    expect(await useToken(app, other.jwt)).toBe(200);
    expect(await useRefreshToken(app, other.refreshToken)).toBe(200);
  });

  it('ends with all others of the member, and with nobody else', async () => {
    const [other, stranger] = [await signIn(app, member), await signIn(app, await createMember(app))];
    await end(tokens.jwt, '?scope=all').expect(200);
    for (const { jwt, refreshToken } of [tokens, other]) {
      expect([await useToken(app, jwt), await useRefreshToken(app, refreshToken)]).toEqual(['401 ended', '401 ended']);
    }
    expect(await useToken(app, stranger.jwt)).toBe(200);
  });

  it('goes on through renewals, and its end reaches the tokens before and after', async () => {
    const { body: second } = await app.request.post('/api/auth/refresh').send({ refreshToken: tokens.refreshToken });
    const { body: third } = await app.request.post('/api/auth/refresh').send({ refreshToken: second.refreshToken });
    await pass(app, member.id, 600);
    expect(await useToken(app, third.jwt)).toBe(200);
    expect((await sessionOf(app, tokens.jwt)).remainingSeconds).toBeGreaterThanOrEqual(1795);
    await end(second.jwt).expect(200);
    for (const { jwt } of [tokens, second, third]) expect(await useToken(app, jwt)).toBe('401 ended');
    expect(await useRefreshToken(app, third.refreshToken)).toBe('401 ended');
  });

  it('ends its access tokens too when users-permissions signs out', async () => {
    const other = await signIn(app, member);
    await app.request
      .post('/api/auth/logout')
      .set(...bearer(tokens.jwt))
      .send({})
      .expect(200);
    expect([await useToken(app, tokens.jwt), await useToken(app, other.jwt)]).toEqual(['401 ended', 200]);
    const { body } = await app.request.get('/api/auth/sessions').set(...bearer(other.jwt));
    expect(body.data).toHaveLength(1);
    await app.request
      .post('/api/auth/logout')
      .set(...bearer(other.jwt))
      .send({ scope: 'all' })
      .expect(200);
    expect(await useToken(app, other.jwt)).toBe('401 ended');
  });

  it('is kept alive by many tabs at once as by one', async () => {
    await pass(app, member.id, 600);
    const answers = await Promise.all(Array.from({ length: 30 }, () => keepAlive(tokens.jwt)));
    expect(answers.map(({ status, body }) => [status, body.data.remainingSeconds])).toEqual(
      Array(30).fill([200, 1800]),
    );
    const rows = await app.strapi.db.connection('idle_sessions').where({ user_id: String(member.id) });
    expect(rows).toHaveLength(1);
  });

  it('is not brought back by a tab that keeps it alive while another ends it', async () => {
    const tabs = [...Array(10)].map(() => keepAlive(tokens.jwt));
    await Promise.all([...tabs, end(tokens.jwt).expect(200), ...[...Array(10)].map(() => keepAlive(tokens.jwt))]);
    expect(await useToken(app, tokens.jwt)).toBe('401 ended');
    await keepAlive(tokens.jwt).expect(401);
  });

  it('of an anonymous visitor can neither be kept alive nor ended', async () => {
    for (const answer of [
      await app.request.post('/api/auth/session/keep-alive').expect(401),
      await app.request.delete('/api/auth/session').expect(401),
    ])
      expect(answer.body.error).toMatchObject({ status: 401, name: 'UnauthorizedError', details: {} });
  });

  it.each(['a\u0000b', 'x'.repeat(5_000), "' OR 1=1 --", { $ne: null }])(
    'of a forged token that names %j is nobody’s',
    async (sessionId) => {
      const forged = `eyJhbGciOiJub25lIn0.${Buffer.from(JSON.stringify({ sessionId })).toString('base64url')}.`;
      expect(await sessionOf(app, forged)).toMatchObject({ authenticated: false, user: null });
      await app.request
        .post('/api/auth/session/keep-alive')
        .set(...bearer(forged))
        .expect(401);
      await app.request
        .delete('/api/auth/session')
        .set(...bearer(forged))
        .expect(401);
      await app.request.post('/api/auth/refresh').send({ refreshToken: forged }).expect(401);
      await app.request.get('/api/auth/session').set('Cookie', `strapi_up_refresh=${forged}`).expect(200);
    },
  );

  it.each([
    ['put', '', 'GET, HEAD, DELETE, OPTIONS'],
    ['post', '', 'GET, HEAD, DELETE, OPTIONS'],
    ['patch', '/', 'GET, HEAD, DELETE, OPTIONS'],
    ['get', '/keep-alive', 'POST, OPTIONS'],
    ['delete', '/keep-alive', 'POST, OPTIONS'],
  ] as const)('says what it takes in place of %s %s', async (method, path, allow) => {
    const { headers, body } = await app.request[method](`/api/auth/session${path}`).expect(405);
    expect(headers.allow).toBe(allow);
    expect(body).toMatchObject({
      data: null,
      error: { status: 405, name: 'MethodNotAllowedError', details: { allowed: allow.split(', ') } },
    });
    await app.request.options(`/api/auth/session${path}`).expect(204).expect('Allow', allow);
  });

  it.each([
    ['delete', '/api/auth/session?scope=mine', undefined, 'scope', ['this', 'all']],
    ['delete', '/api/auth/session?scope=all&scope=all', undefined, 'scope', ['this', 'all']],
    ['delete', '/api/auth/session?user=1', undefined, 'user', undefined],
    ['get', '/api/auth/session?extend=1', undefined, 'extend', undefined],
    ['get', '/api/auth/session?constructor=1', undefined, 'constructor', undefined],
    ['get', '/api/auth/session?__proto__=1', undefined, '__proto__', undefined],
    ['post', '/api/auth/session/keep-alive?seconds=9', undefined, 'seconds', undefined],
    ['post', '/api/auth/session/keep-alive', { seconds: 9 }, 'seconds', undefined],
  ] as const)('refuses what it does not know: %s %s %j', async (method, path, sent, name, allowed) => {
    const question = app.request[method](path).set(...bearer(tokens.jwt));
    const { body } = await (sent ? question.send(sent) : question).expect(400);
    expect(body.error).toMatchObject({ name: 'ValidationError', details: { errors: [{ path: [name] }] } });
    expect(body.error.details.errors[0].allowed).toEqual(allowed);
    expect(await useToken(app, tokens.jwt)).toBe(200);
  });

  it('that began before this plugin was there is taken over while Strapi knows it', async () => {
    const forget = async () => {
      await app.strapi.db.connection('idle_session_ids').delete();
      await app.strapi.db.connection('idle_sessions').delete();
    };
    await forget();
    const all = await Promise.all(Array.from({ length: 10 }, () => useToken(app, tokens.jwt)));
    expect(all).toEqual(Array(10).fill(200));
    expect((await sessionOf(app, tokens.jwt)).remainingSeconds).toBeGreaterThanOrEqual(1795);
    await forget();
    await app.strapi.db.query('admin::session').deleteMany({ where: { userId: String(member.id) } });
    expect(await useToken(app, tokens.jwt)).toBe('401 ended');
  });

  it('that nobody asks about any more is cleaned up', async () => {
    const { clean } = app.strapi.plugin('idle-timeout').service('cleaner');
    const row = () =>
      app.strapi.db
        .connection('idle_sessions')
        .where({ user_id: String(member.id) })
        .first();
    await pass(app, member.id, 1801);
    await clean();
    expect(await row()).toMatchObject({ ended_because: 'idle' });
    expect(await app.strapi.db.query('admin::session').count({ where: { userId: String(member.id) } })).toBe(0);
    await app.strapi.db
      .connection('idle_sessions')
      .where({ user_id: String(member.id) })
      .decrement('ended_at', 8 * 86_400_000);
    expect((await clean()).forgotten).toBeGreaterThanOrEqual(1);
    expect(await row()).toBeUndefined();
    expect(await useToken(app, tokens.jwt)).toBe('401 ended');
  });
});
