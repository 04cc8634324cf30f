import { randomBytes } from 'node:crypto';
import { devNull } from 'node:os';
import path from 'node:path';

/** The folder of the application. */
export const ROOT = path.resolve(__dirname, '../..');

/** What tests leave behind on purpose: templates, for the next run. */
export const TEST_FOLDER = path.join(ROOT, '.tmp/tests');

const secret = (): string => randomBytes(24).toString('base64');

/**
 * Settings of an application under test. They stand on their own: no .env is read, and what the developer's shell
 * sets for a real site is taken back.
 */
export const testEnvironment = (): Record<string, string> => ({
  NODE_ENV: 'test',
  ENV_PATH: devNull,
  HOST: '127.0.0.1',
  PORT: '1337',
  PUBLIC_API_URL: '',
  PUBLIC_SITE_URL: '',
  TRUST_PROXY: 'false',
  CORS_ORIGINS: '*',
  DEFAULT_LOCALE: 'vi',
  SAMPLE_CONTENT: 'false',
  READER: 'true',
  PUBLIC_VERSIONS: 'false',
  CACHE_SHARED_MAX_AGE: '60',
  CACHE_STALE_WHILE_REVALIDATE: '60',
  MEMBER_IDLE_SECONDS: '1800',
  EDITOR_IDLE_SECONDS: '1800',
  IDLE_WARN_SECONDS: '60',
  KEEP_TYPED_HOURS: '72',
  MEMBER_COOKIE_SAME_SITE: 'lax',
  BACKGROUND_WORK: 'true',
  FEEDS_WEBSUB_HUB: '',
  WEBHOOKS: '',
  WEBHOOK_RETRY_SECONDS: '',
  OUTGOING_TO_PRIVATE_ADDRESSES: 'false',
  APP_KEYS: [secret(), secret()].join(','),
  API_TOKEN_SALT: secret(),
  ADMIN_JWT_SECRET: secret(),
  TRANSFER_TOKEN_SALT: secret(),
  ENCRYPTION_KEY: secret(),
  JWT_SECRET: secret(),
  STRAPI_TELEMETRY_DISABLED: 'true',
});
