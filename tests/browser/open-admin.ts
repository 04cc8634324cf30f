import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import type { Administrator, TestApp } from '../support';

const PROGRAMS = ['chromium', 'chromium-browser', 'google-chrome'];

/** The browser that CHROMIUM names, else the first one installed. @throws Error saying what is missing */
const browserProgram = (): string => {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const found = folders.flatMap((folder) => PROGRAMS.map((name) => path.join(folder, name))).find(existsSync);
  if (found === undefined) throw new Error('Browser tests need Chromium: install it, or set CHROMIUM to its program.');
  return found;
};

/** Starts a browser without windows. */
export const startBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: browserProgram(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--no-first-run',
    ],
  });

/**
 * A page of its own session, signed in to the admin.
 * @param language of the interface, as chosen on the login page
 */
export const openAdmin = async (
  browser: Browser,
  { url }: TestApp,
  editor: Administrator,
  language: 'vi' | 'en' = 'vi',
): Promise<Page> => {
  const context = await browser.newContext({ viewport: { width: 1400, height: 1000 } });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await page.goto(`${url}/admin/auth/login`);
  if (language === 'en') {
    await page.getByRole('combobox').click();
    await page.getByRole('option', { name: 'English' }).click();
  }
  await page.fill('input[name=email]', editor.email);
  await page.fill('input[name=password]', editor.password);
  await page.click('button[type=submit]');
  await page.waitForURL((address) => !address.pathname.startsWith('/admin/auth'));
  return page;
};
