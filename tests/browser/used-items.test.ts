import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { createAdmin, createArticle, startApp, type TestApp } from '../support';
import { ROOT } from '../support/environment';
import { openAdmin, startBrowser } from './open-admin';

const PICTURE = path.join(ROOT, 'database/sample/images/bridge.jpg');

describe('deleting what is in use', () => {
  let app: TestApp;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    app = await startApp();
    browser = await startBrowser();
    const administrator = await createAdmin(app);
    page = await openAdmin(browser, app, administrator);

    const topic = await app.strapi.documents('plugin::gazette.topic').create({ data: { name: 'Giao thông' } });
    const { body } = await app.request
      .post('/upload')
      .set('Authorization', `Bearer ${administrator.jwt}`)
      .attach('files', await readFile(PICTURE), 'cau.jpg')
      .expect(201);
    await createArticle(app, {
      title: 'Thông xe cầu mới',
      topics: [topic.documentId],
      cover: { image: body[0].id, alternativeText: 'Cây cầu' },
    });
  });

  afterAll(async () => {
    await browser?.close();
    await app?.stop();
  });

  const uses = () => page.getByRole('dialog').filter({ hasText: 'Không xoá được vì đang được dùng' });

  const closeUses = async (): Promise<void> => {
    await uses().getByRole('button', { name: 'Đóng', exact: true }).last().click();
    await uses().waitFor({ state: 'detached' });
  };

  it('of a topic is refused with a list that stays, and leads to what uses it', async () => {
    await page.goto(`${app.url}/admin/content-manager/collection-types/plugin::gazette.topic`);
    const row = page.getByRole('row').filter({ hasText: 'Giao thông' });
    await row.getByRole('button').last().click();
    await page.getByRole('menuitem', { name: 'Xóa mục' }).click();
    await page.getByRole('button', { name: 'Xác nhận', exact: true }).click();
    await uses().getByRole('link', { name: 'Thông xe cầu mới' }).waitFor();

    const [opened] = await Promise.all([page.context().waitForEvent('page'), uses().getByRole('link').first().click()]);
    await opened.locator('input[name=title]').waitFor();
    expect(await opened.inputValue('input[name=title]')).toBe('Thông xe cầu mới');
    await opened.close();
    await closeUses();
  });

  it('of a file in the media library is refused with the same list', async () => {
    await page.goto(`${app.url}/admin/plugins/upload`);
    await page.getByRole('checkbox', { name: /cau\.jpg/ }).click();
    await page.getByRole('button', { name: 'Xóa', exact: true }).click();
    await page.getByRole('button', { name: 'Xác nhận', exact: true }).click();
    await uses().getByRole('link', { name: 'Thông xe cầu mới' }).waitFor();
    await closeUses();
    expect(await app.strapi.db.query('plugin::upload.file').count({})).toBe(1);
  });
});
