import type { Core } from '@strapi/strapi';
import { idleService } from './services/access';
import { migrate } from './store/migrate';
import { tablesFor } from './store/tables';

/** The database file, where the host runs on SQLite. */
const sqliteFile = (strapi: Core.Strapi): string | null =>
  strapi.db.dialect.client === 'sqlite' ? strapi.config.get<string>('database.connection.connection.filename') : null;

export const bootstrap = async ({ strapi }: { strapi: Core.Strapi }): Promise<void> => {
  const done = await migrate(strapi, tablesFor(strapi), sqliteFile(strapi));
  if (done.length > 0) strapi.log.info(`idle-timeout: migrated (${done.join(', ')})`);
  idleService(strapi, 'cleaner').start();
};
