import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { createMember, type Member } from '../api/members';
import { createArticle, startApp, type TestApp } from '../support';
import { ROOT } from '../support/environment';
import { startBrowser } from './open-admin';

const SCRIPT = readFileSync(path.join(ROOT, 'public/gazette.js'));

const pageWith = (script: string, rate: string): string => `<!doctype html><html lang="vi"><title>Trang khác</title>
  <p id="who"></p><div data-rate="${rate}"></div>
  <script type="module">
    import { ask, signIn } from './gazette.js?${script}';
    addEventListener('gazette-session', ({ detail }) => {
      document.getElementById('who').textContent = detail.user ? 'Xin chào ' + detail.user.username : 'Chưa đăng nhập';
    });
    Object.assign(window, { ask, signIn });
  </script>`;

/** A website that is nothing but files, on a port of its own. */
const startSite = async (pageOf: (query: URLSearchParams) => string): Promise<{ server: Server; port: number }> => {
  const server = createServer(({ url = '/' }, response) => {
    const { pathname, searchParams } = new URL(url, 'http://site');
    const isScript = pathname === '/gazette.js';
    response.setHeader('Content-Type', isScript ? 'text/javascript' : 'text/html; charset=utf-8');
    response.end(isScript ? SCRIPT : pageOf(searchParams));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, port: (server.address() as AddressInfo).port };
};

/** The API is at 127.0.0.1: a page there is of the same site, one at localhost of another, where no cookie goes. */
const WAYS = [
  { name: 'of the same site, by a cookie', host: '127.0.0.1', query: '' },
  { name: 'of another site, by tokens', host: 'localhost', query: '&tokens' },
];

describe.each(WAYS)('a page on another origin $name', ({ host, query }) => {
  let site: { server: Server; port: number };
  let app: TestApp;
  let browser: Browser;
  let member: Member;
  let page: Page;
  let rate: string;

  beforeAll(async () => {
    site = await startSite((asked) => pageWith(`api=${app.url}/api${query}`, asked.get('rate') ?? ''));
    app = await startApp({
      environment: {
        CORS_ORIGINS: `http://${host}:${site.port}`,
        MEMBER_IDLE_SECONDS: '10',
        IDLE_WARN_SECONDS: '6',
      },
    });
    browser = await startBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await app?.stop();
    site?.server.close();
  });

  beforeEach(async () => {
    member = await createMember(app);
    rate = `articles/${(await createArticle(app, { title: 'Nơi khác' }, { status: 'published' })).documentId}`;
    page = await (await browser.newContext()).newPage();
    await page.goto(`http://${host}:${site.port}/?rate=${rate}`);
    await page.getByText('Chưa đăng nhập').waitFor();
  });

  afterEach(() => page?.context().close());

  const star = (n: number) => page.getByRole('radio', { name: `${n} ★` });
  const result = (text: string) => page.getByText(text, { exact: true }).waitFor();
  const greeting = () => page.getByText(`Xin chào ${member.username}`).waitFor();
  const summary = async () => (await app.request.get(`/api/ratings/${rate}`).expect(200)).body.data;
  const signIn = () => page.evaluate(`signIn('${member.username}', '${member.password}')`);

  it('votes as one and the same visitor, and then as the member, whose vote it becomes', async () => {
    await star(4).check();
    await result('4/5 (1 lượt)');
    await page.reload();
    await result('4/5 (1 lượt)');
    expect(await star(4).isChecked()).toBe(true);
    await star(2).check();
    await result('2/5 (1 lượt)');
    await signIn();
    await greeting();
    const vote = page.waitForRequest((request) => request.method() === 'PUT');
    await star(5).check();
    expect((await vote).headers().authorization).toMatch(/^Bearer /);
    await result('5/5 (1 lượt)');
    expect(await summary()).toMatchObject({ count: 1, sum: 5 });
  });

  it('shows the countdown, keeps the session alive by a key, and is signed in after a reload', async () => {
    await signIn();
    const end = Date.now() + 10_000;
    await greeting();
    await page.getByRole('dialog').waitFor({ timeout: 20_000 });
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.waitForTimeout(Math.max(0, end + 500 - Date.now()));
    await page.reload();
    await greeting();
    const kept = await page.evaluate<string | null>(`localStorage.getItem('refresh')`);
    const cookies = (await page.context().cookies()).map(({ name }) => name);
    expect([kept !== null, cookies.includes('strapi_up_refresh')]).toEqual(
      query === '' ? [false, true] : [true, false],
    );
    expect(await page.evaluate(`ask('/users/me').then(({ username }) => username)`)).toBe(member.username);
  });

  it('is signed out by the server in the end', async () => {
    await signIn();
    await greeting();
    await page.getByText('Chưa đăng nhập').waitFor({ timeout: 30_000 });
    const told = await page.evaluate(`ask('/auth/session').then(({ data }) => data.authenticated)`);
    expect(told).toBe(false);
  });
});
