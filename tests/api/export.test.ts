import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { gunzipSync } from 'node:zlib';
import { createArticle, eventually, startApp, updateArticle, type TestApp } from '../support';
import { fillSnapshots } from '../faults/fill-snapshots';
import { apply, changesSince, exported, LISTS, listedSet, type PublicSet } from '../support/change-stream';

interface Item {
  documentId: string;
  collection: string;
  locale: string;
  [attribute: string]: unknown;
}

/**
 * What frees all that nothing refers to any more, so that what is left is what is held. V8 frees the memory of buffers in a
 * thread of its own, and goes on counting it until that is done, which the next collection waits for: hence two.
 */
const garbageCollector = (): (() => void) => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  return () => {
    collect();
    collect();
  };
};

describe('GET /api/export/{collection}.ndjson', () => {
  let app: TestApp;
  let documentId: string;

  beforeAll(async () => {
    app = await startApp();
    const { strapi } = app;
    const issuer = await strapi.documents('plugin::gazette.issuer').create({ data: { name: 'Huyện uỷ', code: 'HU' } });
    const common = { issuedOn: '2024-01-02', issuer: issuer.documentId };
    await strapi.documents('plugin::gazette.directive').create({
      data: { ...common, symbol: '94-KH/HU', title: 'Kế hoạch', kind: 'plan' },
      status: 'published',
    });
    const { documentId: resolution } = await strapi.documents('plugin::gazette.resolution').create({
      data: { ...common, symbol: '7-NQ/HU', title: 'Nghị quyết', kind: 'party' },
      status: 'published',
    });
    for (let index = 0; index < 5; index += 1)
      await createArticle(
        app,
        { title: `Tin ${index}`, lead: 'Thực hiện Nghị quyết số 7-NQ/HU.', resolutions: [resolution] },
        { status: 'published' },
      );
    ({ documentId } = await createArticle(app, { title: 'Hai ngôn ngữ\nhai dòng' }, { status: 'published' }));
    await updateArticle(app, documentId, { title: 'Two languages' }, { locale: 'en' });
    await createArticle(app, { title: 'Dấu \\ và "ngoặc", \\. \\N \\x01' }, { status: 'published' });
    await createArticle(app, { title: 'Bản nháp, không ai thấy' });
  });
  afterAll(() => app.stop());

  const linesOf = (text: string) => {
    expect(text.endsWith('\n')).toBe(true);
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line): Item & { cursor?: string } => JSON.parse(line));
    return { items: lines.slice(0, -1), last: lines[lines.length - 1] };
  };
  const read = async (file: string) => linesOf(await (await fetch(`${app.url}/api/export/${file}`)).text());

  it.each(['articles', 'directives', 'resolutions', 'documents', 'topics', 'issuers', 'pages'])(
    'holds every item of %s in every language, as its own address shows it, and a cursor at the end',
    async (list) => {
      const { items, last } = await read(`${list}.ndjson`);
      for (const item of items) {
        const { body } = await app.request.get(`/api/${list}/${item.documentId}?locale=${item.locale}`).expect(200);
        expect(item).toEqual(body.data);
      }
      expect(Object.keys(last ?? {})).toEqual(['cursor']);
      expect((await changesSince(app.url, last?.cursor ?? '')).data).toEqual([]);
      expect(items.some(({ title }) => String(title).includes('nháp'))).toBe(false);
    },
  );

  it('holds what the lists show, and a union what its members show', async () => {
    const listed = await listedSet(app.url, ['vi', 'en']);
    const all = (await exported(app.url, LISTS)).flatMap(({ set }) => [...set]);
    expect(all.sort()).toEqual([...listed].sort());
    const { items } = await read('documents.ndjson');
    expect(items.map(({ collection }) => collection).sort()).toEqual(['directives', 'resolutions']);
  });

  it('is told to be NDJSON, and is not kept by caches', async () => {
    const { headers } = await fetch(`${app.url}/api/export/articles.ndjson`);
    expect(headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('comes compressed to whoever asks for that', async () => {
    const answer = await app.request
      .get('/api/export/articles.ndjson')
      .set('Accept-Encoding', 'gzip')
      .buffer(true)
      .parse((response, done) => {
        const parts: Buffer[] = [];
        // supertest has uncompressed it already where it knows the encoding.
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => done(null, Buffer.concat(parts)));
      });
    expect(answer.headers['content-encoding']).toBe('gzip');
    const bytes: Buffer = answer.body;
    const text = bytes[0] === 0x1f ? gunzipSync(bytes).toString() : bytes.toString();
    expect(linesOf(text).items).toEqual((await read('articles.ndjson')).items);
  });

  it('answers HEAD with the headers alone', async () => {
    const answer = await app.request.head('/api/export/articles.ndjson').expect(200);
    expect(answer.headers['content-type']).toBe('application/x-ndjson; charset=utf-8');
    expect(answer.text ?? '').toBe('');
  });

  it.each(['site.ndjson', 'khong-co.ndjson', 'articles.json', 'articles', '.ndjson', 'citing-documents.ndjson'])(
    'has no %s, and says what it has',
    async (file) => {
      const { body } = await app.request.get(`/api/export/${file}`).expect(404);
      expect(body.error.details.allowed).toContain('documents.ndjson');
      expect(body.error.details.allowed).not.toContain('site.ndjson');
      expect(body.error.details.unions).toEqual({ documents: ['directives', 'resolutions'] });
      expect([...body.error.details.collections].sort()).toEqual([...LISTS].sort());
    },
  );

  it.each(['locale=vi', 'limit=3', 'since=abc', 'filters[topic]=x', 'fields=title'])(
    'takes no parameter: %s is a 400',
    async (query) => {
      const { body } = await app.request.get(`/api/export/articles.ndjson?${query}`).expect(400);
      expect(body.error.message).toContain(query.split(/[=[]/)[0]);
    },
  );

  it.each(['post', 'put', 'delete'] as const)('refuses %s with a 405', async (method) => {
    const { headers } = await app.request[method]('/api/export/articles.ndjson').expect(405);
    expect(headers.allow).toBe('GET, HEAD, OPTIONS');
  });

  describe('of many items', () => {
    // Far more than the system keeps for a new connection by itself.
    const COPIES = 3_000;
    beforeAll(async () => {
      await createArticle(
        app,
        { title: 'Bài dài', body: [{ __component: 'gazette.html', html: `<p>${'Nội dung. '.repeat(300)}</p>` }] },
        { status: 'published' },
      );
      await fillSnapshots(app.strapi, COPIES);
    });

    /**
     * An export of which the client has taken only a little, on a connection of its own: one that much was read from before
     * has been given more room by the system, tens of megabytes where it may.
     */
    const begin = async (): Promise<IncomingMessage> => {
      const client = httpRequest(`${app.url}/api/export/articles.ndjson`, { agent: false }).end();
      const [response]: IncomingMessage[] = await once(client, 'response');
      if (!response) throw new Error('There was no answer.');
      return response;
    };
    const underWay = () => app.strapi.config.get<number>('plugin::delivery.maxExports');

    it('holds each once, in little memory', async () => {
      const collect = garbageCollector();
      const held = () => {
        collect();
        const { heapUsed, arrayBuffers } = process.memoryUsage();
        return (heapUsed + arrayBuffers) / 2 ** 20;
      };
      const before = held();
      const samples: number[] = [];
      let count = 0;
      let bytes = 0;
      let looked = 0;
      for await (const chunk of (await begin()) as AsyncIterable<Buffer>) {
        for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) count += 1;
        bytes += chunk.length;
        if (bytes < looked + 4 * 2 ** 20) continue;
        looked = bytes;
        samples.push(held() - before);
      }
      // The last line is the cursor.
      expect(count - 1).toBeGreaterThan(COPIES);
      expect(bytes / 2 ** 20).toBeGreaterThan(30);
      // A single sample may count what is being moved twice. A server that has the whole in hand, or leaves it to the system,
      // holds half of it and more at half of the samples.
      expect(samples.length).toBeGreaterThan(5);
      const middle = [...samples].sort((a, b) => a - b)[Math.floor(samples.length / 2)];
      expect(middle).toBeLessThan(8);
    });

    it('is made no faster than the client takes it, and stops when the client leaves', async () => {
      const was = underWay();
      app.strapi.config.set('plugin::delivery.maxExports', 1);
      try {
        const reader = app.strapi.plugin('delivery').service<{ reader(): { queries(): number } }>('reader').reader();
        const response = await begin();
        response.pause();
        // Nothing is read any more, as soon as what the system keeps for a connection is full.
        const inASecond = async () => {
          const queries = reader.queries();
          await wait(1_000);
          return reader.queries() - queries;
        };
        expect(await eventually(inASecond, (queries) => queries <= 1)).toBeLessThanOrEqual(1);
        // Meanwhile others are served, but for another export.
        await app.request.get('/api/articles').expect(200);
        const refused = await app.request.get('/api/export/topics.ndjson').expect(503);
        expect(refused.headers['retry-after']).toBe('5');
        response.destroy();
        const another = async () => (await app.request.get('/api/export/topics.ndjson')).status;
        expect(await eventually(another, (status) => status === 200)).toBe(200);
      } finally {
        app.strapi.config.set('plugin::delivery.maxExports', was);
      }
    });

    it('that breaks off in the middle has no last line, and its connection is cut', async () => {
      const { reader } = app.strapi
        .plugin('delivery')
        .service<{ reader: () => { exports: { lines: unknown } } }>('reader');
      const { exports } = reader();
      const { lines } = exports;
      exports.lines = async function* broken() {
        yield '{"documentId":"a"}';
        await wait(100);
        throw new Error('The database is gone.');
      };
      app.strapi.log.level = 'silent';
      try {
        const response = await fetch(`${app.url}/api/export/articles.ndjson`);
        expect(response.status).toBe(200);
        await expect(response.text()).rejects.toThrow();
      } finally {
        exports.lines = lines;
        app.strapi.log.level = 'error';
      }
      await app.request.get('/api/export/topics.ndjson').expect(200);
    });

    it('that is taken while others publish and delete is made exact by the changes behind its cursor', async () => {
      let isOver = false;
      const busy = (async () => {
        // SQLite answers at once, in this same thread: without pauses nobody's request would be heard.
        for (let index = 0; !isOver; index += 1, await wait(300)) {
          const made = await createArticle(app, { title: `Trong lúc xuất ${index}` }, { status: 'published' });
          await updateArticle(app, made.documentId, { lead: `Sửa ${index}.` });
          if (index % 2 === 0)
            await app.strapi.documents('plugin::gazette.article').delete({ documentId: made.documentId, locale: '*' });
          // Unpublished and published again: another snapshot, with another id.
          await app.strapi.documents('plugin::gazette.article').unpublish({ documentId, locale: '*' });
          await app.strapi.documents('plugin::gazette.article').publish({ documentId, locale: '*' });
        }
      })();
      const taken: { set: PublicSet; cursor: string }[] = [];
      try {
        while (taken.length < 3) taken.push(...(await exported(app.url, ['articles'])));
      } finally {
        isOver = true;
        await busy;
      }
      const now: PublicSet = new Map((await exported(app.url, ['articles'])).flatMap(({ set }) => [...set]));
      for (const { set, cursor } of taken) {
        const { data } = await changesSince(app.url, cursor);
        apply(
          set,
          data.filter(({ collection }) => collection === 'articles'),
        );
        expect([...set].sort()).toEqual([...now].sort());
      }
    });
  });
});
