import { createRequire } from 'node:module';
import { ROOT, inRoot } from './paths.mjs';
import { prepareToServe } from './prepare.mjs';

const SETTLE_LIMIT_MS = 20_000;
const QUIET_CHECKS = 15;

/**
 * Waits for what Strapi does behind a publication: its event subscribers query the database one thing after another, and
 * nobody awaits them. The pool must have been idle for a while.
 */
const settle = async (strapi) => {
  const { pool } = strapi.db.connection.client;
  const isBusy = () => pool.numUsed() + pool.numPendingAcquires() + pool.numPendingCreates() > 0;
  const end = Date.now() + SETTLE_LIMIT_MS;
  for (let quiet = 0; quiet < QUIET_CHECKS && Date.now() < end;) {
    quiet = isBusy() ? 0 : quiet + 1;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

/**
 * Loads the application without serving it, for a command that works on its content. A server may run beside it.
 * @param {(strapi: object) => Promise<number>} work its answer is the exit code
 */
export const withApp = async (work) => {
  await prepareToServe();
  // A command on an empty database starts a real site: the sample content stays away.
  process.env.SAMPLE_CONTENT = 'false';
  // What it leaves to do in the background is the server's, which knows the settings that the site is served with.
  process.env.BACKGROUND_WORK = 'false';
  process.env.STRAPI_TELEMETRY_DISABLED ??= 'true';
  const { createStrapi } = createRequire(import.meta.url)('@strapi/strapi');
  const strapi = createStrapi({ appDir: ROOT, distDir: inRoot('dist') });
  strapi.log.level = 'error';
  let code = 1;
  try {
    await strapi.load();
    code = await work(strapi);
  } finally {
    await settle(strapi);
    await strapi.destroy();
  }
  process.exit(code);
};
