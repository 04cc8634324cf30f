import { rmSync } from 'node:fs';
import { contentHash } from './content-hash.mjs';
import { effectiveSettings, freshSecrets } from './env-file.mjs';
import { COMMANDS, inRoot } from './paths.mjs';
import { runNode } from './step.mjs';

/**
 * What is built. Each part knows what it is made from (`hash`), where it notes that (`stamp`), what it waits for
 * (`after`), how it is made (`make`), and which other parts are made with it (`includes`).
 */

const TOOLS = [inRoot('package-lock.json')];
const TOOL_VERSION = process.versions.node;
const SHARED_BY_PLUGINS = [inRoot('tsconfig.json')];

// Strapi and its bundler take NODE_ENV as they find it; a development build of the admin is large and slow.
const BUILD_ENV = { NODE_ENV: 'production', STRAPI_TELEMETRY_DISABLED: 'true' };

const isSource = (file) => !file.endsWith('.test.ts');

const plugin = (name, after = []) => {
  const folder = inRoot('src/plugins', name);
  const part = {
    folder,
    name: `plugin ${name}`,
    after,
    stamp: `${folder}/dist/.gazette-build`,
    output: `${folder}/dist/server/index.js`,
    hash: () =>
      contentHash(
        [...TOOLS, ...SHARED_BY_PLUGINS, `${folder}/package.json`, `${folder}/server`, `${folder}/admin`],
        [TOOL_VERSION, ...after.map((other) => other.hash())],
        isSource,
      ),
    async make() {
      // The types of a file whose source is gone would still be found.
      rmSync(`${folder}/dist`, { recursive: true, force: true });
      await runNode(`The build of ${part.name}`, COMMANDS.strapiPlugin, ['build'], { cwd: folder, env: BUILD_ENV });
    },
  };
  return part;
};

const delivery = plugin('delivery');
const feeds = plugin('feeds', [delivery]);
const ratings = plugin('ratings');
const idleTimeout = plugin('idle-timeout');
const gazette = plugin('gazette', [delivery, ratings, idleTimeout]);

/** The plugins, those that others use before those. */
export const PLUGINS = [delivery, feeds, ratings, idleTimeout, gazette];

const SERVER_SOURCES = [inRoot('src'), inRoot('config'), inRoot('database'), inRoot('tsconfig.json')];
const isServerSource = (file) =>
  isSource(file) && /\.(ts|js|json)$/.test(file) && !/[\\/]src[\\/](admin|plugins)[\\/]/.test(file);

// A file whose source is gone must go too: Strapi loads whatever it finds in these folders.
const clearServer = () => {
  for (const folder of ['src', 'config', 'database']) rmSync(inRoot('dist', folder), { recursive: true, force: true });
};

/** What the plugins offer is in the types that the host is compiled against. */
const server = {
  name: 'application',
  after: PLUGINS,
  stamp: inRoot('dist/.gazette-build'),
  output: inRoot('dist/config/server.js'),
  hash: () =>
    contentHash([...TOOLS, ...SERVER_SOURCES], [TOOL_VERSION, ...PLUGINS.map((part) => part.hash())], isServerSource),
  async make() {
    clearServer();
    await runNode('The build of the application', COMMANDS.tsc, ['-p', 'tsconfig.json', '--incremental', 'false']);
  },
};

/** The settings that are written into the admin's files, where they cannot be changed later. */
const settingsInAdmin = () => {
  const settings = effectiveSettings();
  const names = Object.keys(settings)
    .filter((name) => name.startsWith('STRAPI_ADMIN_'))
    .sort();
  return [settings.PUBLIC_API_URL ?? '', ...names.map((name) => `${name}=${settings[name]}`)];
};

const CONFIG_OF_ADMIN = ['admin.ts', 'server.ts', 'plugins.ts'].map((name) => inRoot('config', name));

const admin = {
  name: 'admin',
  after: PLUGINS,
  // Strapi's command compiles the server first, always: to do that apart as well would be to do it twice.
  includes: [server],
  stamp: inRoot('dist/build/.gazette-build'),
  output: inRoot('dist/build/index.html'),
  hash: () =>
    contentHash(
      [
        ...TOOLS,
        ...CONFIG_OF_ADMIN,
        inRoot('src/admin'),
        ...PLUGINS.flatMap(({ folder }) => [`${folder}/admin`, `${folder}/package.json`]),
      ],
      [TOOL_VERSION, ...settingsInAdmin()],
      isSource,
    ),
  async make() {
    clearServer();
    // Secrets are asked for when the settings are read, and are not in the result.
    await runNode('The build of the admin', COMMANDS.strapi, ['build'], { env: { ...freshSecrets(), ...BUILD_ENV } });
  },
};

/** Everything that is built, each after what it waits for. */
export const PARTS = [...PLUGINS, server, admin];
