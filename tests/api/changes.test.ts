import { setTimeout as wait } from 'node:timers/promises';
import { createArticle, createResolution, redact, startApp, updateArticle, type TestApp } from '../support';
import { changesSince, type Change, type ChangesPage } from '../support/change-stream';

const ARTICLE = 'plugin::gazette.article';

describe('GET /api/changes', () => {
  let app: TestApp;
  let start: string;
  beforeAll(async () => {
    app = await startApp({ environment: { PUBLIC_SITE_URL: 'https://www.example.vn' } });
    start = (await changesSince(app.url, null)).meta.cursor;
  });
  afterAll(() => app.stop());

  const get = async (query: string, status = 200): Promise<ChangesPage> =>
    (await app.request.get(`/api/changes?${query}`).expect(status)).body;
  const end = async (): Promise<string> => {
    let page = await get('limit=1000');
    while (page.meta.more) page = await get(`limit=1000&since=${page.meta.cursor}`);
    return page.meta.cursor;
  };
  const publish = (title: string) => createArticle(app, { title }, { status: 'published' });
  const storedJson = async (): Promise<string> => JSON.stringify(await app.strapi.db.connection('delivery_changes'));

  describe('tells what happened to an item', () => {
    it('from its publication to its deletion, in order, each language by itself', async () => {
      const since = await end();
      const { documentId } = await publish('Đường về bản');
      await updateArticle(app, documentId, { lead: 'Đã sửa.' });
      await updateArticle(app, documentId, { slug: 'duong-ve-ban-moi' });
      await updateArticle(app, documentId, { title: 'Road to the village' }, { locale: 'en' });
      await updateArticle(app, documentId, { withdrawal: { at: '2026-01-01T00:00:00.000Z', reason: 'Sai.' } });
      await updateArticle(app, documentId, { updateType: 'major', changeNote: 'Bổ sung.' });
      await app.strapi.documents(ARTICLE).unpublish({ documentId, locale: 'en' });
      await app.strapi.documents(ARTICLE).delete({ documentId, locale: '*' });
      const { data, meta } = await get(`since=${since}`);
      expect(data.map(({ event, locale }) => `${event} ${locale}`)).toEqual([
        'published vi',
        'updated vi',
        'moved vi',
        'updated vi',
        'published en',
        'withdrawn vi',
        'updated vi',
        // The day of a major update is that of all languages; and each names the others.
        'updated en',
        'updated vi',
        'unpublished en',
        'deleted vi',
      ]);
      expect(data[0]).toEqual({
        cursor: expect.any(String),
        event: 'published',
        major: true,
        collection: 'articles',
        documentId,
        locale: 'vi',
        slug: 'duong-ve-ban',
        url: 'https://www.example.vn/articles/duong-ve-ban',
        version: 1,
        etag: expect.any(String),
        at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      });
      expect(data[2]).toMatchObject({ event: 'moved', slug: 'duong-ve-ban-moi' });
      expect(data.map(({ version }) => version)).toEqual([1, 2, 3, 4, 1, 5, 6, 2, 7, 2, 7]);
      expect(meta).toEqual({ cursor: data[data.length - 1]?.cursor, more: false });
    });

    it('and of documents by their own collection, of supporting items in every language', async () => {
      const since = await end();
      const { issuer } = await createResolution(app);
      await app.strapi
        .documents('plugin::gazette.issuer')
        .delete({ documentId: issuer })
        .catch(() => undefined);
      const { data } = await get(`since=${since}`);
      expect(data.map(({ event, collection, locale }) => `${event} ${collection} ${locale}`).sort()).toEqual([
        'published issuers en',
        'published issuers vi',
        'published resolutions vi',
      ]);
    });

    it('says nothing of what no list shows', async () => {
      const since = await end();
      const site = await app.strapi.documents('plugin::gazette.site').findFirst();
      const data = { name: 'Trang tin xã' };
      if (site) await app.strapi.documents('plugin::gazette.site').update({ documentId: site.documentId, data });
      else await app.strapi.documents('plugin::gazette.site').create({ data });
      expect(await storedJson()).toContain('"site"');
      const page = await get(`since=${since}`);
      expect(page.data).toEqual([]);
      // It goes on behind the entry all the same.
      expect(page.meta.cursor).not.toBe(since);
      await publish('Sau trang chủ');
      expect((await get(`since=${page.meta.cursor}`)).data).toHaveLength(1);
    });

    it('and nothing of a save that changes nothing for readers', async () => {
      const { documentId } = await publish('Không đổi');
      const since = await end();
      await updateArticle(app, documentId, {});
      await app.strapi.documents(ARTICLE).publish({ documentId, locale: '*' });
      await createArticle(app, { title: 'Bản nháp' });
      expect((await get(`since=${since}`)).data).toEqual([]);
    });

    it('blanks what was erased, and ends with an entry that mirrors obey', async () => {
      const since = await end();
      const { documentId } = await publish('Bà Kín, căn cước 082190001234');
      await app.strapi.documents(ARTICLE).unpublish({ documentId, locale: 'vi' });
      const before = await get(`since=${since}`);
      expect(JSON.stringify(before)).toContain('082190001234');
      await redact(app, { documentId });
      const after = await get(`since=${since}`);
      expect(JSON.stringify(after)).not.toMatch(/082190001234|can-cuoc|Bé/);
      expect(after.data.map(({ event, slug, url, etag, redacted }) => [event, slug, url, etag, redacted])).toEqual([
        ['published', null, null, null, true],
        ['unpublished', null, null, null, true],
        ['deleted', null, null, null, undefined],
      ]);
      // Cursors that were given out before still name the same places.
      expect(after.data.slice(0, 2).map(({ cursor }) => cursor)).toEqual(before.data.map(({ cursor }) => cursor));
      expect((await get(`since=${before.meta.cursor}`)).data).toHaveLength(1);
    });
  });

  describe('is read page by page', () => {
    it('with the same entries whatever the length of a page', async () => {
      const whole = (await get('limit=1000')).data.map(({ cursor }) => cursor);
      expect(whole.length).toBeGreaterThan(10);
      for (const limit of [1, 3, 7]) {
        const found: string[] = [];
        let page = await get(`limit=${limit}`);
        for (;;) {
          expect(page.data.length).toBeLessThanOrEqual(limit);
          found.push(...page.data.map(({ cursor }) => cursor));
          if (!page.meta.more) break;
          page = await get(`limit=${limit}&since=${page.meta.cursor}`);
        }
        expect(found).toEqual(whole);
      }
    });

    it('with a link to the next page', async () => {
      const { headers, body } = await app.request.get('/api/changes?limit=2').expect(200);
      expect(headers.link).toMatch(new RegExp(`/api/changes\\?since=${body.meta.cursor}&limit=2>; rel="next"`));
      expect((await app.request.get('/api/changes?limit=1000')).headers.link ?? '').not.toContain('next');
    });

    it('with a strong ETag, 304, HEAD and CORS', async () => {
      const { headers } = await app.request.get('/api/changes?limit=2').set('Accept-Encoding', 'identity').expect(200);
      expect(headers.etag).toMatch(/^"[\w-]+"$/);
      expect(headers['access-control-allow-origin']).toBe('*');
      await app.request
        .get('/api/changes?limit=2')
        .set('Accept-Encoding', 'identity')
        .set('If-None-Match', String(headers.etag))
        .expect(304);
      const head = await app.request.head('/api/changes?limit=2').set('Accept-Encoding', 'identity').expect(200);
      expect(head.headers.etag).toBe(headers.etag);
    });
  });

  describe('refuses', () => {
    const forged = (text: string) => Buffer.from(text).toString('base64url');
    it.each([
      ['since=abc', 'since'],
      ['since=12', 'since'],
      [`since=${forged('1.abcdefghij')}`, 'since'],
      [`since=${forged('999999999.abcdefghij')}`, 'since'],
      [`since=${forged("1' OR '1'='1.abcdefghij")}`, 'since'],
      ['since=a&since=b', 'since'],
      ['since[x]=a', 'since'],
      ['limit=0', 'limit'],
      ['limit=1001', 'limit'],
      ['limit=-1', 'limit'],
      ['limit=1.5', 'limit'],
      ['limit=', 'limit'],
      ['limit=ten', 'limit'],
      ['wait=31', 'wait'],
      ['wait=-1', 'wait'],
      ['wait=x', 'wait'],
      ['collection=articles', 'collection'],
      ['locale=vi', 'locale'],
    ])('%s with a 400 that names it', async (query, parameter) => {
      const { body } = await app.request.get(`/api/changes?${query}`).expect(400);
      expect(body.error).toMatchObject({ status: 400, name: 'ValidationError' });
      expect(body.error.details.errors[0].path).toEqual([parameter]);
      expect(body.error.message).toContain(parameter);
    });

    it('several wrong parameters at once, naming each', async () => {
      const { body } = await app.request.get('/api/changes?limit=0&wait=99').expect(400);
      expect(body.error.details.errors.map(({ path }: { path: string[] }) => path[0])).toEqual(['limit', 'wait']);
    });

    it('a cursor of a log that was put back to an older state', async () => {
      const { documentId } = await publish('Mất khi khôi phục');
      const { meta } = await get(`since=${await end()}`);
      const knex = app.strapi.db.connection;
      const [last]: { seq: number }[] = await knex('delivery_changes').orderBy('seq', 'desc').limit(1);
      const at = await knex('delivery_changes').where({ seq: last?.seq }).first('at');
      await get(`since=${meta.cursor}`);
      // Another entry now has its number.
      await knex('delivery_changes').where({ seq: last?.seq }).update({ at: '2020-01-01T00:00:00.000Z' });
      await get(`since=${meta.cursor}`, 400);
      await knex('delivery_changes').where({ seq: last?.seq }).update({ at: at.at });
      await get(`since=${meta.cursor}`);
      await app.strapi.documents(ARTICLE).delete({ documentId, locale: '*' });
    });

    it.each(['post', 'put', 'patch', 'delete'] as const)('%s with a 405', async (method) => {
      const { headers } = await app.request[method]('/api/changes').expect(405);
      expect(headers.allow).toBe('GET, HEAD, OPTIONS');
    });
  });

  describe('waits', () => {
    const timed = async <Result>(work: Promise<Result>): Promise<{ result: Result; ms: number }> => {
      const begun = Date.now();
      const result = await work;
      return { result, ms: Date.now() - begun };
    };

    it('and answers as soon as something is published', async () => {
      const since = await end();
      const waiting = Promise.all([1, 2, 3].map(() => timed(get(`since=${since}&wait=20`))));
      await wait(300);
      const begun = Date.now();
      await publish('Vừa đăng');
      const committed = Date.now() - begun;
      for (const { result, ms } of await waiting) {
        expect(result.data.map(({ slug }) => slug)).toEqual(['vua-dang']);
        expect(ms).toBeLessThan(300 + committed + 1_000);
      }
    });

    it('and answers with nothing when the time is over', async () => {
      const since = await end();
      const { result, ms } = await timed(get(`since=${since}&wait=1`));
      expect(result).toEqual({ data: [], meta: { cursor: since, more: false } });
      expect(ms).toBeGreaterThanOrEqual(950);
      expect(ms).toBeLessThan(3_000);
    });

    it('not at all where there is something', async () => {
      const { ms } = await timed(get(`since=${start}&wait=20`));
      expect(ms).toBeLessThan(2_000);
    });

    it('and is not kept by caches then', async () => {
      const answer = await app.request.get('/api/changes?limit=1&wait=1').expect(200);
      expect(answer.headers['cache-control']).toBe('no-store');
      expect((await app.request.get('/api/changes?limit=1')).headers['cache-control']).toMatch(/^public/);
    });

    it('beyond an entry that it does not show', async () => {
      const since = await end();
      const waiting = timed(get(`since=${since}&wait=3`));
      await wait(200);
      const site = await app.strapi.documents('plugin::gazette.site').findFirst();
      await app.strapi
        .documents('plugin::gazette.site')
        .update({ documentId: site?.documentId ?? '', data: { name: `Tên ${Date.now()}` } });
      const { result, ms } = await waiting;
      expect(ms).toBeGreaterThan(2_900);
      expect(result.data).toEqual([]);
    });

    it('without a database connection, however many wait', async () => {
      const since = await end();
      const waiting = Array.from({ length: 60 }, () => get(`since=${since}&wait=10`));
      await wait(500);
      const { ms } = await timed(Promise.resolve(app.request.get('/api/articles').expect(200)));
      expect(ms).toBeLessThan(2_000);
      await publish('Cho sáu mươi người chờ');
      for (const page of await Promise.all(waiting)) expect(page.data).toHaveLength(1);
    });

    it('for a bounded number of clients; one that leaves makes room', async () => {
      const since = await end();
      const was = app.strapi.config.get('plugin::delivery.maxWaiting');
      app.strapi.config.set('plugin::delivery.maxWaiting', 2);
      try {
        const leaving = new AbortController();
        const address = `${app.url}/api/changes?since=${since}&wait=20`;
        const held = [1, 2].map(() => fetch(address, { signal: leaving.signal }).catch(() => null));
        await wait(300);
        const refused = await app.request.get(`/api/changes?since=${since}&wait=1`).expect(503);
        expect(refused.headers['retry-after']).toBe('5');
        expect(refused.body.error).toMatchObject({ name: 'ServiceUnavailableError', details: { limit: 2 } });
        await get(`since=${since}`);
        leaving.abort();
        await Promise.all(held);
        await wait(300);
        await get(`since=${since}&wait=1`);
      } finally {
        app.strapi.config.set('plugin::delivery.maxWaiting', was);
      }
    });
  });

  it('is a log that knows every entry of the table in its order', async () => {
    const rows: { seq: number | string; document_id: string; collection: string }[] = await app.strapi.db
      .connection('delivery_changes')
      .whereNot({ collection: 'site' })
      .orderBy('seq');
    const found: Change[] = [];
    for (let page = await get('limit=1000'); ; page = await get(`limit=1000&since=${page.meta.cursor}`)) {
      found.push(...page.data);
      if (!page.meta.more) break;
    }
    expect(found.map(({ documentId }) => documentId)).toEqual(rows.map((row) => row.document_id));
  });
});
