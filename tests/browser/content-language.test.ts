import type { Browser, Page } from 'playwright-core';
import { createAdmin, createArticle, startApp, type TestApp } from '../support';
import { openAdmin, startBrowser } from './open-admin';

const ARTICLES = 'plugin::gazette.article';
const DIRECTIVES = 'plugin::gazette.directive';

describe('an editor whose content language is English', () => {
  let app: TestApp;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    app = await startApp();
    browser = await startBrowser();
    page = await openAdmin(browser, app, await createAdmin(app));
    await app.strapi.documents('plugin::gazette.issuer').create({ data: { name: 'Uỷ ban nhân dân xã', code: 'UBND' } });
    // What the admin itself keeps after English was chosen in a list.
    await page.evaluate(`localStorage.setItem('STRAPI_LOCALE', '{"plugins":{"i18n":{"locale":"en"}}}')`);
  });

  afterAll(async () => {
    await browser?.close();
    await app?.stop();
  });

  const field = (name: string) => page.locator(`[name="${name}"]`);
  const combobox = (name: string) => page.getByRole('combobox', { name: new RegExp(`^${name}`) });
  const addressOf = (uid: string, id: string) => `${app.url}/admin/content-manager/collection-types/${uid}/${id}`;

  const save = async (): Promise<void> => {
    const answered = page.waitForResponse(
      (response) =>
        response.url().includes('/collection-types/') && ['POST', 'PUT'].includes(response.request().method()),
    );
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    expect((await answered).status()).toBeLessThan(300);
  };

  it('makes a document with all that is shared between languages, and goes on changing it', async () => {
    await page.goto(addressOf(DIRECTIVES, 'create'));
    await field('symbol').waitFor();
    await page.waitForURL((address) => address.searchParams.get('plugins[i18n][locale]') === 'en');
    await field('symbol').fill('12/KH-UBND');
    await field('title').fill('A plan for the dry season');
    await combobox('Loại văn bản').click();
    await page.getByRole('option', { name: 'Kế hoạch', exact: true }).click();
    await field('issuedOn').fill('15/01/2024');
    await field('issuedOn').press('Tab');
    await combobox('Cơ quan ban hành').click();
    await page.getByRole('option', { name: 'Uỷ ban nhân dân xã' }).click();
    await save();

    await page.waitForURL((address) => !address.pathname.endsWith('/create'));
    await field('symbol').waitFor();
    await field('symbol').fill('13/KH-UBND');
    await save();
    const documentId = new URL(page.url()).pathname.split('/').pop();
    const made = await app.strapi.documents(DIRECTIVES).findOne({ documentId, locale: 'en', populate: ['issuer'] });
    expect(made).toMatchObject({ symbol: '13/KH-UBND', kind: 'plan', issuer: { name: 'Uỷ ban nhân dân xã' } });
  });

  it('finds the shared fields read-only where the document exists in the main language', async () => {
    const { documentId } = await createArticle(app, { title: 'Có bản tiếng Việt' });
    await page.goto(addressOf(ARTICLES, `${documentId}?plugins[i18n][locale]=vi`));
    await field('title').waitFor();
    expect(await combobox('Loại cập nhật').isDisabled()).toBe(false);

    await page.goto(addressOf(ARTICLES, `${documentId}?plugins[i18n][locale]=en`));
    await field('title').waitFor();
    expect(await combobox('Loại cập nhật').isDisabled()).toBe(true);
    expect(await page.getByText('Lấy từ bản ngôn ngữ mặc định, chỉ đọc.').count()).toBeGreaterThan(0);
    expect(await field('title').isDisabled()).toBe(false);
  });
});
