import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { startApp, type TestApp } from '../support';
import { startBrowser } from './open-admin';

/** A site with the sample content, and a browser. */
export interface ReaderSite {
  app: TestApp;
  browser: Browser;
  stop(): Promise<void>;
}

/** @param environment settings over those of every test */
export const startReader = async (environment: Record<string, string> = {}): Promise<ReaderSite> => {
  const app = await startApp({ environment: { SAMPLE_CONTENT: 'true', ...environment } });
  const browser = await startBrowser();
  return {
    app,
    browser,
    async stop() {
      await browser.close();
      await app.stop();
    },
  };
};

/** A page of its own session that notes what goes wrong in it. */
export const readerPage = async (
  { browser }: ReaderSite,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<{ page: Page; faults: string[] }> => {
  const page = await (await browser.newContext(options)).newPage();
  page.setDefaultTimeout(20_000);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  return { page, faults };
};

/** Waits until a page shows what it was asked for. */
export const isShown = async (page: Page): Promise<void> => {
  await page.waitForSelector('main h1', { state: 'attached' });
  await page.waitForSelector('main:not([aria-busy])');
};

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

interface AxeResult {
  violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[];
}

/** What of WCAG 2.1 A and AA a page breaks, as axe finds it: rule and element. */
export const axeFindings = async (page: Page): Promise<string[]> => {
  await page.evaluate(AXE);
  const result = await page.evaluate<AxeResult>(
    `axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'] })`,
  );
  return result.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
};
