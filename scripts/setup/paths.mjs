import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the application. */
export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** A path inside the application, made absolute. */
export const inRoot = (...parts) => path.join(ROOT, ...parts);

/** The script behind a command of an installed package, to be run with this same Node. */
export const COMMANDS = {
  strapi: inRoot('node_modules/@strapi/strapi/bin/strapi.js'),
  strapiPlugin: inRoot('node_modules/@strapi/sdk-plugin/bin/strapi-plugin.js'),
  tsc: inRoot('node_modules/typescript/bin/tsc'),
  jest: inRoot('node_modules/jest/bin/jest.js'),
};
