import type { Core } from '@strapi/strapi';
import fc from 'fast-check';
import { hitsSql } from '../../src/plugins/delivery/server/src/query/list-sql';
import type { ListQuery } from '../../src/plugins/delivery/server/src/query/list-query';
import { stretchesOf, type Way } from '../../src/plugins/delivery/server/src/query/search-ways';
import { deliveryService } from '../../src/plugins/delivery/server/src/services/access';
import { putSearch } from '../../src/plugins/delivery/server/src/store/search';
import { tablesFor, type Tables } from '../../src/plugins/delivery/server/src/store/tables';
import { startApp, type TestApp } from '../support';
import { testClient } from '../support/test-database';

const describeOnPostgres = testClient() === 'postgres' ? describe : describe.skip;

const ROWS = 2_200;
const ROUNDS = 150;
const WORDS = ['xã', 'xa', 'thủy', 'thuỷ', 'lợi', 'loi', 'đường', 'duong', 'nước', 'hạn', 'mặn', 'tin', '57-KL/TW'];
const LOCALES = ['vi', 'en'];

const some = (least: number, most: number) =>
  fc.array(fc.constantFrom(...WORDS), { minLength: least, maxLength: most }).map((words) => words.join(' '));

/** Most of the last days, as news are; some of long ago, of the same minute, of no day, of days to come. */
const moment = fc.oneof(
  {
    weight: 60,
    arbitrary: fc.integer({ min: 1, max: 60 * 24 * 90 }).map((minutes) => 1_700_000_000_000 - minutes * 60_000),
  },
  { weight: 20, arbitrary: fc.integer({ min: -3_000_000_000_000, max: 1_700_000_000_000 }) },
  { weight: 1, arbitrary: fc.constant(2_500_000_000_000) },
  { weight: 9, arbitrary: fc.constantFrom(1_700_000_000_000, 1_700_000_060_000, null) },
);

describeOnPostgres('the ways in which PostgreSQL looks for hits', () => {
  let app: TestApp;
  let host: Core.Strapi;
  let t: Tables;
  let ids: number[];

  beforeAll(async () => {
    app = await startApp();
    host = app.strapi as unknown as Core.Strapi;
    t = tablesFor(host);
    const locale = fc.constantFrom('vi', 'vi', 'vi', 'en');
    const made = fc.sample(fc.tuple(some(1, 3), some(0, 4), some(0, 12), moment, locale), {
      numRuns: ROWS,
      seed: 6,
    });
    const snapshots = made.map(([title, lead, body, time, locale], index) => {
      const at = time === null ? null : new Date(time).toISOString();
      const search = {
        text: { title, lead, body, at },
        hit: '{}',
        lists: index % 9 ? ['search', 'articles'] : ['search'],
        hash: String(index),
      };
      return { id: 1_000_000 + index, documentId: `d${String(index).padStart(23, '0')}`, locale, search };
    });
    const { connection } = app.strapi.db;
    await connection.transaction((trx) => putSearch(trx, t, snapshots));
    // By the kept counts it is known which of a list's languages most rows are of.
    for (const locale of LOCALES) {
      const count = snapshots.filter((one) => one.locale === locale && one.search.lists.includes('articles')).length;
      await connection('delivery_counts').where({ list: 'articles', locale, name: '' }).del();
      const row = { list: 'articles', locale, name: '', value: '', label: '', count, revision: 1 };
      await connection('delivery_counts').insert(row);
    }
    const found = await connection.raw<{ rows: { id: string }[] }>(`SELECT id FROM ${t.search} ORDER BY id DESC`);
    ids = found.rows.map(({ id }) => Number(id));
  });
  afterAll(() => app.stop());

  it('find the same hits in the same order, on every page', async () => {
    const reader = deliveryService(host, 'reader');
    const definition = deliveryService(host, 'collections').readAs('articles');
    if (!definition) throw new Error('No list of articles.');
    const read = async (
      query: ListQuery,
      way: Way,
      stretches: ReturnType<typeof stretchesOf>,
      ofMost: string[] = [],
    ) => {
      const { search } = query;
      if (!search) throw new Error('Nothing is looked for.');
      const byRank = search.ranked.ranks.map((_, index) => ({
        way,
        rest: index % 2 ? ('walked' as const) : ('found' as const),
      }));
      const ways = { byRank, stretches, enough: null };
      const rows = await reader
        .connection()
        .all<{ documentId: string; v0: string }>(hitsSql(t, { ...query, search: { ...search, ways, ofMost } }));
      return rows.map(({ documentId, v0 }) => [documentId, v0]);
    };
    /** As it is served: told what to do by how frequent words are, and cut short. */
    const readServed = async (query: ListQuery) => {
      const rows = await reader.reader().hits(query);
      return rows.map(({ documentId, values }) => [documentId, values[0]]);
    };
    let parted = 0;
    let beyond = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(some(1, 2), fc.constantFrom('', '', '"')).map(([words, mark]) => mark + words + mark),
        fc.constantFrom('&locale=vi', '&locale=en&fallback=vi'),
        fc.constantFrom('', '&pagination[page]=3'),
        fc.integer({ min: 1, max: 40 }),
        fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 900 })),
        async (q, locale, page, pageSize, [newest, near, far]) => {
          // What is newer than the stretches know of has come since.
          const stretches = stretchesOf({
            id: ids[newest] ?? 0,
            near: ids[newest + near] ?? null,
            far: ids[newest + near + far] ?? null,
          });
          const query = await reader.listQuery(
            `q=${encodeURIComponent(q)}${locale}${page}&pagination[pageSize]=${pageSize}`,
            'articles',
            definition,
          );
          const found = await read(query, 'found', []);
          expect(await read(query, 'walked', [])).toEqual(found);
          expect(await read(query, 'found', [], LOCALES)).toEqual(found);
          expect(await read(query, 'walked', [], ['vi'])).toEqual(found);
          expect(await readServed(query)).toEqual(found);
          // By what was learned of it.
          expect(await readServed(query)).toEqual(found);
          if (stretches.length > 0) {
            expect(await read(query, 'in-stretches', stretches)).toEqual(found);
            expect(await read(query, 'in-stretches', stretches, LOCALES)).toEqual(found);
          }
          if (stretches.length > 2 && found.length > 0) parted += 1;
          const last = found[found.length - 1];
          if (!last) return;
          const after = { documentId: String(last[0]), values: [String(last[1])] };
          const next: ListQuery = { ...query, paging: { form: 'cursor', pageSize, after } };
          const following = await read(next, 'found', []);
          expect(await read(next, 'walked', [])).toEqual(following);
          expect(await read(next, 'found', [], ['en'])).toEqual(following);
          expect(await readServed(next)).toEqual(following);
          if (stretches.length === 0) return;
          expect(await read(next, 'in-stretches', stretches)).toEqual(following);
          expect(await read(next, 'in-stretches', stretches, LOCALES)).toEqual(following);
          if (following.length > 0) beyond += 1;
        },
      ),
      { numRuns: ROUNDS },
    );
    expect(parted).toBeGreaterThan(ROUNDS / 3);
    expect(beyond).toBeGreaterThan(ROUNDS / 4);
  });
});
