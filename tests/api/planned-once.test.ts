import type { Core } from '@strapi/strapi';
import { listSql } from '../../src/plugins/delivery/server/src/query/list-sql';
import { deliveryService } from '../../src/plugins/delivery/server/src/services/access';
import { tablesFor } from '../../src/plugins/delivery/server/src/store/tables';
import { createArticle, startApp, type TestApp } from '../support';
import { testClient } from '../support/test-database';

const describeOnPostgres = testClient() === 'postgres' ? describe : describe.skip;

const ROWS = 20_000;
/** PostgreSQL makes a plan for the values at hand so often before it thinks of keeping one. */
const TRIALS = 5;
const READS = 12;

describeOnPostgres('pages of a long list on PostgreSQL', () => {
  let app: TestApp;
  let host: Core.Strapi;

  beforeAll(async () => {
    app = await startApp();
    host = app.strapi as unknown as Core.Strapi;
    const { documentId } = await createArticle(app, { title: 'Bài mẫu' }, { status: 'published' });
    const { connection } = app.strapi.db;
    /** The article's rows, for many other ones. */
    const copy = async (table: string, columns: readonly string[]) => {
      const others = `SELECT n, r.* FROM generate_series(1, ${ROWS}) n, delivery_${table} r WHERE r.document_id = ?`;
      const values = columns.map((name) => (name === 'snapshot_id' || name === 'id' ? `${name} + n` : name));
      await connection.raw(
        `INSERT INTO delivery_${table} (document_id, ${columns.join(', ')}) SELECT 'd' || lpad(n::text, 23, '0'), ${values.join(', ')} FROM (${others}) q`,
        [documentId],
      );
    };
    const snapshot = ['id', 'collection', 'locale', 'slug', 'version', 'hash', 'index_hash', 'withdrawn', 'major_mark'];
    await copy('snapshots', [...snapshot, 'updated_at', 'reference', 'summary', 'item']);
    await copy('sort_keys', ['list', 'locale', 'name', 'value', 'snapshot_id']);
    await connection.raw('ANALYZE');
  });
  afterAll(() => app.stop());

  test.each([
    '',
    'sort=title',
    'pagination[pageSize]=5',
    'pagination[pageSize]=100',
    'sort=title:desc&pagination[limit]=40',
  ])('are planned once: %s', async (parameters) => {
    const reader = deliveryService(host, 'reader');
    const definition = deliveryService(host, 'collections').readAs('articles');
    if (!definition) throw new Error('No list of articles.');
    const t = tablesFor(host);
    const query = await reader.listQuery(parameters, 'articles', definition);
    const statement = listSql(t, query);
    const connection = reader.connection();
    for (let read = 0; read < READS; read += 1) await connection.all(statement);
    const [plans] = await connection.all<{ kept: string }>({
      sql: 'SELECT generic_plans AS kept FROM pg_prepared_statements ORDER BY prepare_time DESC LIMIT 1',
      values: [],
      isPlannedAnew: true,
    });
    expect(Number(plans?.kept)).toBe(READS - TRIALS);
    const { heads } = await reader.reader().page(query);
    const size = query.paging.form === 'offset' ? query.paging.limit : query.paging.pageSize;
    expect(heads).toHaveLength(size + 1);
  });
});
