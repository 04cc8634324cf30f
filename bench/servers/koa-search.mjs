import Database from 'better-sqlite3';
import Koa from 'koa';
import pg from 'pg';

/**
 * The least that a search costs: Koa, one query of the index that asks for every word in any part, 20 hits as they are
 * stored, and nothing counted. `/ranked?q=` has the best ones by the database's own rank (FTS5's bm25, PostgreSQL's ts_rank),
 * `/newest?q=` the newest, without any rank.
 */
const { DATABASE_CLIENT, DATABASE_URL, DATABASE_FILENAME, PORT } = process.env;

const folded = (text) => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').split(' ');

const openSqlite = () => {
  const database = new Database(DATABASE_FILENAME, { readonly: true });
  const found = (order, by) =>
    database.prepare(
      `SELECT h.hit, h.body FROM (SELECT rowid AS id, ${by} AS r FROM delivery_search_index WHERE delivery_search_index MATCH ? ORDER BY ${order} LIMIT 20) f
       JOIN delivery_search h ON h.id = f.id ORDER BY f.r`,
    );
  const statements = { ranked: found('rank', 'rank'), newest: found('rowid DESC', '-rowid') };
  return async (order, words) => statements[order].all(words.map((word) => `tokens : "6${word}"`).join(' AND '));
};

const openPostgres = () => {
  const pool = new pg.Pool({ connectionString: DATABASE_URL, max: 10 });
  const found = (order) =>
    `SELECT hit, body FROM delivery_search WHERE tokens @@ $1::tsquery ORDER BY ${order} DESC LIMIT 20`;
  const statements = { ranked: found('ts_rank(tokens, $1::tsquery)'), newest: found('id') };
  return async (order, words) =>
    (await pool.query(statements[order], [words.map((word) => `'6${word}'`).join(' & ')])).rows;
};

const read = DATABASE_CLIENT === 'postgres' ? openPostgres() : openSqlite();
const app = new Koa();

app.use(async (ctx) => {
  const rows = await read(ctx.path.slice(1), folded(String(ctx.query.q)));
  ctx.type = 'application/json; charset=utf-8';
  ctx.body = `{"data":[${rows.map(({ hit, body }) => `[${hit},${JSON.stringify(body.slice(0, 200))}]`).join(',')}],"meta":{}}`;
});

app.listen(Number(PORT), '127.0.0.1', () => process.send?.('ready'));
