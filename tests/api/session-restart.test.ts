import { startApp, type TestApp } from '../support';
import { buildKey } from '../support/build-key';
import { createDatabase } from '../support/test-database';
import { bearer, createMember, pass, sessionOf, signIn, useRefreshToken, useToken } from './members';

const SECRETS = { JWT_SECRET: 'one-secret-for-both-runs', APP_KEYS: 'one-key,another-key' };

it('sessions and their ends outlive a restart of the server', async () => {
  const database = await createDatabase(process.env.GAZETTE_TEST_BUILD || buildKey());
  const environment = { ...database.environment, ...SECRETS };
  let app: TestApp | undefined = await startApp({ environment });
  try {
    const [reader, leaver] = [await createMember(app), await createMember(app)];
    const [open, ended, idle] = [await signIn(app, reader), await signIn(app, reader), await signIn(app, leaver)];
    await app.request
      .delete('/api/auth/session')
      .set(...bearer(ended.jwt))
      .expect(200);
    await pass(app, reader.id, 600);
    await pass(app, leaver.id, 1801);
    await app.stop();

    app = await startApp({ environment });
    expect((await sessionOf(app, open.jwt)).remainingSeconds).toBeLessThanOrEqual(1200);
    expect(await useToken(app, open.jwt)).toBe(200);
    expect([await useToken(app, ended.jwt), await useRefreshToken(app, ended.refreshToken)]).toEqual([
      '401 ended',
      '401 ended',
    ]);
    expect([await useToken(app, idle.jwt), await useRefreshToken(app, idle.refreshToken)]).toEqual([
      '401 idle',
      '401 idle',
    ]);
  } finally {
    await app.stop();
    await database.drop();
  }
});
