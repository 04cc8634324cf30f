import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './paths.mjs';

const SKIPPED = new Set(['node_modules', 'dist', '.cache', '.tmp']);

const filesIn = (target) => {
  const stats = statSync(target, { throwIfNoEntry: false });
  if (!stats) return [];
  if (stats.isFile()) return [target];
  return readdirSync(target, { withFileTypes: true })
    .filter(({ name }) => !SKIPPED.has(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(({ name }) => filesIn(path.join(target, name)));
};

/**
 * A SHA-256 over the names and contents of files, and over `extra` values, in hexadecimal.
 * @param {string[]} targets absolute paths of files or folders; one that does not exist counts as empty
 * @param {(filename: string) => boolean} wanted leaves files out
 */
export const contentHash = (targets, extra = [], wanted = () => true) => {
  const hash = createHash('sha256');
  for (const file of targets.flatMap(filesIn).filter(wanted)) {
    const content = readFileSync(file);
    // The length keeps the end of one file apart from the start of the next.
    hash.update(`${path.relative(ROOT, file)}\0${content.length}\0`).update(content);
  }
  return hash.update(JSON.stringify(extra)).digest('hex');
};
