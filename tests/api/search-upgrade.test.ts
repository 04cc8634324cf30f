import { setTimeout as wait } from 'node:timers/promises';
import { createArticle, startApp, type TestApp } from '../support';

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
