import { createAdmin, type TestApp } from '../support';
import {
  bearer,
  createMember,
  signIn,
  startForMembers,
  USER,
  useRefreshToken,
  useToken,
  type Member,
  type Tokens,
} from './members';

const NEW_PASSWORD = 'Moi-tinh-khoi-8';

/** Every way in which an account is changed, and what its sessions are told. */
const CHANGES: [
  name: string,
  reason: string,
  change: (app: TestApp, member: Member, jwt: string) => Promise<unknown>,
][] = [
  [
    'an admin sets another password in the content manager',
    'password-changed',
    (app, member, jwt) =>
      app.request
        .put(`/content-manager/collection-types/${USER}/${member.documentId}`)
        .set(...bearer(jwt))
        .send({ password: NEW_PASSWORD })
        .expect(200),
  ],
  [
    'an admin blocks the account in the content manager',
    'blocked',
    (app, member, jwt) =>
      app.request
        .put(`/content-manager/collection-types/${USER}/${member.documentId}`)
        .set(...bearer(jwt))
        .send({ blocked: true })
        .expect(200),
  ],
  [
    'an admin deletes the account',
    'deleted',
    (app, member, jwt) =>
      app.request
        .delete(`/content-manager/collection-types/${USER}/${member.documentId}`)
        .set(...bearer(jwt))
        .expect(200),
  ],
  [
    'the password is reset by mail',
    'password-changed',
    async (app, member) => {
      await app.strapi.db
        .query(USER)
        .update({ where: { id: member.id }, data: { resetPasswordToken: `r${member.id}` } });
      const password = { password: NEW_PASSWORD, passwordConfirmation: NEW_PASSWORD };
      await app.request
        .post('/api/auth/reset-password')
        .send({ ...password, code: `r${member.id}` })
        .expect(200);
    },
  ],
  [
    'code sets the password of one row',
    'password-changed',
    (app, member) => app.strapi.db.query(USER).update({ where: { id: member.id }, data: { password: 'hash' } }),
  ],
  [
    'code blocks many rows',
    'blocked',
    (app, member) =>
      app.strapi.db.query(USER).updateMany({ where: { id: { $in: [member.id] } }, data: { blocked: true } }),
  ],
  [
    'code deletes many rows',
    'deleted',
    (app, member) => app.strapi.db.query(USER).deleteMany({ where: { id: { $in: [member.id] } } }),
  ],
];

describe('the sessions of a member', () => {
  let app: TestApp;
  let editor: string;
  let member: Member;
  let sessions: Tokens[];

  beforeAll(async () => {
    app = await startForMembers();
    editor = (await createAdmin(app)).jwt;
  });

  afterAll(() => app.stop());

  beforeEach(async () => {
    member = await createMember(app);
    sessions = [await signIn(app, member), await signIn(app, member)];
  });

  it.each(CHANGES)('all end at once when %s', async (_name, reason, change) => {
    const stranger = await signIn(app, await createMember(app));
    await change(app, member, editor);
    for (const { jwt, refreshToken } of sessions) {
      // Of an account that is gone, users-permissions no longer reads the token.
      expect(await useToken(app, jwt)).toBe(reason === 'deleted' ? '401 undefined' : `401 ${reason}`);
      expect(await useRefreshToken(app, refreshToken)).toBe(`401 ${reason}`);
      const { body } = await app.request
        .get('/api/auth/session')
        .set(...bearer(jwt))
        .expect(200);
      expect([body.data.authenticated, body.meta]).toEqual([false, { endedBecause: reason }]);
    }
    expect(await useToken(app, stranger.jwt)).toBe(200);
  });

  it('end when the member changes the password, who goes on with the tokens that this answers', async () => {
    const { body } = await app.request
      .post('/api/auth/change-password')
      .set(...bearer(sessions[0]?.jwt ?? ''))
      .send({ currentPassword: member.password, password: NEW_PASSWORD, passwordConfirmation: NEW_PASSWORD })
      .expect(200);
    for (const { jwt, refreshToken } of sessions) {
      expect([await useToken(app, jwt), await useRefreshToken(app, refreshToken)]).toEqual([
        '401 password-changed',
        '401 password-changed',
      ]);
    }
    expect(await useToken(app, body.jwt)).toBe(200);
    expect(await useRefreshToken(app, body.refreshToken)).toBe(200);
  });

  it('go on when something else of the account changes', async () => {
    await app.request
      .put(`/content-manager/collection-types/${USER}/${member.documentId}`)
      .set(...bearer(editor))
      .send({ username: `${member.username}x`, blocked: false })
      .expect(200);
    for (const { jwt } of sessions) expect(await useToken(app, jwt)).toBe(200);
  });

  it('go on when the change of the password is rolled back', async () => {
    const change = app.strapi.db.transaction(async () => {
      await app.strapi.db.query(USER).update({ where: { id: member.id }, data: { password: 'hash' } });
      throw new Error('rolled back');
    });
    await expect(change).rejects.toThrow('rolled back');
    for (const { jwt, refreshToken } of sessions) {
      expect([await useToken(app, jwt), await useRefreshToken(app, refreshToken)]).toEqual([200, 200]);
    }
  });

  it('are refused for other plugins that ask users-permissions who a request is from', async () => {
    const { getToken } = app.strapi.plugin('users-permissions').service('jwt');
    const jwtService = app.strapi.plugin('users-permissions').service('jwt');
    const context = { request: { header: { authorization: `Bearer ${sessions[0]?.jwt}` } } };
    expect(await getToken.call(jwtService, context)).toMatchObject({ id: member.id });
    await app.strapi.db.query(USER).update({ where: { id: member.id }, data: { blocked: true } });
    await expect(getToken.call(jwtService, context)).rejects.toMatchObject({
      name: 'UnauthorizedError',
      details: { reason: 'blocked' },
    });
  });
});
