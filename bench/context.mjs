import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { freshSecrets } from '../scripts/setup/env-file.mjs';
import { inRoot } from '../scripts/setup/paths.mjs';

const SERVER = process.env.TEST_DATABASE_URL || 'postgres://postgres@127.0.0.1:5432/postgres';

export const say = (text) => process.stderr.write(`${text}\n`);

/** Values spread over a list. */
export const some = (values, count) => values.filter((_, index) => index % Math.ceil(values.length / count) === 0);

const addressOf = (name) => SERVER.replace(/postgres$/, name);

const onServer = async (sql, name = 'postgres') => {
  const client = new pg.Client({ connectionString: addressOf(name) });
  await client.connect();
  await client.query(sql);
  await client.end();
};

/** What the measurements share: how long, on which database, and databases of their own that go with `clean`. */
export const createContext = ({ quick, database }) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'gazette-bench-'));
  mkdirSync(path.join(folder, 'uploads'));
  const databaseName = `gazette_bench_${process.pid}`;
  const made = new Set();
  const environmentFor = (name) => ({
    ...freshSecrets(),
    NODE_ENV: 'production',
    ENV_PATH: '/dev/null',
    SAMPLE_CONTENT: 'false',
    STRAPI_TELEMETRY_DISABLED: 'true',
    PUBLIC_API_URL: 'http://localhost:1337',
    PUBLIC_DIR: folder,
    DATABASE_CLIENT: database,
    ...(database === 'postgres'
      ? { DATABASE_URL: addressOf(name) }
      : { DATABASE_FILENAME: path.join(folder, `${name}.db`) }),
  });
  return {
    database,
    databaseName,
    articles: quick ? 300 : 1_000,
    load: quick ? { rounds: 3, seconds: 3, connections: 16 } : { rounds: 5, seconds: 8, connections: 16 },
    /** Fills a new database by a script of bench/content. @returns its environment and what the script wrote to its last argument */
    async fill(name, script, ...values) {
      const environment = environmentFor(name);
      if (database === 'postgres') await onServer(`CREATE DATABASE ${name}`);
      made.add(name);
      const file = path.join(folder, `${name}.json`);
      const child = fork(inRoot(`bench/content/${script}`), [...values.map(String), file], {
        env: { ...process.env, ...environment },
      });
      child.on('message', say);
      const [code] = await once(child, 'exit');
      if (code !== 0) throw new Error('The content could not be made.');
      // What a server does by itself some minutes after; some have that turned off.
      if (database === 'postgres') await onServer('ANALYZE', name);
      return { environment, ...JSON.parse(readFileSync(file, 'utf8')) };
    },
    async clean() {
      rmSync(folder, { recursive: true, force: true });
      if (database === 'postgres')
        for (const name of made) await onServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    },
  };
};
