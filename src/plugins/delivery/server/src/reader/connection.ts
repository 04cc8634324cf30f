import Database from 'better-sqlite3';
import { Pool, type PoolConfig } from 'pg';
import type { Statement } from '../query/list-parts';

/** A way to read delivery's tables that takes nothing from Strapi's own pool. */
export interface ReadConnection {
  all<Row>(statement: Statement): Promise<Row[]>;
  close(): Promise<void>;
  /** How many queries were sent since the start. */
  queries(): number;
}

/** As much of the file as is mapped, which is what SQLite maps at most; what lies beyond is read in the ordinary way. */
const MAPPED_BYTES = 2 ** 31;

/** SQLite: a read-only handle. In WAL mode it never waits for a writer. */
export const openSqlite = (filename: string): ReadConnection => {
  const database = new Database(filename, { readonly: true, fileMustExist: true, timeout: 15_000 });
  // Pages are read where the system has them in memory, without a call and a copy for each. Address space, not memory.
  database.pragma(`mmap_size = ${MAPPED_BYTES}`);
  const prepared = new Map<string, Database.Statement<unknown[]>>();
  let count = 0;
  return {
    async all<Row>({ sql, values }: Statement) {
      count += 1;
      let statement = prepared.get(sql);
      if (!statement) {
        // The texts come from a small set of shapes; a bound keeps the memory flat whatever clients combine.
        if (prepared.size > 500) prepared.clear();
        statement = database.prepare<unknown[]>(sql);
        prepared.set(sql, statement);
      }
      return statement.all(...values) as Row[];
    },
    async close() {
      database.close();
    },
    queries: () => count,
  };
};

const numbered = (sql: string): string => {
  let position = 0;
  return sql.replace(/\?/g, () => `$${(position += 1)}`);
};

/** PostgreSQL: a pool of its own; every text is a named statement, prepared once per connection. */
export const openPostgres = (config: PoolConfig, onError: (error: Error) => void): ReadConnection => {
  const pool = new Pool(config);
  pool.on('error', onError);
  const names = new Map<string, { name: string; text: string }>();
  let count = 0;
  return {
    async all<Row>({ sql, values, isPlannedAnew = false }: Statement) {
      count += 1;
      let named = names.get(sql);
      if (!named) {
        named = { name: `delivery_${names.size}`, text: numbered(sql) };
        if (names.size < 500) names.set(sql, named);
        else named = { name: '', text: named.text };
      }
      const { rows } = await pool.query({
        name: isPlannedAnew ? undefined : named.name || undefined,
        text: named.text,
        values,
      });
      return rows as Row[];
    },
    close: () => pool.end(),
    queries: () => count,
  };
};
