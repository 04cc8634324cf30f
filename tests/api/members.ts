import { randomUUID } from 'node:crypto';
import { startApp, type StartOptions, type TestApp } from '../support';

const PASSWORD = 'Dung-ngua-pin-7';

export interface Member {
  id: number;
  documentId: string;
  username: string;
  email: string;
  password: string;
}

export interface Tokens {
  jwt: string;
  refreshToken: string;
}

export const USER = 'plugin::users-permissions.user';

/** An application whose members may sign in as often as a test needs; a real one stops that at ten a minute and address. */
export const startForMembers = async (environment: StartOptions['environment'] = {}): Promise<TestApp> => {
  const app = await startApp({ environment });
  app.strapi.config.set('plugin::users-permissions.ratelimit.max', 10_000);
  return app;
};

/** Makes a member's account, in the role that may see its own profile. */
export const createMember = async ({ strapi }: TestApp): Promise<Member> => {
  const role: { id: number } = await strapi.db
    .query('plugin::users-permissions.role')
    .findOne({ where: { type: 'authenticated' } });
  const name = `m${randomUUID().slice(0, 12)}`;
  const account = { username: name, email: `${name}@example.vn`, password: PASSWORD };
  const { id, documentId }: { id: number; documentId: string } = await strapi
    .plugin('users-permissions')
    .service('user')
    .add({ ...account, provider: 'local', confirmed: true, blocked: false, role: role.id });
  return { id, documentId, ...account };
};

export const signIn = async ({ request }: TestApp, member: Member, password = member.password): Promise<Tokens> => {
  const { body } = await request.post('/api/auth/local').send({ identifier: member.username, password }).expect(200);
  return { jwt: body.jwt, refreshToken: body.refreshToken };
};

export const bearer = (token: string): [string, string] => ['Authorization', `Bearer ${token}`];

/** Lets time pass for all sessions of a user. */
export const pass = async (
  { strapi }: TestApp,
  userId: number,
  seconds: number,
  origin = 'users-permissions',
): Promise<void> => {
  await strapi.db
    .connection('idle_sessions')
    .where({ user_id: String(userId), origin })
    .decrement('last_seen', seconds * 1000);
};

export interface Session {
  authenticated: boolean;
  user: { username: string } | null;
  idleTimeoutSeconds: number;
  warnBeforeSeconds: number;
  expiresAt: string | null;
  remainingSeconds: number | null;
}

/** What the API tells the bearer of a token of the session. */
export const sessionOf = async ({ request }: TestApp, token: string): Promise<Session> => {
  const { body } = await request
    .get('/api/auth/session')
    .set(...bearer(token))
    .expect(200);
  return body.data;
};

/** What becomes of a request as the member: 200, or why it is refused. */
export const useToken = async ({ request }: TestApp, jwt: string): Promise<number | string> => {
  const { status, body } = await request.get('/api/users/me').set(...bearer(jwt));
  return status === 200 ? 200 : `${status} ${body.error.details.reason}`;
};

/** What becomes of a renewal: 200, or why it is refused. */
export const useRefreshToken = async ({ request }: TestApp, refreshToken: string): Promise<number | string> => {
  const { status, body } = await request.post('/api/auth/refresh').send({ refreshToken });
  return status === 200 ? 200 : `${status} ${body.error.details.reason}`;
};
