import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createStrapi, type Core } from '@strapi/strapi';
import supertest from 'supertest';
import { buildKey } from './build-key';
import { ROOT, testEnvironment } from './environment';
import { watchAnswers } from './described/watch';
import { createDatabase } from './test-database';
import type { TestStrapi } from './test-strapi';

export interface StartOptions {
  /** Settings of this application, over those of every test. */
  environment?: Record<string, string>;
  /** Start on an empty database instead of a copy of the migrated template: slower, and shows a first start. */
  emptyDatabase?: boolean;
  /** Changes the host's configuration after its files are read and before it starts. */
  configure?(config: Core.Strapi['config']): void;
}

export interface TestApp {
  strapi: TestStrapi;
  /** Asks the application over HTTP; cookies are not kept between requests. */
  request: ReturnType<typeof supertest>;
  /** Where it listens, without a slash at the end. */
  url: string;
  /** Ends it and removes its database and uploads. */
  stop(): Promise<void>;
}

const listen = (strapi: Core.Strapi): Promise<string> =>
  new Promise((resolve, reject) => {
    const { httpServer } = strapi.server;
    httpServer.once('error', reject);
    strapi.server.mount();
    httpServer.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(httpServer.address() as AddressInfo).port}`));
  });

const SETTLE_LIMIT_MS = 20_000;
const QUIET_CHECKS = 15;

/**
 * Waits for what Strapi reads behind a publication for its event subscribers, and nobody awaits. They read one thing
 * after another, so the pool must have been idle for a while.
 */
const settle = async (strapi: Core.Strapi): Promise<void> => {
  const { pool } = strapi.db.connection.client;
  const isBusy = () => pool.numUsed() + pool.numPendingAcquires() + pool.numPendingCreates() > 0;
  const end = Date.now() + SETTLE_LIMIT_MS;
  for (let quiet = 0; quiet < QUIET_CHECKS && Date.now() < end; await wait(20)) quiet = isBusy() ? 0 : quiet + 1;
};

/**
 * Boots the built application in this process on a database and an upload folder of its own. Strapi is one per
 * process: stop one before the next is started. A boot takes seconds, so a test file does it once, in `beforeAll`.
 */
export const startApp = async ({
  environment = {},
  emptyDatabase = false,
  configure,
}: StartOptions = {}): Promise<TestApp> => {
  const database = await createDatabase(process.env.GAZETTE_TEST_BUILD || buildKey(), { empty: emptyDatabase });
  const publicFolder = await mkdtemp(path.join(tmpdir(), 'gazette-public-'));
  await mkdir(path.join(publicFolder, 'uploads'));
  const removeTraces = async () => {
    await database.drop();
    await rm(publicFolder, { recursive: true, force: true });
  };

  Object.assign(process.env, testEnvironment(), database.environment, { PUBLIC_DIR: publicFolder }, environment);
  const strapi = createStrapi({ appDir: ROOT, distDir: path.join(ROOT, 'dist') });
  try {
    strapi.log.level = 'error';
    configure?.(strapi.config);
    await strapi.load();
    const url = await listen(strapi);
    const unwatch = watchAnswers(strapi, url);
    return {
      strapi: strapi as unknown as TestStrapi,
      url,
      request: supertest(url),
      async stop() {
        unwatch();
        await settle(strapi);
        await strapi.destroy();
        await removeTraces();
      },
    };
  } catch (error) {
    // A boot that fails must say why, not hang on what it had opened.
    await strapi.destroy().catch(() => undefined);
    await removeTraces();
    throw error;
  }
};
