import type { TestApp } from '../support';

export interface VoteOptions {
  cookie?: string;
  token?: string;
  jwt?: string;
  headers?: Record<string, string>;
}

const headersOf = ({ cookie, token, jwt, headers = {} }: VoteOptions): Record<string, string> => ({
  ...(cookie ? { Cookie: cookie } : {}),
  ...(token ? { 'X-Voter-Token': token } : {}),
  ...(jwt ? { Authorization: `Bearer ${jwt}` } : {}),
  ...headers,
});

const pathOf = (id: string): string => `/api/ratings/articles/${id}`;

/** Votes as a reader's browser does. */
export const vote = ({ request }: TestApp, id: string, score: unknown, options: VoteOptions = {}) =>
  request
    .put(`${pathOf(id)}/mine`)
    .set(headersOf(options))
    .send({ score });

export const takeBack = ({ request }: TestApp, id: string, options: VoteOptions = {}) =>
  request.delete(`${pathOf(id)}/mine`).set(headersOf(options));

export const mine = ({ request }: TestApp, id: string, options: VoteOptions = {}) =>
  request.get(`${pathOf(id)}/mine`).set(headersOf(options));

export interface Summary {
  count: number;
  sum: number;
  average: number | null;
  bayesian: number;
  histogram: number[];
}

export const summary = async ({ request }: TestApp, id: string): Promise<Summary> =>
  (await request.get(pathOf(id)).expect(200)).body.data;

/** The cookie of an answer as a browser sends it back; '' where the answer sets none. */
export const cookieOf = ({ headers }: { headers: Record<string, unknown> }): string => {
  const set = headers['set-cookie'];
  const [first] = Array.isArray(set) ? set : [];
  return typeof first === 'string' ? (first.split(';')[0] ?? '') : '';
};

/** Every vote that is stored for a document. */
export const storedVotes = ({ strapi }: TestApp, id: string): Promise<Record<string, unknown>[]> =>
  strapi.db.connection('ratings_votes').where({ target: id }).orderBy('id');

/** A member with an account, and an access token. */
export const createMember = async (
  { strapi }: TestApp,
  name: string,
  data: Record<string, unknown> = {},
): Promise<{ id: number; documentId: string; jwt: string }> => {
  const role = await strapi.db.query('plugin::users-permissions.role').findOne({ where: { type: 'authenticated' } });
  const user: { id: number; documentId: string } = await strapi
    .plugin('users-permissions')
    .service('user')
    .add({
      username: name,
      email: `${name}@example.vn`,
      password: 'Correct-horse-9',
      provider: 'local',
      confirmed: true,
      role: role.id,
      ...data,
    });
  const jwt: string = await strapi.plugin('users-permissions').service('jwt').issue({ id: user.id });
  return { ...user, jwt };
};
