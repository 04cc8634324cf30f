import { serveApp, type ServedApp } from './serve-app';

describe('the built application as a process of its own', () => {
  let app: ServedApp;

  beforeAll(async () => {
    app = await serveApp();
    await app.whenServing();
  });

  afterAll(() => app.stop());

  it.each([
    ['/admin', 'text/html'],
    ['/api/articles', 'application/json'],
    ['/api/feeds/articles.json', 'application/feed+json'],
  ])('answers %s with %s', async (path, type) => {
    const response = await fetch(`${app.url}${path}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain(type);
    const text = await response.text();
    if (type.endsWith('json')) expect(() => JSON.parse(text)).not.toThrow();
  });

  it('ends with code 0 when it is told to', async () => {
    expect(await app.stop()).toBe(0);
  });
});
