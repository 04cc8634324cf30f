import Sqlite from 'better-sqlite3';
import type { Core } from '@strapi/strapi';
import type { Database } from './database';
import type { Script, Statement } from './script';
import type { Tables } from './tables';

/** The file of the host's database. */
export const sqliteFile = (strapi: Core.Strapi): string =>
  strapi.config.get<string>('database.connection.connection.filename');

/** Strapi's pool of connections; on SQLite it has one. */
interface Pool {
  acquireConnection(): Promise<Sqlite.Database>;
  releaseConnection(connection: Sqlite.Database): Promise<void>;
}

type Prepared = Map<string, Sqlite.Statement<unknown[]>>;

const statementOf = (handle: Sqlite.Database, prepared: Prepared, sql: string) => {
  const known = prepared.get(sql);
  if (known) return known;
  const statement = handle.prepare<unknown[]>(sql);
  prepared.set(sql, statement);
  return statement;
};

const execute = (handle: Sqlite.Database, prepared: Prepared, { sql, values }: Statement): unknown[] => {
  const statement = statementOf(handle, prepared, sql);
  if (statement.reader) return statement.all(...values);
  statement.run(...values);
  return [];
};

/**
 * SQLite. Writes run on Strapi's own connection, between its transactions: a second handle that writes in the same process
 * would wait for Strapi's transaction without letting it go on. Each runs from its first statement to its commit without
 * giving way, so no editor's work ever waits for it either. Reads have a handle of their own; in WAL mode they wait for nobody.
 */
export const openSqlite = (strapi: Core.Strapi, tables: Tables): Database => {
  const pool: Pool = strapi.db.connection.client;
  const reader = new Sqlite(sqliteFile(strapi), { readonly: true, fileMustExist: true, timeout: 15_000 });
  const readStatements: Prepared = new Map();
  const writeStatements = new WeakMap<Sqlite.Database, Prepared>();

  const play = <Result>(handle: Sqlite.Database, script: Script<Result>): Result => {
    const prepared: Prepared = writeStatements.get(handle) ?? new Map();
    writeStatements.set(handle, prepared);
    let step = script.next();
    while (!step.done) {
      const work = step.value;
      step = script.next(
        'together' in work
          ? work.together.map((statement) => execute(handle, prepared, statement))
          : execute(handle, prepared, work),
      );
    }
    return step.value;
  };

  return {
    tables,
    writers: 1,
    async write<Result>(script: () => Script<Result>) {
      const handle = await pool.acquireConnection();
      try {
        return handle.transaction(() => play(handle, script())).immediate();
      } finally {
        await pool.releaseConnection(handle);
      }
    },
    async read<Row>(statement: Statement) {
      return execute(reader, readStatements, statement) as Row[];
    },
    async close() {
      reader.close();
    },
  };
};
