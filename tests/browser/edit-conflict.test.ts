import type { Browser, Page } from 'playwright-core';
import { createAdmin, createArticle, startApp, updateArticle, type TestApp } from '../support';
import { openAdmin, startBrowser } from './open-admin';

const ARTICLES = 'plugin::gazette.article';

describe('two editors who change the same article', () => {
  let app: TestApp;
  let browser: Browser;
  let lan: Page;
  let minh: Page;

  const signIn = async (firstname: string, lastname: string): Promise<Page> => {
    const editor = await createAdmin(app);
    await app.strapi.db.query('admin::user').update({ where: { id: editor.id }, data: { firstname, lastname } });
    return openAdmin(browser, app, editor);
  };

  beforeAll(async () => {
    app = await startApp();
    browser = await startBrowser();
    lan = await signIn('Lan', 'Nguyễn');
    minh = await signIn('Minh', 'Trần');
  });

  afterAll(async () => {
    await browser?.close();
    await app?.stop();
  });

  const lead = (page: Page) => page.locator('textarea[name=lead]');
  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
  const notice = (page: Page) => page.getByRole('alert').filter({ has: button(page, 'Giữ bản của tôi') });

  const answer = (page: Page, status: number, method: string) =>
    page.waitForResponse((response) => response.status() === status && response.request().method() === method);

  const open = async (page: Page, documentId: string, locale = 'vi'): Promise<void> => {
    const address = `${app.url}/admin/content-manager/collection-types/${ARTICLES}/${documentId}`;
    await page.goto(`${address}?plugins[i18n][locale]=${locale}`);
    await lead(page).waitFor();
  };

  /** Clicks a button that saves, and waits until the form has what the server answered and the version that is stored. */
  const send = async (page: Page, name: 'Lưu' | 'Xuất bản', status: 200 | 409): Promise<void> => {
    const saved = answer(page, status, name === 'Lưu' ? 'PUT' : 'POST');
    const reread = saved.then(() => page.waitForResponse((response) => /article\/[a-z0-9]+\?/.test(response.url())));
    await button(page, name).click();
    await reread;
    await (status === 409 ? notice(page).waitFor() : notice(page).waitFor({ state: 'hidden' }));
  };

  /** Lan saves after Minh has opened the same article. */
  const bothEdit = async (title: string): Promise<string> => {
    const { documentId } = await createArticle(app, { title });
    await open(minh, documentId);
    await open(lan, documentId);
    await lead(lan).fill('Lời của Lan.');
    await send(lan, 'Lưu', 200);
    return documentId;
  };

  const storedLead = async (documentId: string) => {
    const article = await app.strapi.documents(ARTICLES).findOne({ documentId, locale: 'vi' });
    return article?.lead;
  };

  it.each(['Lưu', 'Xuất bản'] as const)('keep everything on the screen when "%s" comes too late', async (name) => {
    const documentId = await bothEdit(`Muộn: ${name}`);
    await minh.fill('input[name=title]', 'Tiêu đề của Minh');
    await lead(minh).fill('Lời của Minh.');
    await send(minh, name, 409);

    expect(await lead(minh).inputValue()).toBe('Lời của Minh.');
    expect(await minh.inputValue('input[name=title]')).toBe('Tiêu đề của Minh');
    expect(await notice(minh).innerText()).toContain('Lan Nguyễn');
    expect(await storedLead(documentId)).toBe('Lời của Lan.');
  });

  it('can put their own version over the stored one, and publish it', async () => {
    const documentId = await bothEdit('Giữ bản của mình');
    await lead(minh).fill('Lời của Minh.');
    await send(minh, 'Lưu', 409);
    await button(minh, 'Giữ bản của tôi').click();
    await send(minh, 'Lưu', 200);
    expect(await storedLead(documentId)).toBe('Lời của Minh.');

    await send(minh, 'Xuất bản', 200);
    const { body } = await app.request.get(`/api/articles/${documentId}`).expect(200);
    expect(body.data.lead).toBe('Lời của Minh.');
  });

  it('are told again when the article is saved once more before they decide', async () => {
    const documentId = await bothEdit('Hai lần liền');
    await lead(minh).fill('Lời của Minh.');
    await send(minh, 'Lưu', 409);
    await lead(lan).fill('Lời sau của Lan.');
    await send(lan, 'Lưu', 200);
    await send(minh, 'Lưu', 409);
    expect(await lead(minh).inputValue()).toBe('Lời của Minh.');

    await button(minh, 'Giữ bản của tôi').click();
    await send(minh, 'Lưu', 200);
    expect(await storedLead(documentId)).toBe('Lời của Minh.');
  });

  it('can take the stored version after they confirm that theirs is dropped', async () => {
    await bothEdit('Lấy bản đã lưu');
    await lead(minh).fill('Lời của Minh.');
    await send(minh, 'Lưu', 409);
    await button(minh, 'Tải bản đã lưu').click();
    expect(await lead(minh).inputValue()).toBe('Lời của Minh.');
    await minh.getByRole('alertdialog').getByRole('button', { name: 'Xác nhận' }).click();
    await notice(minh).waitFor({ state: 'hidden' });
    expect(await lead(minh).inputValue()).toBe('Lời của Lan.');
  });

  it('keep a section that the stored version no longer has', async () => {
    const body = (text: string) => [{ __component: 'gazette.quote' as const, text }];
    const { documentId } = await createArticle(app, { title: 'Phần bị gỡ', body: body('Lời trích cũ.') });
    await open(minh, documentId);
    await updateArticle(app, documentId, { body: [] });
    await lead(minh).fill('Lời của Minh.');
    await send(minh, 'Lưu', 409);
    await button(minh, 'Giữ bản của tôi').click();
    await send(minh, 'Lưu', 200);
    const stored = await app.strapi.documents(ARTICLES).findOne({ documentId, locale: 'vi', populate: ['body'] });
    expect(stored?.body).toMatchObject(body('Lời trích cũ.'));
  });

  it('keep a translation that somebody else has begun meanwhile', async () => {
    const { documentId } = await createArticle(app, { title: 'Hai người cùng dịch' });
    await open(minh, documentId, 'en');
    for (const title of ['Begun', 'Begun and saved again']) {
      await updateArticle(app, documentId, { title }, { locale: 'en' });
    }
    await minh.fill('input[name=title]', 'Mine');
    await lead(minh).fill('My lead.');
    await send(minh, 'Lưu', 409);
    expect(await minh.inputValue('input[name=title]')).toBe('Mine');

    await button(minh, 'Giữ bản của tôi').click();
    await send(minh, 'Lưu', 200);
    const stored = await app.strapi.documents(ARTICLES).findOne({ documentId, locale: 'en' });
    expect(stored).toMatchObject({ title: 'Mine', lead: 'My lead.' });
  });

  it('find the stored version, and nothing of the conflict, after they load the page again', async () => {
    const documentId = await bothEdit('Tải lại trang');
    await lead(minh).fill('Lời của Minh.');
    await send(minh, 'Lưu', 409);
    minh.once('dialog', (dialog) => void dialog.accept());
    await open(minh, documentId);
    expect(await lead(minh).inputValue()).toBe('Lời của Lan.');
    expect(await notice(minh).count()).toBe(0);
  });
});
