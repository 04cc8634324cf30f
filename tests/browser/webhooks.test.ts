import type { Browser } from 'playwright-core';
import { startReceiver, type Receiver } from '../support/receiver';
import { createAdmin, startApp, type TestApp } from '../support';
import { openAdmin, startBrowser } from './open-admin';

describe("the widget of webhooks on the admin's first page", () => {
  let app: TestApp;
  let browser: Browser;
  let receiver: Receiver;

  beforeAll(async () => {
    receiver = await startReceiver();
    app = await startApp({
      environment: {
        WEBHOOKS: JSON.stringify([
          { name: 'tinh', url: receiver.url, secrets: [`whsec_${Buffer.alloc(32, 7).toString('base64')}`] },
        ]),
        WEBHOOK_RETRY_SECONDS: '1',
        OUTGOING_TO_PRIVATE_ADDRESSES: 'true',
      },
    });
    browser = await startBrowser();
    await new Promise((resolve) => setTimeout(resolve, 1_500));
  });

  afterAll(async () => {
    await browser?.close();
    await app?.stop();
    await receiver?.close();
  });

  it('shows in Vietnamese what was given up, and sends it again', async () => {
    receiver.answerWith(500);
    await app.strapi.documents('plugin::gazette.tag').create({ data: { name: 'lũ' } });
    await receiver.waitFor(4);
    const page = await openAdmin(browser, app, await createAdmin(app));
    await page.getByText('Tin báo cho hệ thống khác').waitFor();
    await page.getByText('Đang chờ gửi: 0 · Không gửi được: 2').waitFor();
    await page.getByText('tags.published → tinh').first().waitFor();
    if (process.env.GAZETTE_SCREENSHOT) await page.screenshot({ path: process.env.GAZETTE_SCREENSHOT, fullPage: true });

    receiver.answerWith(204);
    receiver.received.length = 0;
    await page.getByRole('button', { name: 'Gửi lại tags.published cho tinh' }).first().click();
    await page.getByText('Đã đưa 1 tin vào hàng chờ gửi lại.').waitFor();
    await receiver.waitFor(1);
    await page.getByRole('button', { name: 'Gửi lại tất cả (1)' }).click();
    await receiver.waitFor(2);
    await page.getByText('Đang chờ gửi: 0 · Không gửi được: 0').waitFor();
  });
});
