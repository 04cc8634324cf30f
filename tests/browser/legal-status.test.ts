import type { Browser, Page } from 'playwright-core';
import { createRegister, type TestRegister } from '../api/register';
import { createAdmin, startApp, type TestApp } from '../support';
import { openAdmin, startBrowser } from './open-admin';

describe('the legal status beside a document', () => {
  let app: TestApp;
  let browser: Browser;
  let page: Page;
  let register: TestRegister;
  let first: string;

  beforeAll(async () => {
    app = await startApp();
    register = await createRegister(app);
    first = await register.document('10-KL/TW', {}, { collection: 'resolutions' });
    await register.document('11-KL/TW', { relations: [{ type: 'repeals', targetSymbol: '10-KL/TW' }] });
    browser = await startBrowser();
    page = await openAdmin(browser, app, await createAdmin(app));
  });
  afterAll(async () => {
    await browser?.close();
    await app?.stop();
  });

  const open = async (type: string, documentId: string) => {
    await page.goto(`${app.url}/admin/content-manager/collection-types/plugin::gazette.${type}/${documentId}`);
    const panel = page.getByRole('complementary').filter({ hasText: 'Tình trạng hiệu lực' }).last();
    await panel.waitFor();
    return panel;
  };

  it('says what is in force, and leads to what ended it', async () => {
    const panel = await open('resolution', first);
    await panel.getByText('Hết hiệu lực toàn bộ').waitFor();
    if (process.env.SCREENSHOTS) await page.screenshot({ path: `${process.env.SCREENSHOTS}/legal-status.png` });
    expect(await panel.getByText('Cần kiểm tra').count()).toBe(0);
    const [opened] = await Promise.all([
      page.context().waitForEvent('page'),
      panel.getByRole('link', { name: '11-KL/TW' }).click(),
    ]);
    await opened.waitForURL(/plugin::gazette\.directive/);
    await opened.close();
  });

  it('names what contradicts itself as soon as it is published', async () => {
    await register.update(first, { relations: [{ type: 'repeals', targetSymbol: '11-KL/TW' }] }, 'resolutions');
    const panel = await open('resolution', first);
    await panel.getByText('Cần kiểm tra').waitFor();
    await panel.getByText(/thay thế hoặc bãi bỏ lẫn nhau thành vòng/).waitFor();
    if (process.env.SCREENSHOTS) await page.screenshot({ path: `${process.env.SCREENSHOTS}/circle.png` });
  });

  it('waits for publication', async () => {
    const draft = await register.document('30-KL/TW', {}, { status: 'draft' });
    const panel = await open('directive', draft);
    await panel.getByText(/chưa được công bố/).waitFor();
  });
});
