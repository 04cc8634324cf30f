import type { Browser, Page } from 'playwright-core';
import { createAdmin, startApp, type TestApp } from '../support';
import { openAdmin, startBrowser } from './open-admin';

const ARTICLES = 'plugin::gazette.article';

describe('an editor in the admin', () => {
  let app: TestApp;
  let browser: Browser;
  let page: Page;

  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const openEmptyArticle = async () => {
    await page.goto(`${app.url}/admin/content-manager/collection-types/${ARTICLES}/create`);
    await page.locator('input[name=title]').waitFor();
  };
  /** Clicks a button that saves, and waits for the answer of the server. */
  const send = async (name: string, path: RegExp) => {
    const answered = page.waitForResponse(
      (response) => path.test(response.url()) && response.request().method() !== 'GET',
    );
    await button(name).click();
    expect((await answered).status()).toBeLessThan(300);
  };
  const documentId = () => new URL(page.url()).pathname.split('/').pop();

  beforeAll(async () => {
    app = await startApp();
    browser = await startBrowser();
    page = await openAdmin(browser, app, await createAdmin(app));
  });

  afterAll(async () => {
    await browser?.close();
    await app?.stop();
  });

  it('finds every type of content under its Vietnamese name', async () => {
    await page.goto(`${app.url}/admin/content-manager/collection-types/${ARTICLES}`);
    await page.getByRole('heading', { name: 'Bài viết' }).waitFor();
    const text = await page
      .locator('nav')
      .allInnerTexts()
      .then((texts) => texts.join('\n'));
    for (const name of [
      'Bài viết',
      'Văn bản chỉ đạo',
      'Nghị quyết',
      'Cơ quan ban hành',
      'Chuyên mục',
      'Dòng sự kiện',
      'Thẻ',
      'Tác giả',
      'Trang tĩnh',
      'Trang chủ và liên hệ',
    ]) {
      expect(text).toContain(name);
    }
  });

  it('publishes an article that the API and the feed have at the next request', async () => {
    await openEmptyArticle();
    await page.fill('input[name=title]', 'Đường Hoà mở hội xuân');
    await page.fill('textarea[name=lead]', 'Hội mở từ sáng mùng bảy.');
    await send('Xuất bản', /actions\/publish/);
    const { body } = await app.request.get('/api/articles/duong-hoa-mo-hoi-xuan').expect(200);
    expect(body.data).toMatchObject({ title: 'Đường Hoà mở hội xuân', lead: 'Hội mở từ sáng mùng bảy.' });
    const feed = await app.request.get('/api/feeds/articles.json').expect(200);
    expect(JSON.parse(feed.text).items[0].title).toBe('Đường Hoà mở hội xuân');
  });

  it('changes the address of the article, and readers are sent on', async () => {
    await page.waitForURL((address) => !address.pathname.endsWith('/create'));
    await page.locator('input[name=slug]').fill('hoi-xuan-duong-hoa');
    await send('Xuất bản', /actions\/publish/);
    const moved = await app.request.get('/api/articles/duong-hoa-mo-hoi-xuan?fields=title').expect(301);
    expect(moved.headers.location).toBe('/api/articles/hoi-xuan-duong-hoa?fields=title');
  });

  it('takes the article back, and its addresses say that it is gone', async () => {
    const id = documentId();
    await page.reload();
    await page.locator('input[name=title]').waitFor();
    await button('Thao tác khác với mục').last().click();
    await page.getByRole('menuitem', { name: 'Gỡ xuất bản', exact: true }).click();
    const confirm = page.getByRole('button', { name: 'Xác nhận', exact: true });
    if ((await confirm.count()) > 0) await confirm.click();
    const deadline = Date.now() + 10_000;
    let status = 0;
    while (status !== 410 && Date.now() < deadline) {
      status = (await app.request.get(`/api/articles/${id}`)).status;
    }
    expect(status).toBe(410);
    await app.request.get('/api/articles/hoi-xuan-duong-hoa').expect(410);
  });

  it('is told in Vietnamese, at the field, what is wrong, and keeps what was typed', async () => {
    await page.goto(`${app.url}/admin/content-manager/collection-types/plugin::gazette.directive/create`);
    await page.locator('input[name=symbol]').fill('mười hai');
    await page.locator('textarea[name=title]').fill('Về việc thử nghiệm');
    await button('Lưu').click();
    await page.getByText('không đọc được').first().waitFor();
    expect(await page.locator('input[name=symbol]').inputValue()).toBe('mười hai');
  });
});
