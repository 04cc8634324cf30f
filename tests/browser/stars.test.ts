import { existsSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { createMember } from '../api/members';
import { createArticle, startApp, type TestApp } from '../support';
import { ROOT } from '../support/environment';
import { startBrowser } from './open-admin';

const FILES = ['gazette.js', 'members.html', 'members.js'];

// The stars ask the ratings plugin, which this checkout may not have yet.
const describeWithRatings = existsSync(path.join(ROOT, 'src/plugins/ratings')) ? describe : describe.skip;

describeWithRatings('the stars of an article', () => {
  let app: TestApp;
  let browser: Browser;
  let page: Page;
  let id: string;

  beforeAll(async () => {
    app = await startApp();
    for (const file of FILES)
      await copyFile(path.join(ROOT, 'public', file), path.join(process.env.PUBLIC_DIR ?? '', file));
    browser = await startBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await app?.stop();
  });

  beforeEach(async () => {
    id = (await createArticle(app, { title: 'Đánh giá' }, { status: 'published' })).documentId;
    page = await (await browser.newContext()).newPage();
    await open();
  });

  afterEach(() => page?.context().close());

  const open = () => page.goto(`${app.url}/members.html?rate=articles/${id}`);
  const group = () => page.getByRole('group', { name: 'Đánh giá của bạn' });
  const star = (n: number) => group().getByRole('radio', { name: `${n} ★` });
  const result = (text: string) => page.getByText(text, { exact: true });
  const summary = async () => (await app.request.get(`/api/ratings/articles/${id}`).expect(200)).body.data;

  it('are five named choices, and a click is a vote that stays', async () => {
    await result('–/5 (0 lượt)').waitFor();
    expect(await group().getByRole('radio').count()).toBe(5);
    await star(4).check();
    await result('4/5 (1 lượt)').waitFor();
    await open();
    await result('4/5 (1 lượt)').waitFor();
    expect(await star(4).isChecked()).toBe(true);
    expect(await summary()).toMatchObject({ count: 1, sum: 4 });
  });

  it('make no markup of the address that a page was given', async () => {
    const rate = encodeURIComponent('articles/x"><b id="injected">');
    await page.goto(`${app.url}/members.html?rate=${rate}`);
    await star(5).waitFor();
    expect(await group().getByRole('radio').count()).toBe(5);
    expect(await page.locator('#injected').count()).toBe(0);
  });

  it('are chosen with the keyboard alone, and passing stars are no votes', async () => {
    await result('–/5 (0 lượt)').waitFor();
    const votes: string[] = [];
    page.on('request', (request) => request.method() === 'PUT' && votes.push(String(request.postData())));
    await star(1).focus();
    await page.keyboard.press('Space');
    for (let index = 0; index < 4; index += 1) await page.keyboard.press('ArrowRight');
    await result('5/5 (1 lượt)').waitFor();
    expect(votes).toEqual(['{"score":5}']);
    expect(await star(5).isChecked()).toBe(true);
  });

  it('are a member’s own once somebody has signed in', async () => {
    const member = await createMember(app);
    await page.getByLabel('Tên hoặc email').fill(member.username);
    await page.getByLabel('Mật khẩu').fill(member.password);
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    await page.getByText(`Xin chào ${member.username}.`).waitFor();
    const vote = page.waitForRequest((request) => request.method() === 'PUT');
    await star(3).check();
    expect((await vote).headers().authorization).toMatch(/^Bearer /);
    await result('3/5 (1 lượt)').waitFor();
  });
});
