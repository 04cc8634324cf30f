import type { Page } from 'playwright-core';
import { createMember } from '../api/members';
import { createArticle } from '../support';
import { isShown, readerPage, startReader, type ReaderSite } from './reader';

const DROUGHT = '/articles/dong-cong-tru-nuoc-huyen-buoc-vao-cao-diem-han-man';
const DECISION = '/directives/quyet-dinh-1156-qd-ubnd-2023';

describe('who reads', () => {
  let site: ReaderSite;
  let page: Page;
  let faults: string[];

  beforeAll(async () => {
    site = await startReader({ MEMBER_IDLE_SECONDS: '12', IDLE_WARN_SECONDS: '8' });
  });

  afterAll(() => site.stop());

  beforeEach(async () => {
    ({ page, faults } = await readerPage(site));
  });

  afterEach(async () => {
    expect(faults.filter((fault) => !/status of (?:400|401|404|410)/.test(fault))).toEqual([]);
    await page.context().close();
  });

  const open = async (path: string) => {
    await page.goto(site.app.url + path);
    await isShown(page);
  };
  const heading = () => page.locator('main h1');
  const path = () => new URL(page.url()).pathname;

  it('goes from the front page to an article and back, with the focus, the title and the place on the page', async () => {
    await open('/');
    const loads = await page.evaluate<number>('performance.timeOrigin');
    const link = page.locator('main .cards h3 a').nth(3);
    const title = await link.innerText();
    await link.scrollIntoViewIfNeeded();
    const scroll = await page.evaluate<number>('scrollY');
    await link.click();
    await heading().filter({ hasText: title }).waitFor();
    expect(await page.title()).toContain(title);
    expect(await page.evaluate('document.activeElement.localName')).toBe('h1');
    expect(await page.evaluate('scrollY')).toBe(0);
    await page.goBack();
    await page.locator('main .two').waitFor();
    expect(await page.evaluate('scrollY')).toBe(scroll);
    // All of it in one page load.
    expect(await page.evaluate('performance.timeOrigin')).toBe(loads);
  });

  it('reaches the text with the keyboard at once, by the skip link', async () => {
    await open(DROUGHT);
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.className')).toBe('skip');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.localName')).toBe('main');
  });

  it('follows a citation in the text to its document, with its status, relations, timeline and files', async () => {
    await open(DROUGHT);
    const citation = page.locator('.body a.cites', { hasText: '21-CT/HU' }).first();
    await citation.click();
    await heading().filter({ hasText: '21-CT/HU' }).waitFor();
    expect(path()).toBe('/directives/chi-thi-21-ct-hu-2023');
    await open(DECISION);
    for (const name of ['Quan hệ với văn bản khác', 'Quá trình hiệu lực', 'Được nhắc đến trong'])
      await page.getByRole('heading', { name }).waitFor();
    await page.locator('.facts .badge', { hasText: 'Hết hiệu lực toàn bộ' }).waitFor();
    await page.locator('.timeline li', { hasText: '58/TB-UBND' }).first().waitFor();
    await page.locator('.timeline a[href="#dieu-4"]').first().click();
    expect(await page.evaluate('location.hash')).toBe('#dieu-4');
  });

  it('sees images of this host, by whatever name it is reached', async () => {
    await open(DROUGHT);
    const image = page.locator('figure.cover img');
    expect(await image.getAttribute('src')).toMatch(/^\/uploads\//);
    expect(await image.getAttribute('alt')).not.toBe('');
  });

  it('narrows the register down, and asks for the status of another day', async () => {
    await open('/documents');
    await page.getByLabel('Năm').selectOption('2023');
    await page.getByRole('button', { name: 'Lọc' }).click();
    await page.waitForURL(/year=2023/);
    await page.getByLabel('Hiệu lực vào ngày').fill('2024-08-11');
    await page.getByRole('button', { name: 'Lọc' }).click();
    await page.locator('.badge', { hasText: 'Ngưng hiệu lực một phần' }).waitFor();
    expect(await page.evaluate('document.activeElement.localName')).toBe('h2');
    await page.getByLabel('Số, ký hiệu').fill('57 kl/tw');
    await page.getByRole('button', { name: 'Lọc' }).click();
    await page.getByRole('heading', { name: '1 văn bản' }).waitFor();
    await page.getByLabel('Số, ký hiệu').fill('không phải');
    await page.getByRole('button', { name: 'Lọc' }).click();
    await page.locator('.notice').waitFor();
  });

  it('searches while typing, and the field keeps the focus', async () => {
    await open('/');
    const field = page.getByRole('searchbox');
    await field.pressSequentially('57-KL/TW', { delay: 30 });
    await page.locator('main li.entry', { hasText: '57-KL/TW' }).first().waitFor();
    expect(await page.locator('main mark').count()).toBeGreaterThan(0);
    expect(path()).toBe('/search');
    expect(await field.inputValue()).toBe('57-KL/TW');
    expect(await page.evaluate('document.activeElement.name')).toBe('q');
    await page.goBack();
    await page.locator('main .two').waitFor();
    expect(path()).toBe('/');
  });

  it('changes the language, and lands on the same item in it', async () => {
    await open(DROUGHT);
    await page.getByRole('link', { name: 'English' }).click();
    await page.waitForURL(/\/en\/articles\//);
    await isShown(page);
    expect(await page.evaluate('document.documentElement.lang')).toBe('en');
    await page.getByRole('link', { name: 'Documents', exact: true }).first().waitFor();
    await page.getByRole('link', { name: 'Tiếng Việt' }).click();
    await page.waitForURL(site.app.url + DROUGHT);
  });

  it('chooses a theme, and it stays', async () => {
    await open('/');
    await page.getByRole('button', { name: 'Nền tối' }).click();
    await page.reload();
    await isShown(page);
    expect(await page.evaluate('document.documentElement.dataset.theme')).toBe('dark');
    expect(await page.getByRole('button', { name: 'Nền tối' }).getAttribute('aria-pressed')).toBe('true');
  });

  it('gives an article stars', async () => {
    await open(DROUGHT);
    await page.getByRole('radio', { name: '4 ★' }).check();
    await page.getByText('4/5 (1 lượt)', { exact: true }).waitFor();
  });

  it('is told what was withdrawn, corrected or taken back', async () => {
    const data = {
      title: 'Lịch tiếp dân',
      withdrawal: { at: '2026-01-02T03:00:00.000Z', reason: 'Lịch đã thay đổi.' },
      corrections: [{ at: '2026-01-01T03:00:00.000Z', text: 'Giờ đúng là 8 giờ.' }],
    };
    const { slug, documentId } = await createArticle(site.app, data, { status: 'published' });
    await open(`/articles/${slug}`);
    await page.locator('.notice.bad', { hasText: 'Lịch đã thay đổi.' }).waitFor();
    await page.locator('.notice', { hasText: 'Giờ đúng là 8 giờ.' }).waitFor();
    expect(await page.getByRole('radio').count()).toBe(0);
    await site.app.strapi.documents('plugin::gazette.article').unpublish({ documentId, locale: 'vi' });
    await page.reload();
    await page.getByRole('heading', { name: 'Nội dung đã được gỡ' }).waitFor();
  });

  it('meets no text that acts as HTML', async () => {
    const nasty = `<img src=x onerror="window.hit=1"><script>window.hit=1</script>"'>`;
    const data = { title: `Nguy ${nasty}`, lead: nasty, kicker: nasty.slice(0, 100), byline: nasty };
    const { slug } = await createArticle(site.app, data, { status: 'published' });
    for (const address of [`/articles/${slug}`, '/', '/articles', `/search?q=${encodeURIComponent(nasty)}`]) {
      await open(address);
      expect(await page.locator('main img[src="x"], main script').count()).toBe(0);
    }
    expect(await page.evaluate('window.hit')).toBeUndefined();
  });

  it('signs in, is warned before the end, stays, and signs out', async () => {
    const member = await createMember(site.app);
    await open('/account');
    await page.getByLabel('Tên đăng nhập hoặc email').fill(member.username);
    await page.getByLabel('Mật khẩu').fill('sai');
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    await page.getByRole('alert').filter({ hasText: 'không đúng' }).waitFor();
    await page.getByLabel('Mật khẩu').fill(member.password);
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    await page.getByText(`Xin chào ${member.username}.`).waitFor();
    await page.getByRole('dialog', { name: 'Sắp đăng xuất' }).waitFor({ timeout: 15_000 });
    await page.getByRole('button', { name: 'Tiếp tục' }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Đăng xuất' }).click();
    await page.getByLabel('Mật khẩu').waitFor();
  });

  it('prints the text without what only works on a screen', async () => {
    await open(DROUGHT);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.find, .tools, header nav, .stars, footer').filter({ visible: true }).count()).toBe(0);
    expect(await page.locator('.body').isVisible()).toBe(true);
  });
});
