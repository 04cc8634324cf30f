import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';

export type Client = 'sqlite' | 'postgres';

/** Names of this plugin's tables, quoted and with the schema where the database has one, and its way to tell the time. */
export interface Tables {
  client: Client;
  sessions: string;
  sessionIds: string;
  migrations: string;
  /**
   * Milliseconds since 1970 by the database's clock: the one clock that all instances share. On PostgreSQL it is the time
   * of the call, not of the transaction's start.
   */
  now: string;
}

/** What runs a statement: a transaction, or Strapi's connection. */
export interface Queryable {
  raw(sql: string, bindings: Knex.RawBinding[]): PromiseLike<unknown>;
}

const NOW: Record<Client, string> = {
  sqlite: "CAST(unixepoch('now', 'subsec') * 1000 AS INTEGER)",
  postgres: 'CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)',
};

const isClient = (client: string): client is Client => client === 'sqlite' || client === 'postgres';

/** @throws Error when the host's database is neither SQLite nor PostgreSQL */
export const tablesOf = (client: string, schema?: string): Tables => {
  if (!isClient(client)) {
    throw new Error(
      `The idle-timeout plugin stores sessions in SQLite or PostgreSQL; the database client here is "${client}".`,
    );
  }
  const prefix = client === 'postgres' && schema ? `"${schema.replaceAll('"', '""')}".` : '';
  return {
    client,
    sessions: `${prefix}idle_sessions`,
    sessionIds: `${prefix}idle_session_ids`,
    migrations: `${prefix}idle_migrations`,
    now: NOW[client],
  };
};

export const tablesFor = (strapi: Core.Strapi): Tables => tablesOf(strapi.db.dialect.client, strapi.db.getSchemaName());

/**
 * Runs `work` in the transaction that is open here, or in one of its own.
 * @throws also where its own commit fails: Strapi takes a commit for done as soon as it was tried
 */
export const inTransaction = async <T>(
  strapi: Core.Strapi,
  work: (trx: Knex.Transaction) => Promise<T>,
): Promise<T> => {
  const isOwn = !strapi.db.inTransaction();
  const own: Knex.Transaction[] = [];
  const result = await strapi.db.transaction(({ trx }) => {
    if (isOwn) own.push(trx);
    return work(trx);
  });
  for (const trx of own) await trx.executionPromise;
  return result;
};

/**
 * Runs `work` in the transaction that is open here, or else on Strapi's connection. Sessions of a user end within the
 * transaction that changes the password; on SQLite, which has one connection, anything else would wait for itself.
 */
export const onDatabase = <T>(strapi: Core.Strapi, work: (queryable: Queryable) => Promise<T>): Promise<T> =>
  strapi.db.inTransaction() ? inTransaction(strapi, work) : work(strapi.db.connection);

/** The rows of a raw query on either database. */
export const rows = async <Row>(
  queryable: Queryable,
  sql: string,
  bindings: Knex.RawBinding[] = [],
): Promise<Row[]> => {
  // better-sqlite3 gives the rows themselves, pg an object that holds them; knex types the difference away.
  const result: unknown = await queryable.raw(sql, bindings);
  return (Array.isArray(result) ? result : (result as { rows: Row[] }).rows) as Row[];
};

export const run = async (queryable: Queryable, sql: string, bindings: Knex.RawBinding[] = []): Promise<void> => {
  await queryable.raw(sql, bindings);
};

/** `?, ?, ?` for the values of an IN. */
export const marks = (values: readonly unknown[]): string => values.map(() => '?').join(', ');
