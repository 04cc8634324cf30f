/**
 * Measures how well citations are found: precision, recall and F1 on the labelled texts of `tests/evaluation/citations`.
 *
 *   node scripts/eval-citations.mjs            all sets
 *   node scripts/eval-citations.mjs second     one set
 *
 * Ends with code 1 when a figure is under its threshold.
 */
import { loadTypeScript } from './setup/load-typescript.mjs';

const { evaluate } = loadTypeScript('tests/evaluation/citations/index.ts');
const sets = process.argv.length > 2 ? process.argv.slice(2) : ['first', 'second', 'third'];
const failures = [];
for (const set of sets) {
  const report = evaluate(set);
  for (const line of report.lines) console.log(line);
  failures.push(...report.failures);
}

/** The time for ordinary text, in milliseconds of the processor; the best of ten. */
const { findCitations } = loadTypeScript('src/plugins/gazette/server/src/citations/index.ts');
const text = 'Thực hiện Nghị quyết số 18-NQ/TW ngày 25/10/2017, huyện sắp xếp lại các phòng, ban và đơn vị sự nghiệp. '
  .repeat(2_000)
  .slice(0, 100_000);
const times = Array.from({ length: 10 }, () => {
  const before = process.cpuUsage();
  findCitations(text);
  return process.cpuUsage(before).user / 1_000;
});
console.log(`100,000 characters in ${Math.min(...times).toFixed(1)} ms (aim: 50 ms for 100 KB)`);
for (const failure of failures) console.error(failure);
if (failures.length > 0) process.exitCode = 1;
