/**
 * Measures how well relations are read from text: precision, recall and F1 on the labelled texts of
 * `tests/evaluation/relations`.
 *
 *   node scripts/eval-relations.mjs                  all sets
 *   node scripts/eval-relations.mjs second           one set
 *   node scripts/eval-relations.mjs --differences    also what is not as labelled
 *
 * Ends with code 1 when a figure is under its threshold.
 */
import { readdirSync } from 'node:fs';
import { loadTypeScript } from './setup/load-typescript.mjs';

const folder = new URL('../tests/evaluation/relations/', import.meta.url);
const { evaluate } = loadTypeScript('tests/evaluation/relations/index.ts');
const words = process.argv.slice(2);
const named = words.filter((word) => !word.startsWith('--'));
const all = readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
const failures = [];
for (const set of named.length > 0 ? named : all.sort()) {
  const report = evaluate(set, words.includes('--differences'));
  for (const line of report.lines) console.log(line);
  failures.push(...report.failures);
}
for (const failure of failures) console.error(failure);
if (failures.length > 0) process.exitCode = 1;
