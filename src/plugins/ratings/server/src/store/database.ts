import type { Core } from '@strapi/strapi';
import { openPostgres } from './postgres';
import type { Script, Statement } from './script';
import { openSqlite } from './sqlite';
import { tablesFor, type Tables } from './tables';

/** A way to the plugin's tables that waits for nothing but their own rows. */
export interface Database {
  tables: Tables;
  /** Runs a script in a transaction of its own, committed when the promise resolves. Never inside another transaction. */
  write<Result>(script: () => Script<Result>): Promise<Result>;
  /** Runs one statement that only reads: what is committed now. */
  read<Row>(statement: Statement): Promise<Row[]>;
  /** How many transactions may run at once. */
  writers: number;
  close(): Promise<void>;
}

export const openDatabase = (strapi: Core.Strapi): Database => {
  const tables = tablesFor(strapi);
  return tables.client === 'sqlite' ? openSqlite(strapi, tables) : openPostgres(strapi, tables);
};
