import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { startApp, type TestApp } from '../support';

interface Permission {
  id: number;
  action: string;
  subject: string | null;
  properties: { fields?: string[]; locales?: string[] };
}

const ROLES = ['gazette-writer', 'gazette-editor', 'gazette-publisher'];

describe('the roles of an editorial office', () => {
  let app: TestApp;

  beforeAll(async () => {
    // A second start would spell out what the first one grants.
    app = await startApp({ emptyDatabase: true });
  });

  afterAll(() => app.stop());

  const permissionsOf = async (code: string): Promise<Permission[]> =>
    app.strapi.db.query('admin::permission').findMany({ where: { role: { code } }, orderBy: { id: 'asc' } });

  const fieldsOf = (permissions: Permission[], subject: string, action: string): string[] =>
    permissions.find((one) => one.subject === subject && one.action.endsWith(`explorer.${action}`))?.properties
      .fields ?? [];

  const componentsOf = (uid: string): string[] =>
    Object.entries(app.strapi.contentType(uid as never).attributes)
      .filter(([, { type }]) => type === 'component')
      .map(([name]) => name);

  it.each(ROLES)('grants %s what is inside components, which is what the forms of the admin ask for', async (code) => {
    const permissions = await permissionsOf(code);
    for (const type of ['article', 'directive', 'resolution']) {
      const uid = `plugin::gazette.${type}`;
      for (const action of ['create', 'read', 'update']) {
        const fields = fieldsOf(permissions, uid, action);
        expect(componentsOf(uid).filter((name) => !fields.some((field) => field.startsWith(`${name}.`)))).toEqual([]);
        expect(componentsOf(uid).filter((name) => fields.includes(name))).toEqual([]);
      }
    }
    expect(fieldsOf(permissions, 'plugin::gazette.article', 'update')).toEqual(
      expect.arrayContaining(['title', 'body', 'cover.image', 'authorships.author', 'seo.metaTitle']),
    );
  });

  it('makes roles whole at the next start that an earlier release gave the names of components only', async () => {
    const before = await permissionsOf('gazette-publisher');
    const topLevel = (fields: string[]) => [...new Set(fields.map((field) => field.split('.')[0]))];
    for (const { id, properties } of before) {
      if (properties.fields === undefined) continue;
      await app.strapi.db
        .query('admin::permission')
        .update({ where: { id }, data: { properties: { ...properties, fields: topLevel(properties.fields) } } });
    }
    expect(fieldsOf(await permissionsOf('gazette-publisher'), 'plugin::gazette.article', 'update')).toContain('cover');

    const script = path.join(__dirname, '../support/boot-once.js');
    await promisify(execFile)(process.execPath, [script], { cwd: path.resolve(__dirname, '../..'), env: process.env });
    const sorted = (permissions: Permission[]) =>
      permissions.map(({ properties, ...rest }) => ({
        ...rest,
        properties: { ...properties, fields: properties.fields?.slice().sort() },
      }));
    expect(sorted(await permissionsOf('gazette-publisher'))).toMatchObject(
      sorted(before).map(({ id, properties }) => ({ id, properties })),
    );
  });
});
