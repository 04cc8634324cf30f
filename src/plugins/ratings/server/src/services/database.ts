import type { Core } from '@strapi/strapi';
import { openDatabase, type Database } from '../store/database';

/** The plugin's way to its tables, open from bootstrap to destroy. */
export interface DatabaseService {
  open(): void;
  /** @throws before the plugin has started */
  get(): Database;
  close(): Promise<void>;
}

export const createDatabaseService = ({ strapi }: { strapi: Core.Strapi }): DatabaseService => {
  let database: Database | null = null;
  return {
    open() {
      database ??= openDatabase(strapi);
    },
    get() {
      if (!database) throw new Error('ratings: nothing can be read or written before the plugin has started.');
      return database;
    },
    async close() {
      await database?.close();
      database = null;
    },
  };
};
