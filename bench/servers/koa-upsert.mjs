import { randomBytes } from 'node:crypto';
import Database from 'better-sqlite3';
import Koa from 'koa';
import pg from 'pg';

/**
 * The least that a vote costs: Koa reads the body and writes one row into a table of its own, by the same key and the same
 * settings of the database. `PUT /{target}` with {"score": n}, by a voter who is new each time.
 */
const { DATABASE_CLIENT, DATABASE_URL, DATABASE_FILENAME, PORT } = process.env;

const TABLE = `CREATE TABLE IF NOT EXISTS bench_votes (target TEXT NOT NULL, voter TEXT NOT NULL, score INTEGER NOT NULL, PRIMARY KEY (target, voter))`;
const UPSERT = `INSERT INTO bench_votes (target, voter, score) VALUES ($1, $2, $3)
  ON CONFLICT (target, voter) DO UPDATE SET score = excluded.score`;

const openSqlite = () => {
  const database = new Database(DATABASE_FILENAME, { timeout: 15_000 });
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = NORMAL');
  database.exec(TABLE);
  const statement = database.prepare(UPSERT.replace(/\$\d/g, '?'));
  return async (...values) => statement.run(...values);
};

const openPostgres = async () => {
  const pool = new pg.Pool({ connectionString: DATABASE_URL, max: 10 });
  await pool.query(TABLE);
  return (...values) => pool.query({ name: 'upsert', text: UPSERT, values });
};

const write = DATABASE_CLIENT === 'postgres' ? await openPostgres() : openSqlite();
const app = new Koa();

app.use(async (ctx) => {
  const parts = [];
  for await (const part of ctx.req) parts.push(part);
  const { score } = JSON.parse(Buffer.concat(parts).toString());
  await write(ctx.path.slice(1), randomBytes(16).toString('base64url'), score);
  ctx.body = { data: { mine: score } };
});

app.listen(Number(PORT), '127.0.0.1', () => process.send?.('ready'));
