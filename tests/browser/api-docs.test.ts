import type { Page } from 'playwright-core';
import { readerPage, startReader, type ReaderSite } from './reader';

describe('the page of the API', () => {
  let site: ReaderSite;
  let page: Page;
  let faults: string[];
  let hosts: Set<string>;

  beforeAll(async () => {
    site = await startReader({ SAMPLE_CONTENT: 'false' });
  });
  afterAll(() => site.stop());

  const open = async (width: number, path = '/api/docs') => {
    ({ page, faults } = await readerPage(site, { viewport: { width, height: 900 } }));
    hosts = new Set();
    page.on('request', (request) => {
      if (!request.url().startsWith('data:')) hosts.add(new URL(request.url()).origin);
    });
    await page.goto(site.app.url + path);
    await page.locator('.opblock').first().waitFor();
  };
  afterEach(async () => {
    expect(faults).toEqual([]);
    expect([...hosts]).toEqual([site.app.url]);
    await page.context().close();
  });

  it('shows the operations and tries one out on this host, without leave for anything inline', async () => {
    await open(1_200);
    const { paths } = JSON.parse((await site.app.request.get('/api/openapi.json').expect(200)).text);
    const operations = Object.values<object>(paths).flatMap((methods) => Object.keys(methods));
    await page
      .locator('.opblock')
      .nth(operations.length - 1)
      .waitFor();
    expect(await page.locator('.opblock').count()).toBe(operations.length);
    const operation = page.locator('.opblock', { has: page.locator('[data-path="/api/sitemap.xml"]') });
    await operation.locator('.opblock-summary-control').click();
    await operation.getByRole('button', { name: 'Try it out' }).click();
    const answer = page.waitForResponse((response) => response.url().endsWith('/api/sitemap.xml'));
    await operation.getByRole('button', { name: 'Execute' }).click();
    expect((await answer).status()).toBe(200);
    await operation.locator('.live-responses-table').getByText('sitemapindex').first().waitFor();
  });

  it('fits a phone, also below an address that ends in a slash', async () => {
    await open(390, '/api/docs/');
    await page.locator('.opblock-summary-control').first().click();
    await page.locator('.opblock-body').waitFor();
    // Swagger UI's table of parameters is a pixel wider than its frame.
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThan(395);
    expect(await page.evaluate('document.documentElement.lang')).toBe('vi');
    expect(await page.title()).toMatch(/Tài liệu API.*API documentation/);
  });
});
