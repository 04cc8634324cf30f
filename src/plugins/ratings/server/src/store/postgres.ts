import type { Core } from '@strapi/strapi';
import { Pool, type PoolClient, type PoolConfig } from 'pg';
import type { Database } from './database';
import type { Script, Statement, Together } from './script';
import type { Tables } from './tables';

interface ConnectionSettings extends Pick<PoolConfig, 'host' | 'port' | 'database' | 'user' | 'password'> {
  connectionString?: string;
  ssl?: PoolConfig['ssl'];
}

/** One: what comes while it works goes together in the next batch. Two took turns at the lock of an item, with half as much in each. */
const WRITERS = 1;
const READERS = 4;

/** Two transactions met in a circle, or one was cut off by the other: it did nothing, and may run again. */
const MAY_RUN_AGAIN = new Set(['40001', '40P01']);
const ATTEMPTS = 5;

const canRunAgain = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && MAY_RUN_AGAIN.has(String(error.code));

interface Named {
  name: string;
  text: string;
}

/** Numbers the marks of a statement and names it, so that a connection prepares it once. */
const createNames = () => {
  const known = new Map<string, Named>();
  return (sql: string): Named => {
    const found = known.get(sql);
    if (found) return found;
    let position = 0;
    const named = { name: `ratings_${known.size}`, text: sql.replace(/\?/g, () => `$${(position += 1)}`) };
    known.set(sql, named);
    return named;
  };
};

/**
 * PostgreSQL: a few connections of its own to the primary, so that a storm of votes takes none from editors, and what was
 * just committed is what is read.
 */
export const openPostgres = (strapi: Core.Strapi, tables: Tables): Database => {
  const { connectionString, host, port, database, user, password, ssl } = strapi.config.get<ConnectionSettings>(
    'database.connection.connection',
  );
  const pool = new Pool({
    ...(connectionString ? { connectionString } : { host, port, database, user, password }),
    ...(ssl ? { ssl } : {}),
    max: WRITERS + READERS,
    application_name: 'ratings',
  });
  const onLost = (error: Error): void => {
    strapi.log.warn(`ratings: a connection was lost (${error.message}); another is opened.`);
  };
  pool.on('error', onLost);
  const nameOf = createNames();

  const run = async <Result>(client: PoolClient, script: Script<Result>): Promise<Result> => {
    let isOpen = false;
    let isCommitted = false;
    const send = async (work: Statement | Together): Promise<unknown[]> => {
      if (isCommitted) throw new Error('ratings: a statement follows a commit.');
      const { together, ends } = 'together' in work ? work : { together: [work], ends: false };
      // A statement that is all there is makes a transaction by itself.
      const isAlone = ends && !isOpen && together.length === 1;
      if (!isOpen && !isAlone) await client.query('BEGIN');
      isOpen = !isAlone;
      const all: unknown[][] = [];
      for (const { sql, values } of together)
        all.push((await client.query({ ...nameOf(sql), values: [...values] })).rows);
      if (ends && isOpen) await client.query('COMMIT');
      isCommitted = ends;
      return 'together' in work ? all : (all[0] ?? []);
    };
    let step = script.next();
    while (!step.done) step = script.next(await send(step.value));
    if (isOpen && !isCommitted) await client.query('COMMIT');
    return step.value;
  };

  const attempt = async <Result>(script: Script<Result>): Promise<Result> => {
    const client = await pool.connect();
    // The pool listens to idle connections only; an error that nobody listens to ends the process.
    client.on('error', onLost);
    let broken: Error | undefined;
    try {
      return await run(client, script);
    } catch (error) {
      await client.query('ROLLBACK').catch((lost: Error) => (broken = lost));
      throw error;
    } finally {
      // One that is given up may still have errors to tell.
      if (!broken) client.off('error', onLost);
      client.release(broken);
    }
  };

  return {
    tables,
    writers: WRITERS,
    async write<Result>(script: () => Script<Result>) {
      for (let tries = 1; ; tries += 1) {
        try {
          return await attempt(script());
        } catch (error) {
          if (tries === ATTEMPTS || !canRunAgain(error)) throw error;
        }
      }
    },
    async read<Row>({ sql, values }: Statement) {
      const { rows } = await pool.query({ ...nameOf(sql), values: [...values] });
      return rows as Row[];
    },
    close: () => pool.end(),
  };
};
