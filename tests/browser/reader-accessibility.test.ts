import { axeFindings, isShown, readerPage, startReader, type ReaderSite } from './reader';

const PAGES = [
  '/',
  '/en/',
  '/articles',
  '/articles/dong-cong-tru-nuoc-huyen-buoc-vao-cao-diem-han-man',
  '/documents',
  '/directives/quyet-dinh-1156-qd-ubnd-2023',
  '/documents?symbol=57-KL/TW',
  '/topics',
  '/topics/nong-nghiep',
  '/issuers',
  '/issuers/huyen-uy-go-cong-tay',
  '/dossiers/han-man-2024',
  '/authors',
  '/pages/gioi-thieu',
  '/search?q=57-KL/TW',
  '/account',
  '/khong-co',
];

/** The sum of a page's layout shifts while it loads, as Lighthouse counts them; its "good" ends at 0.1. */
const COUNT_SHIFTS = `window.shifts = 0;
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.shifts += entry.value; })
    .observe({ type: 'layout-shift', buffered: true });`;

describe('every page of the reader', () => {
  let site: ReaderSite;

  beforeAll(async () => {
    site = await startReader();
  });

  afterAll(() => site.stop());

  describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
    it.each(PAGES)('%s breaks none of WCAG 2.1 A and AA', async (path) => {
      const { page, faults } = await readerPage(site, { colorScheme });
      const answer = await page.goto(site.app.url + path, { waitUntil: 'networkidle' });
      expect(answer?.status()).toBe(path === '/khong-co' ? 404 : 200);
      await isShown(page);
      expect(await page.evaluate('document.documentElement.dataset.theme')).toBe(colorScheme);
      expect(await axeFindings(page)).toEqual([]);
      // A page that is not there says so in its status, which the console repeats.
      expect(faults.filter((fault) => !/status of 404/.test(fault))).toEqual([]);
      await page.context().close();
    });
  });

  it('is looked at by a check that does find faults', async () => {
    const { page } = await readerPage(site);
    await page.goto(`${site.app.url}/account`, { waitUntil: 'networkidle' });
    await page.evaluate(
      `document.querySelector('main label').style.color = 'var(--soft)'; document.querySelector('.find input').removeAttribute('aria-label'); document.querySelector('.find input').removeAttribute('placeholder')`,
    );
    expect((await axeFindings(page)).map((found) => found.split(':')[0])).toEqual(['color-contrast', 'label']);
    await page.context().close();
  });

  it.each([
    ['a desktop', { width: 1280, height: 900 }],
    ['a telephone', { width: 360, height: 740 }],
  ])('on %s keeps still while it loads, and never scrolls sideways', async (_name, viewport) => {
    for (const path of PAGES) {
      const { page } = await readerPage(site, { viewport });
      await page.addInitScript(COUNT_SHIFTS);
      await page.goto(site.app.url + path, { waitUntil: 'networkidle' });
      await isShown(page);
      const shifts = await page.evaluate<number>('window.shifts');
      const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
      expect({ path, isStill: shifts < 0.05, shifts: shifts < 0.05 ? 0 : shifts, overflow }).toEqual({
        ...{ path, isStill: true, shifts: 0, overflow: 0 },
      });
      await page.context().close();
    }
  });
});
