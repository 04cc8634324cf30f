import type { Core } from '@strapi/strapi';
import type { ClientConfig } from 'pg';
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

/** Where Strapi writes; with `readUrl`, where public reads read. */
const postgresAt = (strapi: Core.Strapi, readUrl: string): ClientConfig => {
  const { connectionString, host, port, database, user, password, ssl } = settings(strapi);
  return {
    ...(readUrl || connectionString
      ? { connectionString: readUrl || connectionString }
      : { host, port, database, user, password }),
    ...(ssl ? { ssl } : {}),
  };
};

/** The settings of a connection to the database that Strapi writes to, on PostgreSQL. */
export const primarySettings = (strapi: Core.Strapi): ClientConfig => postgresAt(strapi, '');

/** Opens the connection for public reads, beside Strapi's own. */
export const openReadConnection = (strapi: Core.Strapi): ReadConnection => {
  const file = sqliteFile(strapi);
  if (file !== null) return openSqlite(file);
  const { readUrl, readPoolMax } = strapi.config.get<DeliveryConfig>('plugin::delivery');
  return openPostgres(
    {
      ...postgresAt(strapi, readUrl),
      max: readPoolMax,
      application_name: 'delivery-reads',
    },
    (error) =>
      strapi.log.warn(
        `delivery: a connection for public reads was lost (${error.message}); the next read opens another.`,
      ),
  );
};
