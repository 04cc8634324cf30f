import { createArticle, startApp, type TestApp } from '../support';
import { testClient } from '../support/test-database';

interface Verifier {
  all(report: (difference: { where: string; what: string }) => void): Promise<number>;
}

const TOPIC = 'plugin::gazette.topic';

describe('a comparison of what is public with content', () => {
  let app: TestApp;
  let documentId: string;
  beforeAll(async () => {
    app = await startApp();
    const topic = await app.strapi.documents(TOPIC).create({ data: { name: 'Thời sự' } });
    ({ documentId } = await createArticle(
      app,
      { title: 'Bài gốc', topics: [topic.documentId] },
      { status: 'published' },
    ));
    await createArticle(app, { title: 'Bài khác' }, { status: 'published' });
    // The same words: what one of them lacks, the other one has.
    await createArticle(app, { title: 'Bài gốc', topics: [topic.documentId] }, { status: 'published' });
  });
  afterAll(() => app.stop());

  const differences = async (): Promise<string[]> => {
    const found: string[] = [];
    const count = await app.strapi
      .plugin('delivery')
      .service<Verifier>('verify')
      .all(({ where, what }) => found.push(`${where}: ${what}`));
    expect(count).toBe(found.length);
    return found;
  };
  const table = (name: string) => app.strapi.db.connection(`delivery_${name}`);
  const rebuild = () => app.strapi.plugin('delivery').service<{ all(): Promise<{ changes: number }> }>('rebuild').all();

  it('finds nothing where nothing is wrong', async () => {
    expect(await differences()).toEqual([]);
  });

  type Damage = [string, () => Promise<unknown>, RegExp, boolean];

  /** Only there do rows say themselves in which lists they are. */
  const onPostgres: Damage[] =
    testClient() === 'sqlite'
      ? []
      : [
          [
            'a searched row that names other lists',
            () =>
              table('search')
                .where({ document_id: documentId })
                .update({ places: ['@directives@vi'] }),
            /lacks some of its words or lists/,
            true,
          ],
        ];

  // Each damage, what the report must say of it, and whether a rebuild mends it: the log and old versions are no copies.
  const DAMAGES: Damage[] = [
    [
      'a title that was changed behind the rules',
      () =>
        app.strapi.db.connection('gazette_articles').where({ document_id: documentId }).update({ title: 'Lén sửa' }),
      /^articles \w+ vi: content differs in .*title/,
      true,
    ],
    [
      'a snapshot that was edited',
      () => table('snapshots').where({ document_id: documentId }).update({ item: '{"title":"Giả"' }),
      /hash/,
      true,
    ],
    [
      'a lost sort key',
      () => table('sort_keys').where({ document_id: documentId, name: 'title' }).del(),
      /lists lack sort/,
      true,
    ],
    [
      'a facet value too many',
      async () => {
        const [row] = await table('facets').where({ document_id: documentId, name: 'topic' }).limit(1);
        await table('facets').insert({ ...row, value: 'la', label: 'Lạ' });
      },
      /which content does not say/,
      true,
    ],
    [
      'a wrong count',
      () => table('counts').where({ list: 'articles', locale: 'vi', name: '' }).update({ count: 99 }),
      /^list articles vi: the count of all items is 99/,
      true,
    ],
    [
      'a lost dependency',
      () => table('dependencies').where({ source_id: documentId }).del(),
      /does not know that it shows/,
      true,
    ],
    [
      'a lost address',
      () => table('addresses').where({ document_id: documentId }).del(),
      /address is not remembered/,
      true,
    ],
    [
      'a lost row of the search index',
      () => table('search').where({ document_id: documentId }).del(),
      /the search index lacks it|search_index \*: has 1 rows/,
      true,
    ],
    [
      'a search index that is out of date',
      () => table('search').where({ document_id: documentId }).update({ hit: '{"title":"Cũ"}' }),
      /the search index is out of date/,
      true,
    ],
    [
      'lost words of the search index',
      async () => {
        const [{ id }] = await table('search').where({ document_id: documentId });
        if (app.strapi.db.dialect.client === 'postgres') await table('search').where({ id }).update({ tokens: '' });
        else
          await app.strapi.db.connection.raw('DELETE FROM delivery_search_index WHERE rowid = CAST(? AS INTEGER)', [
            id,
          ]);
      },
      /lacks some of its words/,
      true,
    ],
    ...onPostgres,
    [
      'a lost log entry',
      () => table('changes').where({ document_id: documentId }).del(),
      /change log does not know it/,
      false,
    ],
    [
      'a snapshot without content',
      () =>
        app.strapi.db.connection('gazette_articles').where({ document_id: documentId }).update({ published_at: null }),
      /has a snapshot and no published content/,
      true,
    ],
  ];

  it.each(DAMAGES)('finds %s', async (_name, damage, report, isMended) => {
    const tables = ['snapshots', 'sort_keys', 'facets', 'counts', 'dependencies', 'addresses', 'changes', 'versions'];
    const kept = new Map<string, Record<string, unknown>[]>();
    for (const name of tables) kept.set(name, await table(name).select('*'));
    const articles: Record<string, unknown>[] = await app.strapi.db.connection('gazette_articles').select('*');
    await damage();
    expect((await differences()).filter((line) => report.test(line))).not.toEqual([]);
    if (isMended) {
      await rebuild();
      expect(await differences()).toEqual([]);
    }
    for (const row of articles) await app.strapi.db.connection('gazette_articles').where({ id: row.id }).update(row);
    for (const name of tables) {
      await table(name).del();
      for (const row of kept.get(name) ?? []) await table(name).insert(row);
    }
    // SQLite's search index cannot be copied as rows are.
    await rebuild();
    expect(await differences()).toEqual([]);
  });
});
