import supertest from 'supertest';
import type { TestApp } from '../support';
import {
  bearer,
  createMember,
  pass,
  sessionOf,
  signIn,
  startForMembers,
  USER,
  useRefreshToken,
  useToken,
  type Member,
  type Tokens,
} from '../api/members';
import { kill, serve, type Server } from './serve';

describe('a session at two servers of one database', () => {
  let here: TestApp;
  let server: Server | undefined;
  let there: TestApp;
  let member: Member;
  let tokens: Tokens;

  beforeAll(async () => {
    here = await startForMembers();
    server = await serve();
    there = { ...here, url: server.url, request: supertest(server.url) };
  });

  afterAll(async () => {
    if (server) await kill(server);
    await here.stop();
  });

  beforeEach(async () => {
    member = await createMember(here);
    tokens = await signIn(here, member);
    // The other one has seen it, and could think that it still counts.
    expect(await useToken(there, tokens.jwt)).toBe(200);
  });

  const isRefused = async (app: TestApp, reason: string) =>
    expect([await useToken(app, tokens.jwt), await useRefreshToken(app, tokens.refreshToken)]).toEqual([
      `401 ${reason}`,
      `401 ${reason}`,
    ]);
  const end = ({ request }: TestApp, query = '') =>
    request.delete(`/api/auth/session${query}`).set(...bearer(tokens.jwt));

  it('that is signed out at one is refused at the other at once, either way', async () => {
    await end(here).expect(200);
    await isRefused(there, 'ended');
    tokens = await signIn(here, member);
    expect(await useToken(there, tokens.jwt)).toBe(200);
    await end(there).expect(200);
    await isRefused(here, 'ended');
  });

  it('goes with all others of its member, wherever they were begun', async () => {
    const other = await signIn(there, member);
    await end(there, '?scope=all').expect(200);
    await isRefused(here, 'ended');
    expect([await useToken(here, other.jwt), await useToken(there, other.jwt)]).toEqual(['401 ended', '401 ended']);
  });

  it.each([
    ['password-changed', { password: 'hash' }],
    ['blocked', { blocked: true }],
  ])('is refused at the other at once when its account changes: %s', async (reason, data) => {
    await here.strapi.db.query(USER).update({ where: { id: member.id }, data });
    await isRefused(there, reason);
  });

  it('is kept alive at one for both', async () => {
    await pass(here, member.id, 1_700);
    expect((await sessionOf(here, tokens.jwt)).remainingSeconds).toBeLessThanOrEqual(100);
    await there.request
      .post('/api/auth/session/keep-alive')
      .set(...bearer(tokens.jwt))
      .expect(200);
    expect((await sessionOf(here, tokens.jwt)).remainingSeconds).toBeGreaterThan(1_700);
    await pass(here, member.id, 1_700);
    expect(await useToken(here, tokens.jwt)).toBe(200);
  });

  it('ends once where both are told at the same time, and is never kept alive after it', async () => {
    const keepAlive = ({ request }: TestApp) => request.post('/api/auth/session/keep-alive').set(...bearer(tokens.jwt));
    const answers = await Promise.all([end(here), end(there), keepAlive(here), keepAlive(there)]);
    expect(answers.slice(0, 2).some(({ status }) => status === 200)).toBe(true);
    expect(answers.every(({ status }) => status === 200 || status === 401)).toBe(true);
    await isRefused(here, 'ended');
    await isRefused(there, 'ended');
  });
});
