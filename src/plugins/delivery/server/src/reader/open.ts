import type { Core } from '@strapi/strapi';
import type { DeliveryConfig } from '../config';
import { openPostgres, openSqlite, type ReadConnection } from './connection';

interface ConnectionSettings {
  filename?: string;
  connectionString?: string;
  host?: string;
  port?: number;
  database?: string;
  user?: string;
  password?: string;
  ssl?: boolean | object;
  schema?: string;
}

const settings = (strapi: Core.Strapi): ConnectionSettings =>
  strapi.config.get<ConnectionSettings>('database.connection.connection');

/** The database file, where the host runs on SQLite. */
export const sqliteFile = (strapi: Core.Strapi): string | null =>
  strapi.db.dialect.client === 'sqlite' ? (settings(strapi).filename ?? null) : null;

/** Opens the connection for public reads, beside Strapi's own. */
export const openReadConnection = (strapi: Core.Strapi): ReadConnection => {
  const file = sqliteFile(strapi);
  if (file !== null) return openSqlite(file);
  const { readUrl, readPoolMax } = strapi.config.get<DeliveryConfig>('plugin::delivery');
  const { connectionString, host, port, database, user, password, ssl } = settings(strapi);
  return openPostgres(
    {
      ...(readUrl || connectionString
        ? { connectionString: readUrl || connectionString }
        : { host, port, database, user, password }),
      ...(ssl ? { ssl } : {}),
      max: readPoolMax,
      application_name: 'delivery-reads',
    },
    (error) =>
      strapi.log.warn(
        `delivery: a connection for public reads was lost (${error.message}); the next read opens another.`,
      ),
  );
};
