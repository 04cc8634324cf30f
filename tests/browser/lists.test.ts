import type { Browser, Page } from 'playwright-core';
import { createAdmin, startApp, type TestApp } from '../support';
import { openAdmin, startBrowser } from './open-admin';

const DIRECTIVES = 'plugin::gazette.directive';

describe('the list of documents in the admin', () => {
  let app: TestApp;
  let browser: Browser;

  beforeAll(async () => {
    app = await startApp();
    browser = await startBrowser();
    const issuer = await app.strapi
      .documents('plugin::gazette.issuer')
      .create({ data: { name: 'Huyện uỷ', code: 'HU' } });
    await app.strapi.documents(DIRECTIVES).create({
      locale: 'vi',
      data: {
        symbol: '57-KL/HU',
        kind: 'conclusion',
        title: 'Về công tác tháng Giêng',
        issuedOn: '2024-01-15',
        issuer: issuer.documentId,
      },
    });
  });

  afterAll(async () => {
    await browser?.close();
    await app?.stop();
  });

  const openList = async (page: Page): Promise<void> => {
    await page.goto(`${app.url}/admin/content-manager/collection-types/${DIRECTIVES}?plugins[i18n][locale]=vi`);
    await page.getByRole('row').filter({ hasText: '57-KL/HU' }).waitFor();
  };

  const VIETNAMESE = {
    kind: 'Kết luận',
    filters: 'Bộ lọc',
    columns: /hiển thị/i,
    fields: ['Độ mật', 'Có hiệu lực từ'],
  };
  const ENGLISH = {
    kind: 'Conclusion',
    filters: 'Filters',
    columns: /settings/i,
    fields: ['Classification', 'Effective from'],
  };

  it.each([
    ['vi' as const, VIETNAMESE],
    ['en' as const, ENGLISH],
  ])('names choices, filters and columns in the language of the admin: %s', async (language, labels) => {
    const page = await openAdmin(browser, app, await createAdmin(app), language);
    await openList(page);
    expect(await page.getByRole('row').filter({ hasText: '57-KL/HU' }).innerText()).toContain(labels.kind);

    await page.getByRole('button', { name: labels.filters, exact: true }).click();
    await page.getByRole('dialog').getByRole('combobox').first().click();
    const offered = await page.getByRole('option').allInnerTexts();
    expect(offered).toEqual(expect.arrayContaining(labels.fields));
    expect(offered.filter((name) => /^[a-z]+([A-Z][a-z]+)*$/.test(name))).toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: labels.columns }).click();
    const columns = await page.locator('fieldset').innerText();
    expect(labels.fields.filter((name) => !columns.includes(name))).toEqual([]);
    await page.context().close();
  });
});
