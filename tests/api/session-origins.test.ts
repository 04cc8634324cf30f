import { startApp, type TestApp } from '../support';
import { createMember, pass, signIn, startForMembers, useToken, type Member } from './members';

const READER = 'https://www.example.vn';
const STRANGER = 'https://evil.example';

describe('a session that the browser keeps in a cookie', () => {
  let app: TestApp;
  let member: Member;
  let cookie: string;
  let jwt: string;

  beforeAll(async () => {
    app = await startForMembers({ CORS_ORIGINS: READER });
  });

  afterAll(() => app.stop());

  beforeEach(async () => {
    member = await createMember(app);
    const { body, headers } = await app.request
      .post('/api/auth/local')
      .set('X-Strapi-Refresh-Cookie', 'httpOnly')
      .send({ identifier: member.username, password: member.password })
      .expect(200);
    expect(body.refreshToken).toBeUndefined();
    jwt = body.jwt;
    const cookies = [headers['set-cookie']].flat().map(String);
    expect(cookies.join()).toMatch(/strapi_up_refresh=.*; httponly/i);
    cookie = cookies.map((one) => one.split(';')[0]).join('; ');
  });

  const ask = (method: 'get' | 'post' | 'delete', path: string, origin?: string) => {
    const question = app.request[method](`/api/auth/session${path}`).set('Cookie', cookie);
    return origin ? question.set('Origin', origin) : question;
  };

  it('is told, kept alive and ended by the cookie alone on the same site', async () => {
    await pass(app, member.id, 600);
    const told = await ask('get', '').expect(200);
    expect(told.body.data).toMatchObject({ authenticated: true, user: { username: member.username } });
    expect(told.body.data.remainingSeconds).toBeLessThanOrEqual(1200);
    const kept = await ask('post', '/keep-alive', app.url).expect(200);
    expect(kept.body.data.remainingSeconds).toBe(1800);
    expect(kept.headers['set-cookie']).toBeUndefined();
    const ended = await ask('delete', '', app.url).expect(200);
    expect(String(ended.headers['set-cookie'])).toMatch(/strapi_up_refresh=; path=\/; expires=Thu, 01 Jan 1970/);
    expect(await useToken(app, jwt)).toBe('401 ended');
    expect((await ask('get', '').expect(200)).body.data.authenticated).toBe(false);
  });

  it('serves a website that CORS names, with credentials', async () => {
    const told = await ask('get', '', READER).expect(200);
    expect(told.headers).toMatchObject({
      'access-control-allow-origin': READER,
      'access-control-allow-credentials': 'true',
    });
    expect(told.headers.vary).toMatch(/origin/i);
    expect((await ask('post', '/keep-alive', READER).expect(200)).body.data.authenticated).toBe(true);
    const preflight = await app.request
      .options('/api/auth/session')
      .set('Origin', READER)
      .set('Access-Control-Request-Method', 'DELETE')
      .set('Access-Control-Request-Headers', 'authorization,x-strapi-refresh-cookie');
    expect(preflight.headers['access-control-allow-methods']).toContain('DELETE');
    expect(preflight.headers['access-control-allow-headers']).toMatch(/authorization.*x-strapi-refresh-cookie/i);
    await ask('delete', '', READER).expect(200);
  });

  it.each([STRANGER, 'null', 'http://127.0.0.1.evil.example'])('serves nobody else: %s', async (origin) => {
    const told = await ask('get', '', origin).expect(200);
    expect(told.body.data).toMatchObject({ authenticated: false, user: null });
    expect(told.headers['access-control-allow-origin']).toBeFalsy();
    for (const answer of [await ask('post', '/keep-alive', origin), await ask('delete', '?scope=all', origin)]) {
      expect([answer.status, answer.body.error.name]).toEqual([403, 'ForbiddenError']);
      expect(answer.body.error.message).toContain(origin);
    }
    expect(await useToken(app, jwt)).toBe(200);
  });

  it.each([STRANGER, 'null'])(
    'renews nothing for a page of %s, which may do so by a token of its own',
    async (origin) => {
      const renewal = (body: object) =>
        app.request.post('/api/auth/refresh').set({ Origin: origin, Cookie: cookie }).send(body);
      const { body, headers } = await renewal({}).expect(403);
      expect(body.error).toMatchObject({ name: 'ForbiddenError', details: { origin } });
      expect(headers['set-cookie']).toBeUndefined();
      expect(await useToken(app, jwt)).toBe(200);
      const own = await signIn(app, await createMember(app));
      expect((await renewal({ refreshToken: own.refreshToken }).expect(200)).body.jwt).toEqual(expect.any(String));
    },
  );

  it('is not used where a token is sent, whatever that is worth', async () => {
    const { body } = await ask('get', '').set('Authorization', 'Bearer nonsense').expect(200);
    expect(body.data.authenticated).toBe(false);
  });
});

describe('a host', () => {
  it('that answers every website does not let them use the cookie', async () => {
    const app = await startApp();
    try {
      const member = await createMember(app);
      const { headers } = await app.request
        .post('/api/auth/local')
        .set('X-Strapi-Refresh-Cookie', 'httpOnly')
        .send({ identifier: member.username, password: member.password });
      const cookies = [headers['set-cookie']].flat().map((one) => String(one).split(';')[0]);
      const { body } = await app.request
        .get('/api/auth/session')
        .set('Cookie', cookies.join('; '))
        .set('Origin', STRANGER);
      expect(body.data.authenticated).toBe(false);
    } finally {
      await app.stop();
    }
  });

  it.each([
    ['sends the cookie to every website', { MEMBER_COOKIE_SAME_SITE: 'none' }, /sameSite "none".*Name the websites/],
    [
      'warns for longer than the idle time',
      { MEMBER_IDLE_SECONDS: '30' },
      /warnBeforeSeconds: is 60, .*memberIdleSeconds \(30\)/,
    ],
    ['has an idle time that is none', { EDITOR_IDLE_SECONDS: '-5' }, /editorIdleSeconds: must be 0 \(off\) or/],
  ])('that %s does not start, and says why', async (_name, environment, message) => {
    await expect(startApp({ environment })).rejects.toThrow(message);
  });
});
