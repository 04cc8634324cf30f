import { setTimeout as wait } from 'node:timers/promises';
import { createAdmin, startApp, type Administrator, type TestApp } from '../support';
import { bearer, pass } from './members';

const PASSWORD = 'Another-horse-7';

describe("an editor's session", () => {
  let app: TestApp;
  let editor: Administrator;

  beforeAll(async () => {
    app = await startApp({ environment: { EDITOR_IDLE_SECONDS: '1200', KEEP_TYPED_HOURS: '5' } });
  });

  afterAll(() => app.stop());

  beforeEach(async () => {
    editor = await createAdmin(app);
  });

  const status = (jwt = editor.jwt) => app.request.get('/idle-timeout/session').set(...bearer(jwt));
  const keepAlive = (jwt = editor.jwt) => app.request.post('/idle-timeout/session/keep-alive').set(...bearer(jwt));
  const me = (jwt = editor.jwt) => app.request.get('/admin/users/me').set(...bearer(jwt));
  const remaining = async () => (await status().expect(200)).body.data.remainingSeconds;

  const login = async (password = editor.password) => {
    const { body, headers } = await app.request
      .post('/admin/login')
      .send({ email: editor.email, password })
      .expect(200);
    return {
      jwt: String(body.data.token),
      cookie: [headers['set-cookie']]
        .flat()
        .map((one) => String(one).split(';')[0])
        .join('; '),
    };
  };
  const renew = (cookie: string) => app.request.post('/admin/access-token').set('Cookie', cookie);

  it('tells the page what it counts down', async () => {
    const { body, headers } = await status().expect(200);
    expect(body).toEqual({
      data: {
        idleTimeoutSeconds: 1200,
        warnBeforeSeconds: 60,
        expiresAt: expect.any(String),
        remainingSeconds: expect.any(Number),
        keepTypedHours: 5,
        texts: {},
      },
      meta: {},
    });
    expect(headers['cache-control']).toBe('private, no-store');
  });

  it('is known to nobody else', async () => {
    await app.request.get('/idle-timeout/session').expect(401);
    await app.request.post('/idle-timeout/session/keep-alive').expect(401);
  });

  it('is not extended by what the page reads by itself, nor by renewing its token', async () => {
    const { cookie } = await login();
    await pass(app, editor.id, 600, 'admin');
    await me().expect(200);
    await app.request
      .get('/delivery/jobs')
      .set(...bearer(editor.jwt))
      .expect(200);
    expect(await remaining()).toBeLessThanOrEqual(600);
    const { body } = await renew(cookie).expect(200);
    expect((await status(body.data.token)).body.data.remainingSeconds).toBeLessThanOrEqual(600);
  });

  it('is extended by what the editor saves, and to the second by the button', async () => {
    await pass(app, editor.id, 600, 'admin');
    await app.request
      .put('/admin/users/me')
      .set(...bearer(editor.jwt))
      .send({ firstname: 'Lan' })
      .expect(200);
    expect(await remaining()).toBeGreaterThanOrEqual(1195);
    await pass(app, editor.id, 600, 'admin');
    expect((await keepAlive().expect(200)).body.data.remainingSeconds).toBe(1200);
  });

  it('that nobody used for too long is refused by the server, and cannot be renewed', async () => {
    const { jwt, cookie } = await login();
    app.strapi.config.set('plugin::idle-timeout.editorIdleSeconds', 2);
    try {
      await keepAlive(jwt).expect(200);
      for (let index = 0; index < 5; index += 1) {
        await wait(500);
        await me(jwt);
      }
      const { body } = await me(jwt).expect(401);
      expect(body.error).toMatchObject({ name: 'UnauthorizedError', details: { reason: 'idle' } });
    } finally {
      app.strapi.config.set('plugin::idle-timeout.editorIdleSeconds', 1200);
    }
    await me(jwt).expect(401);
    const { body } = await renew(cookie).expect(401);
    expect(body.error.details).toEqual({ reason: 'idle' });
  });

  it.each([
    ['another admin sets another password', { password: PASSWORD }, 'password-changed'],
    ['another admin switches the account off', { isActive: false }, 'blocked'],
  ])('ends at once when %s', async (_name, change, reason) => {
    const { jwt, cookie } = await login();
    const chief = await createAdmin(app);
    await app.request
      .put(`/admin/users/${editor.id}`)
      .set(...bearer(chief.jwt))
      .send(change)
      .expect(200);
    expect((await me(jwt).expect(401)).body.error.details).toEqual({ reason });
    expect((await renew(cookie).expect(401)).body.error.details).toEqual({ reason });
    await me(chief.jwt).expect(200);
  });

  it('ends everywhere when the editor signs out', async () => {
    const { jwt, cookie } = await login();
    await app.request
      .post('/admin/logout')
      .set(...bearer(jwt))
      .expect(200);
    expect((await me(jwt).expect(401)).body.error.details).toEqual({ reason: 'ended' });
    await renew(cookie).expect(401);
  });
});
