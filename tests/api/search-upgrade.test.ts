import { setTimeout as wait } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import { migrate } from '../../src/plugins/delivery/server/src/store/migrate';
import { tablesFor } from '../../src/plugins/delivery/server/src/store/tables';
import { createArticle, startApp, type TestApp } from '../support';
import { testClient } from '../support/test-database';

const describeOnPostgres = testClient() === 'postgres' ? describe : describe.skip;

describe('a database of a release without search', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.stop());

  const table = (name: string) => app.strapi.db.connection(`delivery_${name}`);
  const found = async (): Promise<number> =>
    (await app.request.get(`/api/search?q=${encodeURIComponent('kênh đào')}`).expect(200)).body.meta.pagination.total;

  it('is filled in the background, without a version, an entry in the log or a new date of what readers have', async () => {
    for (const number of [1, 2, 3])
      await createArticle(app, { title: `Kênh đào số ${number}` }, { status: 'published' });
    expect(await found()).toBe(3);
    const log = await table('changes').count();
    const dates = () => table('snapshots').where({ collection: 'articles' }).orderBy('id').pluck('updated_at');
    const before = await dates();
    if (app.strapi.db.dialect.client === 'sqlite') await table('search_index').del();
    await table('search').del();
    await table('snapshots').update({ index_hash: 'of an older release' });
    await table('counts').increment('revision');
    await table('meta').where({ name: 'made-with' }).update({ value: '{"shape":"of an older release"}' });
    expect(await found()).toBe(0);

    const rebuild = app.strapi.plugin('delivery').service<{ whereStale(): Promise<boolean> }>('rebuild');
    expect(await rebuild.whereStale()).toBe(true);
    for (let tries = 0; tries < 200 && (await found()) < 3; tries += 1) await wait(100);
    expect(await found()).toBe(3);
    expect(await table('changes').count()).toEqual(log);
    expect(before).toHaveLength(3);
    expect(await dates()).toEqual(before);
    expect(await rebuild.whereStale()).toBe(false);
  });
});

describeOnPostgres('a database of a release whose rows did not name their lists', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.stop());

  it('is upgraded in place', async () => {
    const host = app.strapi as unknown as Core.Strapi;
    const { connection } = app.strapi.db;
    for (const title of ['Kênh đào', 'Kênh mương']) await createArticle(app, { title }, { status: 'published' });
    const rows = async () => {
      const found: ({ places: string[] } & Record<string, unknown>)[] =
        await connection('delivery_search').orderBy('id');
      return found.map(({ places, ...row }) => ({ ...row, places: [...places].sort() }));
    };
    const before = await rows();
    expect(before.map(({ places }) => places)).toEqual(before.map(() => ['@articles@vi', '@citing@vi', '@search@vi']));
    await connection('delivery_migrations').where({ name: '0015-search-places' }).del();
    await connection.raw(
      'ALTER TABLE delivery_search DROP COLUMN places, ALTER COLUMN document_id SET STORAGE EXTENDED',
    );

    expect(await migrate(host, tablesFor(host), null)).toEqual(['0015-search-places']);

    expect(await rows()).toEqual(before);
    const { rows: columns } = await connection.raw<{ rows: { name: string }[] }>(
      `SELECT attname AS name FROM pg_attribute WHERE attrelid = 'delivery_search'::regclass AND attnum > 0 AND NOT attisdropped AND attstorage = 'm' ORDER BY attname`,
    );
    expect(columns.map(({ name }) => name)).toEqual(['document_id', 'places']);
    const { body } = await app.request.get(`/api/search?q=${encodeURIComponent('kênh')}`).expect(200);
    expect(body.meta.pagination.total).toBe(2);
  });
});
