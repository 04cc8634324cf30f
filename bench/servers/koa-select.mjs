import Database from 'better-sqlite3';
import Koa from 'koa';
import pg from 'pg';

/**
 * The least that reading stored JSON costs: Koa, one prepared select, the text as it is. `/item/{slug}` and
 * `/list`, `/list/{topic}` (the newest 20 of all, or of a topic), `/after/{instant}` (the 20 before it).
 */
const { DATABASE_CLIENT, DATABASE_URL, DATABASE_FILENAME, PORT } = process.env;

const SQL = {
  item: `SELECT item, overlay FROM delivery_snapshots WHERE slug = ? AND locale = 'vi' AND collection = 'articles'`,
  list: `SELECT s.summary, s.overlay FROM delivery_sort_keys k JOIN delivery_snapshots s ON s.id = k.snapshot_id
    WHERE k.list = 'articles' AND k.locale = 'vi' AND k.name = 'firstPublishedAt' AND k.value < ? ORDER BY k.value DESC, k.document_id DESC LIMIT 20`,
  topic: `SELECT s.summary, s.overlay FROM delivery_facets f JOIN delivery_snapshots s ON s.id = f.snapshot_id
    WHERE f.list = 'articles' AND f.locale = 'vi' AND f.name = 'topic' AND f.value = ? ORDER BY f.default_sort DESC, f.document_id DESC LIMIT 20`,
};

const openSqlite = () => {
  const database = new Database(DATABASE_FILENAME, { readonly: true });
  const statements = Object.fromEntries(Object.entries(SQL).map(([name, sql]) => [name, database.prepare(sql)]));
  return async (name, value) => statements[name].all(value);
};

const openPostgres = () => {
  const pool = new pg.Pool({ connectionString: DATABASE_URL, max: 10 });
  return async (name, value) => (await pool.query({ name, text: SQL[name].replace('?', '$1'), values: [value] })).rows;
};

const read = DATABASE_CLIENT === 'postgres' ? openPostgres() : openSqlite();
const app = new Koa();

app.use(async (ctx) => {
  const [, kind, value = ''] = ctx.path.split('/');
  ctx.type = 'application/json; charset=utf-8';
  if (kind === 'item') {
    const [row] = await read('item', value);
    if (row) ctx.body = `{"data":${row.item}${row.overlay}},"meta":{}}`;
    return;
  }
  const rows =
    kind === 'list' && value !== ''
      ? await read('topic', value)
      : await read('list', kind === 'after' ? value : '9999');
  ctx.body = `{"data":[${rows.map((row) => `${row.summary}${row.overlay}}`).join(',')}],"meta":{}}`;
});

app.listen(Number(PORT), '127.0.0.1', () => process.send?.('ready'));
