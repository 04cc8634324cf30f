import Database from 'better-sqlite3';
import { escapeLiteral, Pool, type PoolClient, type PoolConfig } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { copiedLinesSql, joinedLinesSql, LINE_QUOTE } from '../query/lines-sql';
import type { Statement } from '../query/list-parts';

/** A way to read delivery's tables that takes nothing from Strapi's own pool. */
export interface ReadConnection {
  all<Row>(statement: Statement): Promise<Row[]>;
  /**
   * The rows of a statement, and behind them those of another one that is made from them: JSON texts named `json`, as lines of UTF-8. Both
   * are answered by the same server. The second one may take no value of a client.
   * @param then null for no second statement, and no lines
   */
  linesBehind<Row>(first: Statement, then: (rows: Row[]) => Statement | null): Promise<{ rows: Row[]; lines: Buffer }>;
  close(): Promise<void>;
  /** How many queries were sent since the start. */
  queries(): number;
}

/** As much of the file as is mapped, which is what SQLite maps at most; what lies beyond is read in the ordinary way. */
const MAPPED_BYTES = 2 ** 31;

/**
 * SQLite plans a statement anew whenever the bare parameter of a LIMIT is bound, since it looks at its value for the plan (`sqlite3ExprIsInteger`):
 * half the time of a page. The value of an expression it does not look at.
 */
export const plannedOnce = (sql: string): string => sql.replace(/\bLIMIT \?/g, 'LIMIT +?');

/** SQLite: a read-only handle. In WAL mode it never waits for a writer. */
export const openSqlite = (filename: string): ReadConnection => {
  const database = new Database(filename, { readonly: true, fileMustExist: true, timeout: 15_000 });
  // Pages are read where the system has them in memory, without a call and a copy for each. Address space, not memory.
  database.pragma(`mmap_size = ${MAPPED_BYTES}`);
  const prepared = new Map<string, Database.Statement<unknown[]>>();
  let count = 0;
  const all = <Row>({ sql, values }: Statement): Row[] => {
    count += 1;
    let statement = prepared.get(sql);
    if (!statement) {
      // The texts come from a small set of shapes; a bound keeps the memory flat whatever clients combine.
      if (prepared.size > 500) prepared.clear();
      statement = database.prepare<unknown[]>(plannedOnce(sql));
      prepared.set(sql, statement);
    }
    return statement.all(...values) as Row[];
  };
  return {
    all: async <Row>(statement: Statement) => all<Row>(statement),
    async linesBehind<Row>(first: Statement, then: (rows: Row[]) => Statement | null) {
      const rows = all<Row>(first);
      const second = then(rows);
      if (!second) return { rows, lines: Buffer.alloc(0) };
      const [found] = all<{ lines: Buffer | null }>(joinedLinesSql(second));
      return { rows, lines: found?.lines ?? Buffer.alloc(0) };
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

/** So much of a copy may wait to be taken, in bytes: by the stream's own 64 KB it would stop at every fifth item. */
const COPY_BUFFER = 2 ** 20;

/** The rows of a statement as the server sends them: never decoded, so that they cost neither time nor garbage. */
const copyLines = async (client: PoolClient, statement: Statement): Promise<Buffer> => {
  const parts: Buffer[] = [];
  const copied = client.query(copyTo(copiedLinesSql(statement, escapeLiteral), { highWaterMark: COPY_BUFFER }));
  for await (const part of copied as AsyncIterable<Buffer>) parts.push(part);
  const lines = Buffer.concat(parts);
  if (lines.includes(LINE_QUOTE)) throw new Error('delivery: a stored text is no JSON; an export was broken off.');
  return lines;
};

/** A connection that has not answered after so long is taken for dead, and closed. */
const ANSWER_MS = 30_000;

/** A query that is given up then. pg takes this for each query; its types know it for whole connections only. */
const timed = <Query extends object>(query: Query) => ({ ...query, query_timeout: ANSWER_MS });

/** PostgreSQL: a pool of its own; every text is a named statement, prepared once per connection. */
export const openPostgres = (config: PoolConfig, onError: (error: Error) => void): ReadConnection => {
  const pool = new Pool({ keepAlive: true, ...config });
  pool.on('error', onError);
  const names = new Map<string, { name: string; text: string }>();
  let count = 0;
  const queryOf = ({ sql, values, isPlannedAnew = false }: Statement) => {
    count += 1;
    // What is planned anew has no name to be kept under.
    if (isPlannedAnew) return timed({ text: numbered(sql), values });
    let named = names.get(sql);
    if (!named) {
      named = { name: `delivery_${names.size}`, text: numbered(sql) };
      if (names.size < 500) names.set(sql, named);
      else named = { name: '', text: named.text };
    }
    return timed({ name: named.name || undefined, text: named.text, values });
  };
  /** On one connection, which is given up where anything of it fails. */
  const withClient = async <T>(work: (client: PoolClient) => Promise<T>): Promise<T> => {
    const client = await pool.connect();
    // The pool listens to idle connections only; an error that nobody listens to ends the process.
    client.on('error', onError);
    let failure: unknown;
    try {
      return await work(client);
    } catch (error) {
      failure = error;
      throw error;
    } finally {
      // One that is given up may still have errors to tell.
      if (failure === undefined) client.off('error', onError);
      client.release(failure instanceof Error ? failure : undefined);
    }
  };
  return {
    async all<Row>(statement: Statement) {
      const query = queryOf(statement);
      if (!statement.isByIndex) return (await pool.query(query)).rows as Row[];
      return withClient(async (client) => {
        // In a transaction, so that it is gone whatever happens, and reaches its statement behind a pooler too.
        await client.query(timed({ text: 'BEGIN READ ONLY; SET LOCAL enable_seqscan = off' }));
        const { rows } = await client.query(query);
        await client.query(timed({ text: 'COMMIT' }));
        return rows as Row[];
      });
    },
    async linesBehind<Row>(first: Statement, then: (rows: Row[]) => Statement | null) {
      return withClient(async (client) => {
        const rows = (await client.query(queryOf(first))).rows as Row[];
        const second = then(rows);
        if (!second) return { rows, lines: Buffer.alloc(0) };
        count += 1;
        return { rows, lines: await copyLines(client, second) };
      });
    },
    close: () => pool.end(),
    queries: () => count,
  };
};
