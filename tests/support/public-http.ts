import { request, type IncomingHttpHeaders } from 'node:http';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip } from 'node:zlib';
import { apiToken } from './accounts';
import { createArticle, updateArticle } from './articles';
import { checkAnswer } from './described/watch';
import { startApp, type StartOptions, type TestApp } from './start-app';

interface RawAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** An answer as it comes over the wire: nothing is decoded, followed or mended. `target` is the request line's. */
const ask = (
  app: TestApp,
  target: string,
  { method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> } = {},
): Promise<RawAnswer> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(app.url);
    const sent = request(
      { hostname, port, path: target, method, headers: { Connection: 'close', ...headers } },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () => {
          const raw = { status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) };
          checkAnswer(absolute(app, target), { ...raw, method, header: headerOf(raw) }).then(
            () => resolve(raw),
            reject,
          );
        });
      },
    );
    sent.on('error', reject);
    sent.end();
  });

/** `target` may be the absolute form of a proxy. */
const absolute = ({ url }: TestApp, target: string): string =>
  target.startsWith('/') ? url + target : url + new URL(target).pathname + new URL(target).search;

const headerOf =
  ({ headers }: RawAnswer) =>
  (name: string): string | null => {
    const value = headers[name.toLowerCase()];
    return value === undefined ? null : String(value);
  };

const linksOf = ({ headers }: RawAnswer): Record<string, string> =>
  Object.fromEntries(
    [...String(headers.link ?? '').matchAll(/<([^<>]*)>; rel="([a-z]+)"/g)].map(([, url = '', relation = '']) => [
      relation,
      url,
    ]),
  );

const pathOf = (url = ''): string => {
  const { pathname, search } = new URL(url);
  return pathname + search;
};

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const LONG = 'Tuyến đường liên xã dài bốn cây số đã thông xe. '.repeat(60);

const COUNT = 6;

/** How public reads behave as HTTP, on a host that is started with these options. */
export const describePublicHttp = (options: StartOptions): void => {
  let app: TestApp;
  let id = '';
  let item = '';

  beforeAll(async () => {
    app = await startApp(options);
    for (let index = 0; index < COUNT; index += 1) {
      const body = [{ __component: 'gazette.html', html: `<p>${LONG}</p>` }];
      id = (await createArticle(app, { title: `Thông xe ${index}`, body }, { status: 'published' })).documentId;
    }
    item = `/api/articles/${id}`;
  });

  afterAll(() => app.stop());

  const get = (target: string, headers: Record<string, string> = {}) => ask(app, target, { headers });

  describe('an ETag', () => {
    it.each([
      ['an item', () => item],
      ['a list', () => '/api/articles'],
      ['a feed', () => '/api/feeds/articles.json'],
    ])('of %s is strong, and another one for each encoding', async (_, target) => {
      const tags = [];
      for (const encoding of ['identity', 'gzip', 'br']) {
        const { status, headers } = await get(target(), { 'Accept-Encoding': encoding });
        expect([status, headers['content-encoding'] ?? 'identity']).toEqual([200, encoding]);
        tags.push(String(headers.etag));
      }
      const [plain = '', gzip, br] = tags;
      expect(plain).toMatch(/^"[A-Za-z0-9_-]+"$/);
      expect(gzip).toBe(`${plain.slice(0, -1)}-gzip"`);
      expect(br).toBe(`${plain.slice(0, -1)}-br"`);
    });

    it('differs between the variants of an item', async () => {
      const targets = [item, `${item}?fields=title`, `${item}?fields=slug`, `${item}?locale=en&fallback=vi`];
      const tags = await Promise.all(targets.map(async (target) => (await get(target)).headers.etag));
      expect(new Set(tags).size).toBe(targets.length);
    });

    it('changes with the content, of the item and of its list, and not otherwise', async () => {
      const tagsOf = async () => [(await get(item)).headers.etag, (await get('/api/articles')).headers.etag];
      const before = await tagsOf();
      await updateArticle(app, id, {});
      expect(await tagsOf()).toEqual(before);
      await updateArticle(app, id, { kicker: `Mới ${Date.now()}` });
      const after = await tagsOf();
      expect(after[0]).not.toBe(before[0]);
      expect(after[1]).not.toBe(before[1]);
    });
  });

  describe('If-None-Match', () => {
    it.each([
      ['an item', () => item],
      ['a list', () => '/api/articles?sort=title'],
      ['a feed', () => '/api/feeds/articles.json'],
    ])('answers 304 for %s', async (_, target) => {
      const first = await get(target(), { 'Accept-Encoding': 'br' });
      const etag = String(first.headers.etag);
      for (const candidate of [etag, `W/${etag}`, '*', `"other", ${etag}`, `"other",W/${etag} , "third"`]) {
        const { status, headers, body } = await get(target(), { 'If-None-Match': candidate, 'Accept-Encoding': 'br' });
        expect([candidate, status, body.length]).toEqual([candidate, 304, 0]);
        for (const name of ['etag', 'cache-control', 'vary', 'surrogate-key', 'link']) {
          expect([name, headers[name]]).toEqual([name, first.headers[name]]);
        }
        expect(headers).not.toHaveProperty('content-encoding');
        expect(headers).not.toHaveProperty('content-type');
      }
    });

    it('answers 200 for another tag, another encoding and after a change', async () => {
      const etag = String((await get(item, { 'Accept-Encoding': 'gzip' })).headers.etag);
      const statusFor = async (headers: Record<string, string>) => (await get(item, headers)).status;
      expect(await statusFor({ 'If-None-Match': '"other"' })).toBe(200);
      expect(await statusFor({ 'If-None-Match': etag })).toBe(200);
      expect(await statusFor({ 'If-None-Match': etag, 'Accept-Encoding': 'br' })).toBe(200);
      expect(await statusFor({ 'If-None-Match': etag.replaceAll('"', ''), 'Accept-Encoding': 'gzip' })).toBe(200);
      expect(await statusFor({ 'If-None-Match': etag, 'Accept-Encoding': 'gzip' })).toBe(304);
      await updateArticle(app, id, { kicker: `Khác ${Date.now()}` });
      expect(await statusFor({ 'If-None-Match': etag, 'Accept-Encoding': 'gzip' })).toBe(200);
    });

    it('makes no 304 of an error', async () => {
      expect((await get('/api/articles/khong-co', { 'If-None-Match': '*' })).status).toBe(404);
    });
  });

  describe('Last-Modified', () => {
    it('is there only once it is over a second old, and answers If-Modified-Since', async () => {
      await updateArticle(app, id, { kicker: `Vừa xong ${Date.now()}` });
      const changed = Date.now();
      const fresh = await get(item);
      expect(Date.now() - changed).toBeLessThan(1_000);
      expect(fresh.headers).not.toHaveProperty('last-modified');
      await pause(1_100);
      const settled = await get(item);
      const modified = String(settled.headers['last-modified']);
      expect(changed - Date.parse(modified)).toBeLessThan(2_500);
      expect(changed).toBeGreaterThanOrEqual(Date.parse(modified));

      const statusFor = async (headers: Record<string, string>) => (await get(item, headers)).status;
      const earlier = new Date(Date.parse(modified) - 1_000).toUTCString();
      expect(await statusFor({ 'If-Modified-Since': modified })).toBe(304);
      expect(await statusFor({ 'If-Modified-Since': earlier })).toBe(200);
      expect(await statusFor({ 'If-Modified-Since': 'yesterday' })).toBe(200);
      expect(await statusFor({ 'If-Modified-Since': modified, 'If-None-Match': '"other"' })).toBe(200);
      expect(await statusFor({ 'If-Modified-Since': earlier, 'If-None-Match': String(settled.headers.etag) })).toBe(
        304,
      );
    });

    it('is left out of lists', async () => {
      expect((await get('/api/articles')).headers).not.toHaveProperty('last-modified');
    });
  });

  describe('compression', () => {
    it.each([
      ['gzip', 'gzip', promisify(gunzip)],
      ['br', 'br', promisify(brotliDecompress)],
      ['gzip, deflate, br', 'br', promisify(brotliDecompress)],
      ['br;q=0.5, gzip', 'gzip', promisify(gunzip)],
      ['GZIP', 'gzip', promisify(gunzip)],
      ['*', 'br', promisify(brotliDecompress)],
    ])('for Accept-Encoding: %s is %s, and gives the same bytes back', async (accepted, encoding, decompress) => {
      const plain = await get(item);
      const packed = await get(item, { 'Accept-Encoding': accepted });
      expect(packed.headers['content-encoding']).toBe(encoding);
      expect(packed.headers['content-length']).toBe(String(packed.body.length));
      expect(packed.body.length).toBeLessThan(plain.body.length);
      expect((await decompress(packed.body)).equals(plain.body)).toBe(true);
    });

    it.each(['', 'identity', 'gzip;q=0, br;q=0', 'deflate', 'zstd'])(
      'is left out for Accept-Encoding: %s',
      async (accepted) => {
        const { headers, body } = await get(item, { 'Accept-Encoding': accepted });
        expect(headers).not.toHaveProperty('content-encoding');
        expect(JSON.parse(body.toString()).data.documentId).toBe(id);
      },
    );

    it('is left out where it would not pay', async () => {
      const { headers } = await get(`${item}?fields=title`, { 'Accept-Encoding': 'br' });
      expect(headers).not.toHaveProperty('content-encoding');
    });
  });

  describe('the headers of an answer', () => {
    it('let shared caches keep it as configured, by tag and encoding', async () => {
      for (const target of [item, '/api/articles', '/api/feeds/articles.json']) {
        const { headers } = await get(target);
        expect(headers['cache-control']).toBe('public, max-age=0, s-maxage=60, stale-while-revalidate=60');
        expect(String(headers['surrogate-key'])).toMatch(/^[\x21-\x7e]+( [\x21-\x7e]+)*$/);
        expect(String(headers['surrogate-key']).split(' ')).toContain('articles');
        expect(headers.vary).toBe('Accept-Encoding');
        expect(headers['x-content-type-options']).toBe('nosniff');
        expect(headers).not.toHaveProperty('set-cookie');
      }
      expect(String((await get(item)).headers['surrogate-key']).split(' ')).toContain(`articles/${id}`);
      expect((await get(item)).headers['content-type']).toBe('application/json; charset=utf-8');
    });

    it('keep errors out of caches', async () => {
      for (const target of ['/api/articles/khong-co', '/api/articles?sort=x', '/api/search']) {
        const { status, headers } = await get(target);
        expect(status).toBeGreaterThanOrEqual(400);
        expect(headers['cache-control']).toBe('no-store');
        expect(headers).not.toHaveProperty('etag');
      }
    });

    it('link to the answer itself', async () => {
      for (const target of [item, '/api/articles?sort=title', '/api/articles?pagination%5BpageSize%5D=2']) {
        expect(linksOf(await get(target)).self).toBe(`http://localhost:1337${target}`);
      }
    });

    it.each([
      'sort=title&pagination[pageSize]=2',
      'sort=title&pagination[page]=1&pagination[pageSize]=2',
      'sort=title&pagination[cursor]=&pagination[pageSize]=2',
      'sort=title&pagination[start]=0&pagination[limit]=2',
      'sort=title&pagination%5Bstart%5D=0&pagination%5Blimit%5D=2&populate=a?b&fields=documentId',
    ])('link to the next page of %s, and following them meets everything once', async (query) => {
      const titles: string[] = [];
      let target: string | null = `/api/articles?${query}`;
      for (let page = 0; target !== null; page += 1) {
        expect(page).toBeLessThan(COUNT);
        const answer: RawAnswer = await get(target);
        expect([target, answer.status]).toEqual([target, 200]);
        const rows: { documentId: string }[] = JSON.parse(answer.body.toString()).data;
        expect(rows.length).toBeLessThanOrEqual(2);
        titles.push(...rows.map(({ documentId }) => documentId));
        const { next } = linksOf(answer);
        target = next === undefined ? null : pathOf(next);
      }
      expect(titles).toHaveLength(COUNT);
      expect(new Set(titles).size).toBe(COUNT);
    });

    it('repeat neither a host nor a link that the request line brings', async () => {
      const targets = ({ headers }: RawAnswer) =>
        [...String(headers.link).matchAll(/<([^<>]*)>/g)].map(([, url]) => url);
      const feeds = ['json', 'atom', 'rss'].map((ending) => `http://localhost:1337/api/feeds/articles.${ending}`);
      const absolute = await get('http://evil.example/api/articles');
      expect([absolute.status, targets(absolute)]).toEqual([200, ['http://localhost:1337/api/articles', ...feeds]]);
      const forged = await get('/api/articles?populate=>;rel="x",<http://evil.example>;rel="next"');
      expect([forged.status, targets(forged)]).toEqual([
        200,
        [expect.stringMatching(/^http:\/\/localhost:1337\/api\/articles\?populate=/), ...feeds],
      ]);
      // Nothing but these four stands between brackets.
      expect(String(forged.headers.link).match(/[<>]/g)).toHaveLength(8);
    });
  });

  describe('a request', () => {
    it.each([
      ['an item', () => item],
      ['a list', () => '/api/articles'],
      ['a feed', () => '/api/feeds/articles.json'],
      ['an item that is not there', () => '/api/articles/khong-co'],
      ['a wrong parameter', () => '/api/articles?sort=x'],
      ['an address that is not built yet', () => '/api/search'],
    ])('with HEAD has the headers of GET and no body, for %s', async (_, target) => {
      for (const encoding of ['identity', 'gzip', 'br']) {
        const headers = { 'Accept-Encoding': encoding };
        const whole = await ask(app, target(), { headers });
        const head = await ask(app, target(), { method: 'HEAD', headers });
        const compared = ({ status, headers: { date: _date, ...others } }: RawAnswer) => ({ status, ...others });
        expect(compared(head)).toEqual(compared(whole));
        expect([head.body.length, head.headers['content-length']]).toEqual([0, String(whole.body.length)]);
      }
    });

    it('with HEAD and If-None-Match is a 304', async () => {
      const { headers } = await get(item);
      const { status } = await ask(app, item, { method: 'HEAD', headers: { 'If-None-Match': String(headers.etag) } });
      expect(status).toBe(304);
    });

    it.each(['POST', 'PUT', 'PATCH', 'DELETE'])('with %s is refused, and told what is allowed', async (method) => {
      for (const target of [item, '/api/articles', '/api/feeds/articles.json']) {
        const { status, headers, body } = await ask(app, target, { method });
        expect([target, status, headers.allow]).toEqual([target, 405, 'GET, HEAD, OPTIONS']);
        expect(JSON.parse(body.toString())).toMatchObject({
          data: null,
          error: { status: 405, name: 'MethodNotAllowedError', details: { allowed: ['GET', 'HEAD', 'OPTIONS'] } },
        });
      }
    });

    it('with OPTIONS is told what is allowed', async () => {
      const { status, headers, body } = await ask(app, item, { method: 'OPTIONS' });
      expect([status, headers.allow, body.length]).toEqual([204, 'GET, HEAD, OPTIONS', 0]);
    });

    it.each(['Bearer nonsense', 'Bearer ', 'Basic YTpi', 'nonsense', `Bearer ${'x'.repeat(4_000)}`])(
      'with Authorization: %s is answered as without it',
      async (authorization) => {
        for (const target of [item, '/api/articles', '/api/feeds/articles.json']) {
          const { status, body, headers } = await get(target, { Authorization: authorization });
          const open = await get(target);
          expect([status, headers.etag]).toEqual([200, open.headers.etag]);
          expect(body.equals(open.body)).toBe(true);
        }
      },
    );

    it('with a token that may do everything still sees no draft', async () => {
      const draft = await createArticle(app, { title: 'Bản nháp' });
      const token = await apiToken(app);
      expect((await get(`/api/articles/${draft.documentId}`, { Authorization: `Bearer ${token}` })).status).toBe(404);
    });
  });

  describe('an address', () => {
    it.each([['/api/preview/articles/abc', '/preview/']])(
      '%s is a 404 that names it until it is built',
      async (target, name) => {
        const { status, body } = await get(target);
        const { data, error } = JSON.parse(body.toString());
        expect([status, data, error.status, error.name]).toEqual([404, null, 404, 'NotFoundError']);
        expect(error.message).toContain(name);
      },
    );

    it('to write to is a 404 that names it until it is built', async () => {
      const { status, body } = await ask(app, '/api/preview/articles/abc', { method: 'POST' });
      expect([status, JSON.parse(body.toString()).error.details.path]).toEqual([404, '/preview/:collection/:id']);
    });

    it('to send a text to wants JSON', async () => {
      const { status, body } = await ask(app, '/api/citations/extract', { method: 'POST' });
      expect([status, JSON.parse(body.toString()).error.name]).toEqual([415, 'UnsupportedMediaTypeError']);
    });

    it.each(['/api/nonsense', '/api/articles/a/b/c', '/api/feeds', '/api//articles'])(
      '%s is a 404 in the same shape',
      async (target) => {
        const { status, body } = await get(target);
        expect([status, JSON.parse(body.toString())]).toMatchObject([
          404,
          { data: null, error: { name: 'NotFoundError' } },
        ]);
      },
    );

    it('may end in a slash', async () => {
      expect((await get('/api/articles/')).status).toBe(200);
    });
  });

  describe('a page of another origin', () => {
    it('may read everything by default, without credentials', async () => {
      for (const target of [item, '/api/articles', '/api/articles/khong-co', '/api/articles?sort=x']) {
        const { headers } = await get(target, { Origin: 'https://anywhere.example' });
        expect(headers['access-control-allow-origin']).toBe('*');
        expect(headers).not.toHaveProperty('access-control-allow-credentials');
        expect(String(headers['access-control-expose-headers'])).toMatch(/ETag.*Link.*Location/);
        expect(headers.vary).toBe('Accept-Encoding');
      }
    });

    it('may ask first', async () => {
      const { status, headers } = await ask(app, item, {
        method: 'OPTIONS',
        headers: {
          Origin: 'https://anywhere.example',
          'Access-Control-Request-Method': 'GET',
          'Access-Control-Request-Headers': 'if-none-match',
        },
      });
      expect(status).toBe(204);
      expect(headers['access-control-allow-methods']).toMatch(/\bGET\b/);
      expect(String(headers['access-control-allow-headers']).toLowerCase()).toContain('if-none-match');
    });
  });
};

/** The same where the host names the origins that may read. */
export const describeListedOrigins = (options: StartOptions): void => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startApp({
      ...options,
      environment: { ...options.environment, CORS_ORIGINS: 'https://www.example.vn,https://m.example.vn' },
    });
  });

  afterAll(() => app.stop());

  const allowedFor = async (origin: string | null, method = 'GET') => {
    const sent: Record<string, string> = origin === null ? {} : { Origin: origin };
    if (method === 'OPTIONS') sent['Access-Control-Request-Method'] = 'GET';
    const { headers } = await ask(app, '/api/articles', { method, headers: sent });
    expect(String(headers.vary).split(/, */)).toContain('Origin');
    return headers['access-control-allow-origin'] ?? null;
  };

  it.each(['https://www.example.vn', 'https://m.example.vn'])('%s may read', async (origin) => {
    expect(await allowedFor(origin)).toBe(origin);
    expect(await allowedFor(origin, 'OPTIONS')).toBe(origin);
  });

  it.each(['https://evil.example', 'https://www.example.vn.evil.example', 'http://www.example.vn', 'null', null])(
    '%s gets the answer without leave to read it',
    async (origin) => {
      expect([null, '']).toContain(await allowedFor(origin));
    },
  );
};
