import type { Browser, Page } from 'playwright-core';
import { createAdmin, createArticle, startApp, type Administrator, type TestApp } from '../support';
import { openAdmin, startBrowser } from './open-admin';

const ARTICLES = 'plugin::gazette.article';
const IDLE_SECONDS = 20;

describe('an editor who does nothing for a while', () => {
  let app: TestApp;
  let browser: Browser;
  let editor: Administrator;
  let page: Page;

  beforeAll(async () => {
    app = await startApp({ environment: { EDITOR_IDLE_SECONDS: String(IDLE_SECONDS), IDLE_WARN_SECONDS: '8' } });
    browser = await startBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await app?.stop();
  });

  beforeEach(async () => {
    editor = await createAdmin(app);
  });

  afterEach(() => page?.context().close());

  const dialog = (on: Page) => on.getByRole('alertdialog', { name: 'Bạn vẫn còn đang làm việc chứ?' });
  const ended = (on: Page) => on.getByRole('alertdialog', { name: 'Bạn đã được đăng xuất' });
  const stay = (on: Page) => dialog(on).getByRole('button', { name: 'Tiếp tục làm việc' });
  const lead = (on: Page) => on.locator('textarea[name=lead]');

  const openArticle = async (on: Page, documentId: string): Promise<void> => {
    await on.goto(
      `${app.url}/admin/content-manager/collection-types/${ARTICLES}/${documentId}?plugins[i18n][locale]=vi`,
    );
    await lead(on).waitFor();
  };

  const signInAgain = async (on: Page, password = editor.password): Promise<void> => {
    await on.waitForURL(/\/admin\/auth\/login/);
    await ended(on).getByRole('button', { name: 'Đóng' }).click();
    await on.fill('input[name=email]', editor.email);
    await on.fill('input[name=password]', password);
    await on.click('button[type=submit]');
    await on.waitForURL((address) => !address.pathname.startsWith('/admin/auth'));
  };

  it('sees a countdown, and stays signed in on the server with one click', async () => {
    page = await openAdmin(browser, app, editor);
    await dialog(page).waitFor({ timeout: 30_000 });
    expect(await dialog(page).innerText()).toMatch(/đăng xuất sau \d+ giây/);
    const kept = page.waitForResponse((answer) => answer.url().endsWith('/idle-timeout/session/keep-alive'));
    await stay(page).click();
    expect((await (await kept).json()).data.remainingSeconds).toBe(IDLE_SECONDS);
    await dialog(page).waitFor({ state: 'hidden' });
    await page.waitForTimeout(4_000);
    await page.reload();
    await page.getByRole('navigation').first().waitFor();
    expect(page.url()).not.toContain('/auth/login');
  });

  it('has the same in English', async () => {
    page = await openAdmin(browser, app, editor, 'en');
    const english = page.getByRole('alertdialog', { name: 'Are you still there?' });
    await english.waitFor({ timeout: 30_000 });
    await english.getByRole('button', { name: 'Stay signed in' }).click();
    await english.waitFor({ state: 'hidden' });
  });

  it('in one tab, but works in another, is left alone', async () => {
    page = await openAdmin(browser, app, editor);
    const other = await page.context().newPage();
    const { documentId } = await createArticle(app, { title: 'Hai thẻ' });
    await openArticle(other, documentId);
    if (await dialog(other).isVisible()) await stay(other).click();
    await lead(other).press('End');
    await dialog(page).waitFor({ state: 'hidden' });
    for (let second = 0; second < IDLE_SECONDS + 6; second += 1) {
      await other.keyboard.type('a');
      await other.waitForTimeout(1_000);
      expect(await dialog(page).count()).toBe(0);
    }
    expect((await lead(other).inputValue()).length).toBeGreaterThan(IDLE_SECONDS);
  });

  it('is signed out by the server, not only by the page, and gets back what was typed', async () => {
    page = await openAdmin(browser, app, editor);
    const { documentId } = await createArticle(app, { title: 'Chưa lưu' });
    await openArticle(page, documentId);
    await lead(page).fill('Lời dẫn đang viết dở.');
    await dialog(page).waitFor({ timeout: 40_000 });
    await dialog(page).waitFor({ state: 'hidden', timeout: 20_000 });

    // Strapi asks first, because the form has unsaved text.
    const question = page.getByRole('alertdialog', { name: 'Phiên làm việc đã kết thúc' });
    await question.waitFor();
    expect(await question.innerText()).toContain('được giữ lại trên trình duyệt này');
    await question.getByRole('button', { name: 'Xác nhận' }).click();
    await signInAgain(page);

    await openArticle(page, documentId);
    expect(await lead(page).inputValue()).not.toBe('Lời dẫn đang viết dở.');
    await page.getByRole('button', { name: 'Khôi phục nội dung đã nhập' }).click();
    expect(await lead(page).inputValue()).toBe('Lời dẫn đang viết dở.');
    const saved = page.waitForResponse((answer) => answer.request().method() === 'PUT' && answer.status() === 200);
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await saved;
    const stored = await app.strapi.documents(ARTICLES).findOne({ documentId, locale: 'vi' });
    expect(stored?.lead).toBe('Lời dẫn đang viết dở.');

    await openArticle(page, documentId);
    expect(await page.getByRole('button', { name: 'Khôi phục nội dung đã nhập' }).count()).toBe(0);
  });

  it('is refused by the server even where the page does nothing about it', async () => {
    const { body } = await app.request.post('/admin/login').send({ email: editor.email, password: editor.password });
    const me = () => app.request.get('/admin/users/me').set('Authorization', `Bearer ${body.data.token}`);
    await me().expect(200);
    await new Promise((resolve) => setTimeout(resolve, (IDLE_SECONDS + 1) * 1000));
    expect((await me().expect(401)).body.error.details).toEqual({ reason: 'idle' });
    page = await openAdmin(browser, app, editor);
  });
});
