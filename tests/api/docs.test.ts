import { startApp, type TestApp } from '../support';

describe('GET /api/docs', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.stop());

  const files = async (): Promise<string[]> => {
    const { text } = await app.request.get('/api/docs').expect(200);
    return [...text.matchAll(/(?:src|href)="(docs\/[^"]+)"/g)].map(([, file = '']) => file);
  };

  it('is a page in Vietnamese and English for any screen, of files of this host alone', async () => {
    const { text, headers } = await app.request.get('/api/docs').expect(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(text).toContain('<html lang="vi">');
    expect(text).toMatch(/<title>Tài liệu API.*API documentation<\/title>/);
    expect(text).toMatch(/<meta name="viewport" content="width=device-width/);
    expect(text).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
    // Nothing that a policy would have to allow.
    expect(text).not.toMatch(/<style|style="|<script(?![^>]* src=)| on[a-z]+="/);
    expect((await files()).sort()).toEqual(
      ['index.css', 'start.js', 'swagger-ui-bundle.js', 'swagger-ui.css'].map((name) => `docs/${name}`),
    );
  });

  it('allows itself no more than the policy of Strapi does, and less', async () => {
    const { headers } = await app.request.get('/api/docs').expect(200);
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  it('names its files so that they are found with and without a slash at its end', async () => {
    for (const address of ['/api/docs', '/api/docs/']) {
      const { text } = await app.request.get(address).expect(200);
      const named = [...text.matchAll(/(?:src|href)="([^":]+)"/g)].map(([, file = '']) => file);
      const paths = named.map((file) => new URL(file, `http://localhost${address}`).pathname);
      expect(new Set(paths)).toEqual(
        new Set([
          '/api/openapi.json',
          ...['index.css', 'swagger-ui.css', 'swagger-ui-bundle.js', 'start.js'].map((name) => `/api/docs/${name}`),
        ]),
      );
    }
  });

  it('serves each file with its type, nosniff, ETag, 304, HEAD, and the same bytes compressed', async () => {
    for (const file of ['docs', ...(await files())]) {
      const address = `/api/${file}`;
      const plain = await app.request.get(address).set('Accept-Encoding', 'identity').buffer(true).expect(200);
      const type = file.endsWith('.css') ? 'text/css' : file.endsWith('.js') ? 'text/javascript' : 'text/html';
      expect(plain.headers['content-type']).toBe(`${type}; charset=utf-8`);
      expect(plain.headers['x-content-type-options']).toBe('nosniff');
      expect(plain.headers['cache-control']).toMatch(/^public, max-age=0/);
      expect(plain.headers.etag).toMatch(/^"[\w-]+"$/);
      const head = await app.request.head(address).set('Accept-Encoding', 'identity').expect(200);
      expect([head.headers.etag, head.headers['content-length']]).toEqual([
        plain.headers.etag,
        plain.headers['content-length'],
      ]);
      for (const encoding of ['identity', 'gzip', 'br']) {
        const { headers } = await app.request.head(address).set('Accept-Encoding', encoding).expect(200);
        await app.request
          .get(address)
          .set({ 'Accept-Encoding': encoding, 'If-None-Match': String(headers.etag) })
          .expect(304);
      }
    }
  });

  it('keeps the large script well compressed', async () => {
    const address = '/api/docs/swagger-ui-bundle.js';
    const sizes: Record<string, number> = {};
    for (const encoding of ['identity', 'gzip', 'br']) {
      const { headers } = await app.request.head(address).set('Accept-Encoding', encoding).expect(200);
      sizes[encoding] = Number(headers['content-length']);
    }
    expect(sizes.br).toBeLessThan((sizes.identity ?? 0) / 4);
    expect(sizes.gzip).toBeLessThan((sizes.identity ?? 0) / 3);
    const texts = await Promise.all(
      Object.keys(sizes).map(async (encoding) =>
        (await fetch(app.url + address, { headers: { 'Accept-Encoding': encoding } })).text(),
      ),
    );
    expect(new Set(texts).size).toBe(1);
    expect(texts[0]).toContain('SwaggerUIBundle');
    expect(texts[0]).not.toContain('sourceMappingURL');
  });

  it('serves nothing else of the library or of the disk', async () => {
    for (const name of [
      'package.json',
      'swagger-ui-bundle.js.map',
      'constructor',
      '..%2fpackage.json',
      '%2fetc%2fpasswd',
    ]) {
      const { body } = await app.request.get(`/api/docs/${name}`).expect(404);
      expect(body.error.details.allowed).toContain('swagger-ui.css');
    }
  });

  it('refuses parameters and other methods', async () => {
    const { body } = await app.request.get('/api/docs?url=https://evil.example/x.json').expect(400);
    expect(body.error.details.errors[0].path).toEqual(['url']);
    await app.request.get('/api/docs/start.js?v=1').expect(400);
    const { headers } = await app.request.post('/api/docs').expect(405);
    expect(headers.allow).toBe('GET, HEAD, OPTIONS');
  });
});
