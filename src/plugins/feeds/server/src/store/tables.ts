import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';

export type Transaction = Knex.Transaction;

/** Names of the plugin's tables, with the schema where the database has one. */
export interface Tables {
  client: 'sqlite' | 'postgres';
  /** How far each follower of the change log has come. */
  cursors: string;
  /** What webhooks still have to get, and what was given up. */
  messages: string;
  migrations: string;
}

/** @throws when the host's database is neither SQLite nor PostgreSQL. */
export const tablesFor = (strapi: Core.Strapi): Tables => {
  const { client } = strapi.db.dialect;
  if (client !== 'sqlite' && client !== 'postgres')
    throw new Error(
      `The feeds plugin keeps its place in SQLite or PostgreSQL; the database client here is "${client}".`,
    );
  const schema = strapi.db.getSchemaName();
  const prefix = client === 'postgres' && schema ? `"${schema.replaceAll('"', '""')}".` : '';
  return {
    client,
    cursors: `${prefix}feeds_cursors`,
    messages: `${prefix}feeds_messages`,
    migrations: `${prefix}feeds_migrations`,
  };
};

/** The rows of a raw query on either database. */
export const rows = async <Row>(trx: Transaction, sql: string, bindings: Knex.RawBinding[] = []): Promise<Row[]> => {
  // better-sqlite3 gives the rows themselves, pg an object that holds them; knex types the difference away.
  const result: unknown = await trx.raw(sql, bindings);
  return (Array.isArray(result) ? result : (result as { rows: Row[] }).rows) as Row[];
};

export const run = async (trx: Transaction, sql: string, bindings: Knex.RawBinding[] = []): Promise<void> => {
  await trx.raw(sql, bindings);
};

/** Runs `work` in a transaction of its own. @throws also where the commit fails */
export const inTransaction = <T>(strapi: Core.Strapi, work: (trx: Transaction) => Promise<T>): Promise<T> =>
  strapi.db.connection.transaction(work);

/** `?, ?, ?` for the values of an IN. */
export const marks = (values: readonly unknown[]): string => values.map(() => '?').join(', ');
