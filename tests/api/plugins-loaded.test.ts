import { startApp, type TestApp } from '../support';

describe('the plugins of the bundle', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startApp();
  });

  afterAll(() => app.stop());

  // Strapi skips a plugin that is not built, or exports its parts under other names, in silence.
  it.each(['delivery', 'feeds', 'ratings', 'gazette', 'idle-timeout'])('%s is loaded', (name) => {
    expect(Object.keys(app.strapi.plugins)).toContain(name);
  });

  it('answers over HTTP', async () => {
    const { body } = await app.request.get('/api/articles').expect(200);
    expect(body.items ?? body.data).toEqual([]);
  });
});
