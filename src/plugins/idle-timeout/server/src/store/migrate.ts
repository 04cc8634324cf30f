import Database from 'better-sqlite3';
import type { Core } from '@strapi/strapi';
import { migrations } from './migrations';
import { run, rows, type Tables } from './tables';

/** An arbitrary constant: the advisory lock under which instances that start together take turns. */
const MIGRATION_LOCK = 7_420_101;

const createTable = (t: Tables) =>
  `CREATE TABLE IF NOT EXISTS ${t.migrations} (name TEXT PRIMARY KEY, applied_at TEXT NOT NULL)`;

/** SQLite migrates on a handle of its own, because only there can the transaction start with the write lock in hand. */
const migrateSqlite = (filename: string, t: Tables): string[] => {
  const database = new Database(filename, { timeout: 60_000 });
  try {
    database.pragma('journal_mode = WAL');
    return database
      .transaction(() => {
        database.exec(createTable(t));
        const done = new Set(database.prepare<[], string>(`SELECT name FROM ${t.migrations}`).pluck().all());
        const pending = migrations.filter(({ name }) => !done.has(name));
        for (const migration of pending) {
          for (const statement of migration.statements(t)) database.exec(statement);
          database
            .prepare(`INSERT INTO ${t.migrations} (name, applied_at) VALUES (?, ?)`)
            .run(migration.name, new Date().toISOString());
        }
        return pending.map(({ name }) => name);
      })
      .immediate();
  } finally {
    database.close();
  }
};

const migratePostgres = (strapi: Core.Strapi, t: Tables): Promise<string[]> =>
  strapi.db.connection.transaction(async (trx) => {
    await run(trx, 'SELECT pg_advisory_xact_lock(?)', [MIGRATION_LOCK]);
    await run(trx, createTable(t));
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

/** Brings this plugin's tables up to date, once, however many instances start together. Returns the names of what was run. */
export const migrate = async (strapi: Core.Strapi, t: Tables, sqliteFile: string | null): Promise<string[]> =>
  sqliteFile === null ? migratePostgres(strapi, t) : migrateSqlite(sqliteFile, t);
