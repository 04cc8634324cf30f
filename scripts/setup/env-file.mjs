import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT, inRoot } from './paths.mjs';
import { SetUpError } from './stop.mjs';

/** Stands for a secret in .env.example. */
const PLACEHOLDER = '<random>';

/** Secrets that an installation made before they were thought of does without: others stand in for them. */
const DISPENSABLE = new Set(['RATINGS_SECRETS']);

const EXAMPLE = inRoot('.env.example');

/** The file that Strapi reads its settings from. */
const envFile = () => path.resolve(ROOT, process.env.ENV_PATH || '.env');

const readText = (file) => {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    const reason = error.code === 'EISDIR' ? 'it is a folder' : error.message;
    throw new SetUpError(
      `${file} cannot be read: ${reason}. It must be a file of lines such as PORT=1337; .env.example shows all of them.`,
    );
  }
};

const unquote = (value) => {
  const quote = value[0];
  if (quote === '"' || quote === "'" || quote === '`') {
    const end = value.indexOf(quote, 1);
    if (end > 0) return value.slice(1, end);
  }
  const comment = value.search(/\s#|^#/);
  return (comment < 0 ? value : value.slice(0, comment)).trim();
};

/** The settings of an environment file: lines of `NAME=value`; values may be quoted, `#` starts a comment. */
export const parseSettings = (text) => {
  const settings = {};
  for (const line of text.split(/\r?\n/)) {
    const start = line.trim().replace(/^export\s+/, '');
    const equals = start.indexOf('=');
    if (start.startsWith('#') || equals < 1) continue;
    settings[start.slice(0, equals).trim()] = unquote(start.slice(equals + 1).trim());
  }
  return settings;
};

const randomSecret = () => randomBytes(24).toString('base64');

const fillPlaceholders = (text) => text.replaceAll(PLACEHOLDER, randomSecret);

const exampleText = () => readFileSync(EXAMPLE, 'utf8');

/** The names of the settings that must be secret; .env.example marks them with a placeholder. */
export const secretNames = () =>
  Object.entries(parseSettings(exampleText()))
    .filter(([, value]) => value.includes(PLACEHOLDER))
    .map(([name]) => name);

/** A fresh value for every secret, for runs that must not depend on a file. */
export const freshSecrets = () => {
  const settings = parseSettings(fillPlaceholders(exampleText()));
  return Object.fromEntries(secretNames().map((name) => [name, settings[name]]));
};

/** What the application will be started with: the real environment first, then the environment file. */
export const effectiveSettings = () => ({ ...parseSettings(readText(envFile()) ?? ''), ...process.env });

/** Linked into place when complete: never half a file, and never over one that is there. */
const create = (file) => {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, fillPlaceholders(exampleText()), { mode: 0o600 });
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  } finally {
    unlinkSync(draft);
  }
};

/**
 * Makes the environment file with fresh secrets where there is none and the real environment does not bring them all.
 * @throws {SetUpError} naming the secrets that neither the file nor the real environment has
 */
export const ensureEnvironment = () => {
  const names = secretNames().filter((name) => !DISPENSABLE.has(name));
  const file = envFile();
  const isComplete = names.every((name) => process.env[name]);
  if (!isComplete && readText(file) === null && create(file)) {
    console.log(`Made ${path.relative(ROOT, file)} with fresh secrets`);
  }
  const settings = effectiveSettings();
  const lacking = names.filter((name) => !settings[name] || settings[name].includes(PLACEHOLDER));
  if (lacking.length === 0) return;
  throw new SetUpError(
    `${path.relative(ROOT, file)} has no value for ${lacking.join(', ')}. Set ${lacking.length === 1 ? 'it' : 'each'} there or in the environment to a long random text; \`openssl rand -base64 24\` prints one (APP_KEYS takes several, separated by commas).`,
  );
};
