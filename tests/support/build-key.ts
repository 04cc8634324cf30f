import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './environment';

const PLUGINS = path.join(ROOT, 'src/plugins');

/** What decides how a migrated database looks: the built code of host and plugins, and the packages beneath. */
const roots = (): string[] => [
  ...['dist/src', 'dist/config', 'database/migrations', 'package-lock.json'].map((name) => path.join(ROOT, name)),
  ...readdirSync(PLUGINS).map((name) => path.join(PLUGINS, name, 'dist/server')),
];

const filesIn = (target: string): string[] => {
  if (path.extname(target) === '.json') return [target];
  return readdirSync(target, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(js|json|sql)$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
};

/** Names the build: another build, another key. 16 hexadecimal digits. */
export const buildKey = (): string => {
  const hash = createHash('sha256');
  for (const file of roots().flatMap(filesIn)) hash.update(path.relative(ROOT, file)).update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
};
