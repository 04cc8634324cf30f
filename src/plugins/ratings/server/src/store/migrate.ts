import Sqlite from 'better-sqlite3';
import type { Core } from '@strapi/strapi';
import { migrations, voteIndexes } from './migrations';
import { sqliteFile } from './sqlite';
import type { Tables } from './tables';

/** An arbitrary constant: the advisory lock under which instances that start together take turns. */
const MIGRATION_LOCK = 7_420_011;

const createTable = (t: Tables) =>
  `CREATE TABLE IF NOT EXISTS ${t.migrations} (name TEXT PRIMARY KEY, applied_at TEXT NOT NULL)`;

const pendingAmong = (done: ReadonlySet<string>) => migrations.filter(({ name }) => !done.has(name));

/** SQLite migrates on a handle of its own, because only there can the transaction start with the write lock in hand. */
const migrateSqlite = (filename: string, t: Tables): string[] => {
  const database = new Sqlite(filename, { timeout: 60_000 });
  try {
    database.pragma('journal_mode = WAL');
    return database
      .transaction(() => {
        database.exec(createTable(t));
        const names = database.prepare<[], string>(`SELECT name FROM ${t.migrations}`).pluck().all();
        const pending = pendingAmong(new Set(names));
        for (const migration of pending) {
          for (const statement of migration.statements(t)) database.exec(statement);
          database
            .prepare(`INSERT INTO ${t.migrations} (name, applied_at) VALUES (?, ?)`)
            .run(migration.name, new Date().toISOString());
        }
        for (const statement of voteIndexes(t)) database.exec(statement);
        return pending.map(({ name }) => name);
      })
      .immediate();
  } finally {
    database.close();
  }
};

const migratePostgres = (strapi: Core.Strapi, t: Tables): Promise<string[]> =>
  strapi.db.connection.transaction(async (trx) => {
    await trx.raw('SELECT pg_advisory_xact_lock(?)', [MIGRATION_LOCK]);
    await trx.raw(createTable(t));
    const { rows }: { rows: { name: string }[] } = await trx.raw(`SELECT name FROM ${t.migrations}`);
    const pending = pendingAmong(new Set(rows.map(({ name }) => name)));
    for (const migration of pending) {
      for (const statement of migration.statements(t)) await trx.raw(statement);
      await trx.raw(`INSERT INTO ${t.migrations} (name, applied_at) VALUES (?, ?)`, [
        migration.name,
        new Date().toISOString(),
      ]);
    }
    for (const statement of voteIndexes(t)) await trx.raw(statement);
    return pending.map(({ name }) => name);
  });

/** Brings the plugin's tables and keys up to date, once, however many instances start together. Returns the names of what was run. */
export const migrate = async (strapi: Core.Strapi, t: Tables): Promise<string[]> =>
  t.client === 'postgres' ? migratePostgres(strapi, t) : migrateSqlite(sqliteFile(strapi), t);
