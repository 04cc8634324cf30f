import { randomUUID } from 'node:crypto';
import type { TestApp } from './start-app';

const PASSWORD = 'Correct-horse-9';

export interface Administrator {
  id: number;
  email: string;
  password: string;
  /** For the header `Authorization: Bearer {jwt}` of the admin's own API. */
  jwt: string;
}

const login = async ({ request }: TestApp, email: string): Promise<string> => {
  const { body } = await request.post('/admin/login').send({ email, password: PASSWORD }).expect(200);
  return body.data.token;
};

/**
 * Makes an editor's account and signs it in.
 * @param role code of an admin role; the default may do everything
 */
export const createAdmin = async (app: TestApp, role = 'strapi-super-admin'): Promise<Administrator> => {
  const found = await app.strapi.db.query('admin::role').findOne({ where: { code: role } });
  if (!found) throw new Error(`There is no admin role "${role}".`);
  const email = `${randomUUID()}@example.vn`;
  const user: { id: number } = await app.strapi.service('admin::user').create({
    email,
    firstname: 'Biên',
    lastname: 'Tập',
    password: PASSWORD,
    isActive: true,
    roles: [found.id],
  });
  return { id: user.id, email, password: PASSWORD, jwt: await login(app, email) };
};

/**
 * Makes a token for Strapi's content API.
 * @param permissions what it may do (`plugin::gazette.article.update`, for one); none given: everything
 * @returns for the header `Authorization: Bearer {token}`
 */
export const apiToken = async ({ strapi }: TestApp, permissions?: string[]): Promise<string> => {
  const created: { accessKey: string } = await strapi.service('admin::api-token').create({
    kind: 'content-api',
    name: `test ${randomUUID()}`,
    description: '',
    lifespan: null,
    ...(permissions ? { type: 'custom', permissions } : { type: 'full-access' }),
  });
  return created.accessKey;
};
