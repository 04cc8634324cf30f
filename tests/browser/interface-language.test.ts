import type { Browser } from 'playwright-core';
import { createAdmin, startApp, type TestApp } from '../support';
import { openAdmin, startBrowser } from './open-admin';

describe('the language chosen on the login page', () => {
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

  it.each(['vi', 'en'] as const)('goes with every request, for the server to answer in it: %s', async (language) => {
    const page = await openAdmin(browser, app, await createAdmin(app), language);
    const asked = page.waitForRequest((request) => request.url().includes('/content-manager/collection-types/'));
    await page.goto(`${app.url}/admin/content-manager/collection-types/plugin::gazette.tag`);
    const { cookie = '' } = await (await asked).allHeaders();
    expect(cookie.split('; ')).toContain(`gazette-language=${language}`);
    await page.context().close();
  });
});
