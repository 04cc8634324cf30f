import type { Core } from '@strapi/strapi';
import { migrations } from './migrations';
import { inTransaction, rows, run, type Tables, type Transaction } from './tables';

/** An arbitrary constant: the advisory lock under which instances that start together take turns. */
const MIGRATION_LOCK = 7_420_021;

/** Makes whoever comes second wait. On SQLite a transaction that begins with a write holds the database's own write lock. */
const takeTurns = async (trx: Transaction, t: Tables): Promise<void> => {
  if (t.client === 'postgres') {
    await run(trx, 'SELECT pg_advisory_xact_lock(?)', [MIGRATION_LOCK]);
    await run(trx, createTable(t));
  } else await run(trx, `DELETE FROM ${t.migrations} WHERE name = ''`);
};

const createTable = (t: Tables): string =>
  `CREATE TABLE IF NOT EXISTS ${t.migrations} (name TEXT PRIMARY KEY, applied_at TEXT NOT NULL)`;

/** Brings the plugin's tables up to date, once, however many instances start together. Returns the names of what was run. */
export const migrate = async (strapi: Core.Strapi, t: Tables): Promise<string[]> => {
  if (t.client === 'sqlite') await strapi.db.connection.raw(createTable(t));
  return inTransaction(strapi, async (trx) => {
    await takeTurns(trx, t);
    const done = new Set(
      (await rows<{ name: string }>(trx, `SELECT name FROM ${t.migrations}`)).map(({ name }) => name),
    );
    const pending = migrations.filter(({ name }) => !done.has(name));
    for (const migration of pending) {
      for (const statement of migration.statements(t)) await run(trx, statement);
      await run(trx, `INSERT INTO ${t.migrations} (name, applied_at) VALUES (?, ?)`, [
        migration.name,
        new Date().toISOString(),
      ]);
    }
    return pending.map(({ name }) => name);
  });
};
