import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import type { MigrateDatabase, TestDatabase } from './test-database';

const DEFAULT_URL = 'postgres://postgres@127.0.0.1:5432/postgres';

const serverUrl = (): string => process.env.TEST_DATABASE_URL || DEFAULT_URL;

const urlOf = (database: string): string => {
  const url = new URL(serverUrl());
  url.pathname = `/${database}`;
  return url.href;
};

const settings = (database: string) => ({
  DATABASE_CLIENT: 'postgres',
  DATABASE_URL: urlOf(database),
  DATABASE_SCHEMA: 'public',
  DATABASE_SSL: 'false',
  DATABASE_POOL_MIN: '1',
  DATABASE_POOL_MAX: '10',
});

const onServer = async <Result>(work: (client: Client) => Promise<Result>): Promise<Result> => {
  const client = new Client({ connectionString: serverUrl() });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

/** Other checkouts may be testing at the same time, each from the template of its own build. */
const KEPT_TEMPLATES = 8;

const templateOf = (key: string): string => `gazette_template_${key}`;

/** The newest first. */
const namesLike = async (client: Client, pattern: string): Promise<string[]> => {
  const { rows } = await client.query<{ datname: string }>(
    'SELECT datname FROM pg_database WHERE datname LIKE $1 ORDER BY oid DESC',
    [pattern],
  );
  return rows.map(({ datname }) => datname);
};

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** A run that was killed leaves databases behind; their names tell the process that made them. */
const dropAbandoned = async (client: Client): Promise<void> => {
  for (const name of await namesLike(client, 'gazette\\_test\\_%')) {
    const pid = Number(name.split('_')[2]);
    if (!isAlive(pid)) await client.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
  }
};

const newName = (): string => `gazette_test_${process.pid}_${randomBytes(4).toString('hex')}`;

export const ensureTemplate = (key: string, migrate: MigrateDatabase): Promise<void> =>
  onServer(async (client) => {
    await dropAbandoned(client);
    const templates = await namesLike(client, 'gazette\\_template\\_%');
    if (templates.includes(templateOf(key))) return;
    for (const old of templates.slice(KEPT_TEMPLATES)) await client.query(`DROP DATABASE IF EXISTS "${old}"`);
    const draft = newName();
    await client.query(`CREATE DATABASE "${draft}"`);
    await migrate(settings(draft));
    await client.query(`ALTER DATABASE "${draft}" RENAME TO "${templateOf(key)}"`);
  });

export const createDatabase = async (key: string, { empty = false }: { empty?: boolean }): Promise<TestDatabase> => {
  const name = newName();
  const template = empty ? 'template0' : templateOf(key);
  await onServer((client) => client.query(`CREATE DATABASE "${name}" TEMPLATE "${template}"`));
  return {
    environment: settings(name),
    drop: async () => {
      await onServer((client) => client.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`));
    },
  };
};
