import type { Browser, Page } from 'playwright-core';
import { createAdmin, startApp, type TestApp } from '../support';
import { openAdmin, startBrowser } from './open-admin';

const ARTICLES = 'plugin::gazette.article';

describe('an editorial role in the admin', () => {
  let app: TestApp;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    // The roles as a first start makes them: at the next one Strapi itself mends a part of what may be wrong with them.
    app = await startApp({ emptyDatabase: true });
    browser = await startBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await app?.stop();
  });

  const field = (name: string) => page.locator(`[name="${name}"]`);

  const save = async (): Promise<void> => {
    const answered = page.waitForResponse(
      (response) => response.url().includes(ARTICLES) && ['POST', 'PUT'].includes(response.request().method()),
    );
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    expect((await answered).status()).toBeLessThan(300);
  };

  const stored = async (title: string) =>
    app.strapi.documents(ARTICLES).findFirst({ filters: { title }, populate: ['cover', 'seo'] });

  it.each(['gazette-writer', 'gazette-editor', 'gazette-publisher'])(
    '%s fills in components of a new article, and changes them later',
    async (role) => {
      page = await openAdmin(browser, app, await createAdmin(app, role));
      const title = `Bài của ${role}`;
      // With its language, which the admin would add a moment later, and begin the form again.
      await page.goto(`${app.url}/admin/content-manager/collection-types/${ARTICLES}/create?plugins[i18n][locale]=vi`);
      await field('title').fill(title);
      expect(await page.getByText('Không có quyền xem trường này').count()).toBe(0);
      await page
        .getByRole('button', { name: /nhấn để thêm/i })
        .first()
        .click();
      await field('cover.caption').fill('Chờ ảnh.');
      await save();
      expect(await stored(title)).toMatchObject({ cover: { caption: 'Chờ ảnh.' } });

      await page.waitForURL((address) => !address.pathname.endsWith('/create'));
      await field('cover.credit').fill('Ảnh: Lan Nguyễn');
      await save();
      expect(await stored(title)).toMatchObject({ cover: { caption: 'Chờ ảnh.', credit: 'Ảnh: Lan Nguyễn' } });
      await page.context().close();
    },
  );
});
