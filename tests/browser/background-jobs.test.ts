import type { Browser } from 'playwright-core';
import { createAdmin, startApp, type TestApp } from '../support';
import { openAdmin, startBrowser } from './open-admin';

interface JobService {
  stop(): Promise<void>;
  start(): void;
  rebuildLater(definitions: unknown[]): Promise<void>;
}

describe("the widget of background jobs on the admin's first page", () => {
  let app: TestApp;
  let browser: Browser;

  beforeAll(async () => {
    app = await startApp();
    browser = await startBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await app?.stop();
  });

  it('shows in Vietnamese what is going on, and that it is done', async () => {
    const delivery = app.strapi.plugin('delivery');
    const jobs = delivery.service<JobService>('jobs');
    const { byUid } = delivery.service<{ byUid(uid: string): unknown }>('collections');
    for (const name of ['Một', 'Hai', 'Ba'])
      await app.strapi.documents('plugin::gazette.topic').create({ data: { name } });
    await jobs.stop();
    await jobs.rebuildLater([byUid('plugin::gazette.topic')]);

    const page = await openAdmin(browser, app, await createAdmin(app));
    await page.getByText('Việc chạy nền').waitFor();
    const line = page.locator('li', { hasText: 'Dựng lại toàn bộ “Chuyên mục”' });
    await line.getByText('0 trên 3 · đang chạy').waitFor();
    if (process.env.GAZETTE_SCREENSHOT) await page.screenshot({ path: process.env.GAZETTE_SCREENSHOT });
    jobs.start();
    await line.getByText('3 trên 3 · đã xong').waitFor();
  });
});
