import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import type { TestStrapi } from '../support';
import { createAdmin, createArticle, startApp, type TestApp } from '../support';
import { changesOf } from './public-state';

const CONTENT_TYPES = ['article', 'directive', 'resolution', 'issuer', 'topic', 'dossier', 'tag', 'author', 'page'];

/** Starts the application once more on the same database, in a process of its own, and ends it. */
const bootAgain = async (): Promise<void> => {
  const script = path.join(__dirname, '../support/boot-once.js');
  await promisify(execFile)(process.execPath, [script], { cwd: path.resolve(__dirname, '../..'), env: process.env });
};

const roleCodes = async (strapi: TestStrapi): Promise<string[]> =>
  (await strapi.db.query('admin::role').findMany({})).map(({ code }: { code: string }) => code).sort();

/** How many rows each type has, files included. */
const counts = async (strapi: TestStrapi): Promise<Record<string, number>> => {
  const uids = [...CONTENT_TYPES.map((name) => `plugin::gazette.${name}`), 'plugin::upload.file'];
  const found = await Promise.all(uids.map(async (uid) => [uid, await strapi.db.query(uid).count({})] as const));
  return Object.fromEntries(found);
};

describe('a first start on an empty database', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startApp({ emptyDatabase: true });
  });

  afterAll(() => app.stop());

  const ROLES = [
    'gazette-editor',
    'gazette-publisher',
    'gazette-writer',
    'strapi-author',
    'strapi-editor',
    'strapi-super-admin',
  ];

  it("makes gazette's roles beside Strapi's, each once", async () => {
    expect(await roleCodes(app.strapi)).toEqual(ROLES);
  });

  it('starts in Vietnamese, with English', async () => {
    const locales = app.strapi.plugin('i18n').service('locales');
    expect(await locales.getDefaultLocale()).toBe('vi');
    expect((await locales.find()).map(({ code }: { code: string }) => code).sort()).toEqual(['en', 'vi']);
  });

  it('keeps registration closed', async () => {
    const person = { username: 'docgia', email: 'docgia@example.vn', password: 'Correct-horse-9' };
    const { status } = await app.request.post('/api/auth/local/register').send(person);
    expect(status).toBe(400);
    expect(await app.strapi.db.query('plugin::users-permissions.user').count({})).toBe(0);
  });

  it('grants the public nothing of the content', async () => {
    const role = await app.strapi.db
      .query('plugin::users-permissions.role')
      .findOne({ where: { type: 'public' }, populate: { permissions: true } });
    const actions: string[] = role.permissions.map(({ action }: { action: string }) => action);
    expect(actions.filter((action) => !action.startsWith('plugin::users-permissions.'))).toEqual([]);
  });

  it('has no sample content where that is turned off, and an empty list', async () => {
    expect(Object.values(await counts(app.strapi))).toEqual([...CONTENT_TYPES, 'file'].map(() => 0));
    const { body } = await app.request.get('/api/articles').expect(200);
    expect(body.data).toEqual([]);
  });

  describe('gives each role what its name says', () => {
    const ARTICLES = '/content-manager/collection-types/plugin::gazette.article';
    const data = { title: 'Bài của phòng', lead: 'Mở đầu.' };

    const as = async (role: string) => {
      const { jwt } = await createAdmin(app, role);
      return (method: 'post' | 'put' | 'delete', address: string, body: object = {}) =>
        app.request[method](address).set('Authorization', `Bearer ${jwt}`).send(body);
    };

    it.each([
      ['gazette-writer', 403],
      ['gazette-editor', 403],
      ['gazette-publisher', 200],
    ])('%s is answered %i to a publication', async (role, expected) => {
      const ask = await as(role);
      const created = await ask('post', `${ARTICLES}?locale=vi`, data);
      expect(created.status).toBe(201);
      const { documentId } = created.body.data;
      const changes = (await changesOf(app)).length;
      expect((await ask('post', `${ARTICLES}/${documentId}/actions/publish?locale=vi`, data)).status).toBe(expected);
      expect((await ask('post', `${ARTICLES}/actions/publish?locale=vi`, data)).status).toBe(expected);
      const bulk = await ask('post', `${ARTICLES}/actions/bulkPublish`, { documentIds: [documentId], locale: 'vi' });
      expect(bulk.status).toBe(expected);
      expect((await changesOf(app)).length > changes).toBe(expected === 200);
    });

    it('a writer changes what is his own, an editor what is anyone’s', async () => {
      const { documentId } = await createArticle(app, { title: 'Bài của người khác' });
      const [writer, editor] = [await as('gazette-writer'), await as('gazette-editor')];
      expect((await writer('put', `${ARTICLES}/${documentId}?locale=vi`, data)).status).toBe(403);
      expect((await writer('delete', `${ARTICLES}/${documentId}?locale=vi`)).status).toBe(403);
      expect((await editor('put', `${ARTICLES}/${documentId}?locale=vi`, data)).status).toBe(200);
      const own = await writer('post', `${ARTICLES}?locale=vi`, data);
      expect((await writer('put', `${ARTICLES}/${own.body.data.documentId}?locale=vi`, data)).status).toBe(200);
    });
  });

  it('makes nothing twice at the next start, and does not make a role again that an administrator renamed', async () => {
    const before = await app.strapi.db.query('admin::permission').count({});
    await app.strapi.db
      .query('admin::role')
      .update({ where: { code: 'gazette-writer' }, data: { code: 'to-tin-tuc' } });
    await bootAgain();
    expect(await roleCodes(app.strapi)).toEqual(
      [...ROLES.filter((code) => code !== 'gazette-writer'), 'to-tin-tuc'].sort(),
    );
    expect(await app.strapi.db.query('admin::permission').count({})).toBe(before);
    expect(await app.strapi.plugin('i18n').service('locales').find()).toHaveLength(2);
  });
});

describe('sample content on an empty database', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startApp({ emptyDatabase: true, environment: { SAMPLE_CONTENT: 'true' } });
  });

  afterAll(() => app.stop());

  const total = async (query: string): Promise<number> =>
    (await app.request.get(`/api/articles?${query}`).expect(200)).body.meta.pagination.total;

  it('fills lists and log: 12 or more articles in Vietnamese, 3 or more in English', async () => {
    expect(await total('pagination[withCount]=true')).toBeGreaterThanOrEqual(12);
    const snapshots: { locale: string; collection: string }[] = await app.strapi.db.connection('delivery_snapshots');
    const of = (collection: string, locale: string) =>
      snapshots.filter((row) => row.collection === collection && row.locale === locale).length;
    expect(of('articles', 'vi')).toBeGreaterThanOrEqual(12);
    expect(of('articles', 'en')).toBeGreaterThanOrEqual(3);
    expect(of('directives', 'vi') + of('resolutions', 'vi')).toBeGreaterThanOrEqual(10);
  });

  it('adds nothing at the next start, finishes what was interrupted, and makes nothing twice', async () => {
    const complete = await counts(app.strapi);
    const logged = (await changesOf(app)).length;
    const key = { type: 'core', key: 'sample-content' } as const;
    await bootAgain();
    expect(await counts(app.strapi)).toEqual(complete);
    expect(await changesOf(app)).toHaveLength(logged);

    // What a kill between two entries leaves: what was made so far, and the note that it is not the whole.
    const progress = (await app.strapi.store.get(key)) as { documents: Record<string, string>; finished: string[] };
    const snapshots: { document_id: string }[] = await app.strapi.db.connection('delivery_snapshots');
    const isPublic = new Set(snapshots.map(({ document_id: documentId }) => documentId));
    const lost = Object.keys(progress.documents)
      .filter((target) => target.startsWith('articles/') && isPublic.has(progress.documents[target] ?? ''))
      .slice(-1);
    const without = <Value>(entries: [string, Value][]) =>
      Object.fromEntries(entries.filter(([target]) => !lost.includes(target)));
    for (const target of lost) {
      const documentId = progress.documents[target] ?? '';
      await app.strapi.documents('plugin::gazette.article').delete({ documentId, locale: '*' });
    }
    const value = {
      ...progress,
      state: 'loading',
      documents: without(Object.entries(progress.documents)),
      finished: progress.finished.filter((target) => !lost.includes(target)),
    };
    await app.strapi.store.set({ ...key, value });
    expect(await counts(app.strapi)).not.toEqual(complete);

    await bootAgain();
    expect(await counts(app.strapi)).toEqual(complete);
    const later: { collection: string }[] = await app.strapi.db
      .connection('delivery_changes')
      .where('seq', '>', Number((await changesOf(app))[logged - 1]?.seq));
    // Only what was lost came back.
    expect([...new Set(later.map(({ collection }) => collection))]).toEqual(['articles']);
    expect(await app.strapi.store.get(key)).toMatchObject({ state: 'done' });
  });
});
