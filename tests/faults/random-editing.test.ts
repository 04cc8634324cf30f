import { setTimeout as wait } from 'node:timers/promises';
import { startApp, type TestApp } from '../support';
import { createChance } from './random/chance';
import type { CheckedRegister } from './random/checked-register';
import { expectedItems, expectedTree, type Expected } from './random/oracle';
import { createReader, idsOf, type Reader } from './random/reader';
import { describeRegister } from './random/register-checks';
import { expectedRegister } from './random/register-oracle';
import { describeStatus } from './random/status-checks';
import { createEditor, type World } from './random/world';

interface Verifier {
  all(report: (difference: { where: string; what: string }) => void): Promise<number>;
}
interface JobService {
  list(): Promise<{ state: string; error: string }[]>;
}

const emptyWorld = (): World => ({
  article: [],
  directive: [],
  resolution: [],
  topic: [],
  tag: [],
  author: [],
  issuer: [],
});

describe('random editing by several editors at once', () => {
  /** `GAZETTE_RANDOM_SECONDS=300` edits for five minutes; `GAZETTE_SEED` repeats a run as far as its timing allows. */
  const SECONDS = Number(process.env.GAZETTE_RANDOM_SECONDS || 45);
  const SEED = Number(process.env.GAZETTE_SEED || Date.now() % 1_000_000);
  const EDITORS = 3;
  /** On a slow machine the editors go on until there is something to compare. */
  const LEAST_ACTS = 120;
  const TIME_LIMIT_MS = (SECONDS + 240) * 1_000;
  let app: TestApp;

  beforeAll(async () => {
    app = await startApp();
    const world = emptyWorld();
    const editors = Array.from({ length: EDITORS }, (_, index) =>
      createEditor(app, createChance(SEED + index), world, emptyWorld()),
    );
    const end = Date.now() + SECONDS * 1_000;
    const total = (name: 'done' | 'refused') => editors.reduce((sum, editor) => sum + editor[name], 0);
    await Promise.all(
      editors.map(async (editor) => {
        while (Date.now() < end || total('done') < LEAST_ACTS) await editor.act();
      }),
    );
    process.stdout.write(`Seed ${SEED}: ${total('done')} acts, ${total('refused')} refused.\n`);
    const jobs = app.strapi.plugin('delivery').service<JobService>('jobs');
    for (let left = 600; (await jobs.list()).some(({ state }) => state === 'waiting') && left > 0; left -= 1)
      await wait(100);
    expect((await jobs.list()).filter(({ state }) => state !== 'done')).toEqual([]);
  }, TIME_LIMIT_MS);

  afterAll(() => app.stop());

  const get: Reader['get'] = (path) => createReader(app).get(path);
  const whole: Reader['whole'] = (list, query) => createReader(app).whole(list, query);

  it('leaves snapshots, lists, edges, counts and log that agree with content', async () => {
    const differences: string[] = [];
    await app.strapi
      .plugin('delivery')
      .service<Verifier>('verify')
      .all(({ where, what }) => differences.push(`${where}: ${what}`));
    expect(differences).toEqual([]);
  });

  const TYPES = [
    ['articles', 'article', ['topic', 'tag', 'author', 'featured', 'year']],
    ['directives', 'directive', ['topic', 'kind', 'issuer', 'level', 'signer']],
    ['resolutions', 'resolution', ['topic', 'kind', 'issuer', 'level', 'signer']],
    ['documents', 'document', ['topic', 'kind', 'issuer', 'level', 'signer']],
  ] as const;

  describe.each(TYPES)('/%s', (list, type, facets) => {
    let expected: Expected[];
    beforeAll(async () => {
      const types = type === 'document' ? (['directive', 'resolution'] as const) : [type];
      expected = (await Promise.all(types.map((one) => expectedItems(app, one)))).flat();
      // A run that leaves nothing to compare proves nothing.
      expect(expected.length).toBeGreaterThan(3);
    });
    const inLocale = (locale: string) => expected.filter((one) => one.locale === locale);

    it.each(['vi', 'en'])('holds in "%s" what is published, sorted', async (locale) => {
      const { items, total } = await whole(list, `locale=${locale}&sort=firstPublishedAt:desc`);
      expect(idsOf(items)).toEqual(idsOf(inLocale(locale)));
      expect(total).toBe(items.length);
      const keys = items.map(({ firstPublishedAt, documentId }) => `${String(firstPublishedAt)} ${documentId}`);
      expect(keys).toEqual([...keys].sort().reverse());
    });

    it('with a fallback holds every document once', async () => {
      const { items, total } = await whole(list, 'locale=en&fallback=vi');
      const wanted = [...new Set([...inLocale('en'), ...inLocale('vi')].map(({ documentId }) => documentId))].sort();
      expect(idsOf(items)).toEqual(wanted);
      expect(total).toBe(wanted.length);
    });

    it.each(['vi', 'en'])('counts the values of each facet in "%s", and filters by each', async (locale) => {
      const items = inLocale(locale);
      const { meta } = await get(`/api/${list}?locale=${locale}&facets=${facets.join()}`);
      for (const facet of facets) {
        const counts: Record<string, number> = {};
        for (const item of items)
          for (const value of item.facets[facet] ?? []) counts[value] = (counts[value] ?? 0) + 1;
        const found = meta.facets[facet];
        expect([facet, Object.fromEntries((found?.values ?? []).map(({ value, count }) => [value, count]))]).toEqual([
          facet,
          counts,
        ]);
        expect(found?.missing).toBe(items.filter((item) => (item.facets[facet] ?? []).length === 0).length);
        for (const value of Object.keys(counts)) {
          const answer = await whole(list, `locale=${locale}&filters[${facet}]=${value}`);
          const wanted = items.filter((item) => item.facets[facet]?.includes(value));
          expect([facet, value, idsOf(answer.items), answer.total]).toEqual([
            facet,
            value,
            idsOf(wanted),
            wanted.length,
          ]);
        }
      }
    });

    it('filters by an issuer with what it became and what stands below it', async () => {
      if (type === 'article') return;
      const items = inLocale('vi');
      for (const value of new Set(items.flatMap((item) => item.facets.issuerTree ?? []))) {
        const answer = await whole(list, `filters[issuer]=${value}&issuerTree=true`);
        const wanted = items.filter((item) => item.facets.issuerTree?.includes(value));
        expect([value, idsOf(answer.items)]).toEqual([value, idsOf(wanted)]);
      }
    });

    it('has an item for each, under slug and documentId, that shows what content says', async () => {
      for (const one of expected) {
        const { data } = await get(`/api/${list}/${one.slug}?locale=${one.locale}`);
        const byId = await get(`/api/${list}/${one.documentId}?locale=${one.locale}`);
        expect(byId.data).toEqual(data);
        const { withdrawn, authors, issuer, ...shown } = one.shown;
        expect(data).toMatchObject({
          documentId: one.documentId,
          collection: one.collection,
          title: one.title,
          firstPublishedAt: one.firstPublishedAt,
          ...shown,
        });
        expect(data.withdrawal !== null).toBe(withdrawn);
        if (authors) expect((data.authors as { name: string }[]).map(({ name }) => name)).toEqual(authors);
        if (issuer !== undefined) expect((data.issuer as { name: string } | null)?.name ?? null).toBe(issuer);
      }
    });
  });

  describe.each([
    ['topics', 'topic'],
    ['issuers', 'issuer'],
  ] as const)('/%s', (list, type) => {
    it.each(['vi', 'en'])('is the tree that content says, in "%s"', async (locale) => {
      const expected = await expectedTree(app, type, locale);
      const { items } = await whole(list, `locale=${locale}`);
      const slugs = (value: unknown) => (value as { slug: string }[]).map(({ slug }) => slug);
      const namesOf = (value: unknown) => (value as { name: string }[]).map(({ name }) => name);
      const found = items.map(({ documentId, slug, name, ancestors, children }) => ({
        documentId,
        slug,
        name,
        ancestors: slugs(ancestors),
        children: namesOf(children),
      }));
      const sorted = <T extends { documentId: string }>(all: T[]) =>
        [...all].sort((a, b) => (a.documentId < b.documentId ? -1 : 1));
      expect(sorted(found)).toEqual(sorted(expected));
    });
  });

  describe('the register', () => {
    let checked: CheckedRegister;
    beforeAll(async () => {
      checked = { reader: createReader(app), expected: await expectedRegister(app), chance: createChance(SEED) };
    });
    describeRegister(() => checked);
    describe('on many days', () => describeStatus(() => checked));
  });
});
