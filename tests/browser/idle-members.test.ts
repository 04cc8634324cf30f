import { copyFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { startApp, type TestApp } from '../support';
import { ROOT } from '../support/environment';
import { createMember, type Member } from '../api/members';
import { startBrowser } from './open-admin';

const FILES = ['gazette.js', 'members.html', 'members.js'];

describe("a member's page", () => {
  let app: TestApp;
  let browser: Browser;
  let member: Member;
  let page: Page;

  beforeAll(async () => {
    app = await startApp({ environment: { MEMBER_IDLE_SECONDS: '10', IDLE_WARN_SECONDS: '6' } });
    for (const file of FILES)
      await copyFile(path.join(ROOT, 'public', file), path.join(process.env.PUBLIC_DIR ?? '', file));
    browser = await startBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await app?.stop();
  });

  beforeEach(async () => {
    member = await createMember(app);
    page = await (await browser.newContext()).newPage();
    await page.goto(`${app.url}/members.html`);
    await page.getByText('Bạn chưa đăng nhập.').waitFor();
    await page.getByLabel('Tên hoặc email').fill(member.username);
    await page.getByLabel('Mật khẩu').fill(member.password);
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    await page.getByText(`Xin chào ${member.username}.`).waitFor();
  });

  afterEach(() => page?.context().close());

  const dialog = (on: Page) => on.getByRole('dialog');

  it('shows the countdown, and stays by a click or a key', async () => {
    await dialog(page).waitFor({ timeout: 20_000 });
    expect(await page.getByRole('timer').innerText()).toMatch(/Còn [1-6] giây sẽ đăng xuất/);
    await page.keyboard.press('Enter');
    await dialog(page).waitFor({ state: 'hidden' });
    await page.reload();
    await page.getByText(`Xin chào ${member.username}.`).waitFor();
  });

  it('is signed out by the server in the end, in every tab', async () => {
    const other = await page.context().newPage();
    await other.goto(`${app.url}/members.html`);
    await other.getByText(`Xin chào ${member.username}.`).waitFor();
    await page.getByText('Bạn chưa đăng nhập.').waitFor({ timeout: 30_000 });
    await other.getByText('Bạn chưa đăng nhập.').waitFor({ timeout: 15_000 });
    const answer = await page.request.get(`${app.url}/api/auth/session`);
    expect((await answer.json()).data.authenticated).toBe(false);
  });

  it('asks again where less than a second is left', async () => {
    let asked = 0;
    await page.route('**/api/auth/session', async (route) => {
      const answer = await route.fetch();
      const json = await answer.json();
      asked += 1;
      if (asked === 1) json.data.remainingSeconds = 0;
      await route.fulfill({ response: answer, json });
    });
    await page.getByText('Bạn chưa đăng nhập.').waitFor({ timeout: 30_000 });
    expect(asked).toBeGreaterThan(1);
  });

  it('is left alone while its reader does something in another tab', async () => {
    const other = await page.context().newPage();
    await other.goto(`${app.url}/members.html`);
    await other.getByText(`Xin chào ${member.username}.`).waitFor();
    for (let second = 0; second < 16; second += 1) {
      await other.mouse.wheel(0, 10);
      await other.waitForTimeout(1_000);
    }
    expect(await page.getByText(`Xin chào ${member.username}.`).count()).toBe(1);
    expect((await (await page.request.get(`${app.url}/api/auth/session`)).json()).data.authenticated).toBe(true);
  });

  it('signs out at once when the reader wants to', async () => {
    await page.getByRole('button', { name: 'Đăng xuất' }).click();
    await page.getByText('Bạn chưa đăng nhập.').waitFor();
    await page.reload();
    await page.getByText('Bạn chưa đăng nhập.').waitFor();
  });
});
