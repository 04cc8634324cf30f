import path from 'path';
import type { Core } from '@strapi/strapi';

type Env = Core.Config.Shared.ConfigParams['env'];

interface SqliteHandle {
  pragma(source: string): unknown;
}

/** WAL lets public reads go on while an editor saves; a second process (an import) waits for the lock instead of failing. */
const sqlite = (env: Env) => ({
  client: 'sqlite',
  connection: { filename: path.resolve(env('DATABASE_FILENAME', '.tmp/data.db')) },
  useNullAsDefault: true,
  pool: {
    afterCreate(handle: SqliteHandle, done: (error: Error | null, handle: SqliteHandle) => void) {
      handle.pragma('journal_mode = WAL');
      handle.pragma('synchronous = NORMAL');
      handle.pragma('busy_timeout = 15000');
      done(null, handle);
    },
  },
});

const postgres = (env: Env) => ({
  client: 'postgres',
  connection: {
    connectionString: env('DATABASE_URL'),
    ssl: env.bool('DATABASE_SSL', false) && { rejectUnauthorized: env.bool('DATABASE_SSL_REJECT_UNAUTHORIZED', true) },
    schema: env('DATABASE_SCHEMA', 'public'),
  },
  pool: { min: env.int('DATABASE_POOL_MIN', 2), max: env.int('DATABASE_POOL_MAX', 10) },
});

export default ({ env }: Core.Config.Shared.ConfigParams) => {
  const client = env('DATABASE_CLIENT', 'sqlite');
  if (client === 'sqlite') return { connection: sqlite(env) };
  if (client === 'postgres') {
    if (!env('DATABASE_URL'))
      throw new Error(
        'DATABASE_CLIENT is postgres, so DATABASE_URL must be set (postgres://user:password@host:5432/database).',
      );
    return { connection: postgres(env) };
  }
  throw new Error(`DATABASE_CLIENT is "${client}"; Gazette runs on "sqlite" (the default) or "postgres".`);
};
