import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { createAdmin, createArticle, startApp, type TestApp } from '../support';
import { openAdmin, startBrowser } from './open-admin';

const TITLE = 'Khai trương chợ đêm Phương Lâm';

describe('what editors see of ratings', () => {
  let app: TestApp;
  let browser: Browser;
  let page: Page;
  let documentId: string;

  beforeAll(async () => {
    app = await startApp();
    ({ documentId } = await createArticle(app, { title: TITLE }, { status: 'published' }));
    for (const score of [5, 4, 4, 1])
      await app.request.put(`/api/ratings/articles/${documentId}/mine`).send({ score }).expect(200);
    browser = await startBrowser();
    page = await openAdmin(browser, app, await createAdmin(app, 'gazette-publisher'));
  });
  afterAll(async () => {
    await browser?.close();
    await app?.stop();
  });

  const picture = async (name: string) => {
    if (process.env.SCREENSHOTS) await page.screenshot({ path: `${process.env.SCREENSHOTS}/${name}.png` });
  };

  it('is on the first page: what is rated best and most', async () => {
    await page.goto(`${app.url}/admin`);
    await page.getByText('Được đánh giá cao nhất').waitFor();
    await page.getByRole('link', { name: TITLE }).first().waitFor();
    await picture('ratings-widget');
  });

  it('is beside the article: average, votes by points, every vote as a file', async () => {
    await page.goto(`${app.url}/admin/content-manager/collection-types/plugin::gazette.article/${documentId}`);
    await page.getByText('3,5 trên 5 điểm, 4 lượt đánh giá').waitFor();
    await page.getByRole('listitem', { name: '4 điểm: 2 phiếu' }).waitFor();
    await picture('ratings-panel');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Tải tệp CSV' }).click(),
    ]);
    const lines = (await readFile(await download.path(), 'utf8')).trim().split('\n');
    expect(lines).toHaveLength(5);
  });

  it('lists votes, and annuls one with a reason that is kept', async () => {
    await page.getByRole('button', { name: 'Xem từng phiếu' }).click();
    const dialog = page.getByRole('dialog');
    const row = dialog.getByRole('row').filter({ hasText: '1 ★' });
    await row.getByRole('button', { name: 'Huỷ phiếu' }).click();
    const confirm = dialog.getByRole('button', { name: 'Huỷ phiếu này' });
    expect(await confirm.isDisabled()).toBe(true);
    await dialog.getByRole('textbox').fill('Phiếu thử của toà soạn');
    await picture('ratings-annul');
    await confirm.click();
    await dialog.getByText(/1 điểm, .* huỷ lúc .*: Phiếu thử của toà soạn/).waitFor();
    expect(await row.count()).toBe(0);
    await picture('ratings-votes');
    await dialog.getByRole('button', { name: 'Đóng' }).last().click();
    await page.getByText('4,33 trên 5 điểm, 3 lượt đánh giá').waitFor();
    const { body } = await app.request.get(`/api/ratings/articles/${documentId}`).expect(200);
    expect(body.data).toMatchObject({ count: 3, sum: 13, histogram: [0, 0, 0, 2, 1] });
  });

  it('is nothing for those who may not see votes', async () => {
    const other = await openAdmin(browser, app, await createAdmin(app, 'strapi-author'));
    await other.goto(`${app.url}/admin`);
    await other.getByRole('main').waitFor();
    expect(await other.getByText('Được đánh giá cao nhất').count()).toBe(0);
    await other.context().close();
  });
});
