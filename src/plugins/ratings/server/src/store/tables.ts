import type { Core } from '@strapi/strapi';

export type Client = 'sqlite' | 'postgres';

/** Names of the plugin's tables, with the schema where the database has one. */
export interface Tables {
  client: Client;
  /** The content type's own table. */
  votes: string;
  summaries: string;
  events: string;
  migrations: string;
  /** The function that casts ballots; on PostgreSQL only. */
  cast: string;
}

const isClient = (client: string): client is Client => client === 'sqlite' || client === 'postgres';

/** @throws when the host's database is neither SQLite nor PostgreSQL. */
export const tablesOf = (client: string, schema?: string): Tables => {
  if (!isClient(client))
    throw new Error(`The ratings plugin keeps votes in SQLite or PostgreSQL; the database client here is "${client}".`);
  const prefix = client === 'postgres' && schema ? `"${schema.replaceAll('"', '""')}".` : '';
  return {
    client,
    votes: `${prefix}ratings_votes`,
    summaries: `${prefix}ratings_summaries`,
    events: `${prefix}ratings_events`,
    migrations: `${prefix}ratings_migrations`,
    cast: `${prefix}ratings_cast`,
  };
};

export const tablesFor = (strapi: Core.Strapi): Tables => tablesOf(strapi.db.dialect.client, strapi.db.getSchemaName());
