import { RELATION_TYPES } from '../../../src/plugins/gazette/server/src/legal-status';
import type { Counts, Score } from './score';

/** What is asked of the typed relations (all but refers-to), and of hard negatives. */
const LEAST = { precision: 0.89, recall: 0.9 };
const MOST_FALSE_PER_HUNDRED = 3;

export type Report = { lines: string[]; failures: string[] };

const ratio = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);

function measures({ right, wrong, missed }: Counts): { precision: number; recall: number; f1: number } {
  const precision = ratio(right, right + wrong);
  const recall = ratio(right, right + missed);
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

function row(name: string, counts: Counts): string {
  const { precision, recall, f1 } = measures(counts);
  const figures = [precision, recall, f1].map((figure) => figure.toFixed(3).padStart(9)).join(' ');
  return `  ${name.padEnd(14)}${String(counts.right + counts.missed).padStart(6)} ${figures}`;
}

/** The figures of one set, one line each, and a sentence for each that is under its threshold. */
export function report(set: string, score: Score, showDifferences: boolean): Report {
  const total: Counts = { right: 0, wrong: 0, missed: 0 };
  const lines = [
    `Set "${set}": ${score.texts} texts, ${score.labels} labelled relations`,
    `  ${'type'.padEnd(14)}labels precision    recall        F1`,
  ];
  for (const type of RELATION_TYPES.filter((name) => name !== 'refers-to')) {
    const counts = score.byType.get(type);
    if (counts === undefined) continue;
    total.right += counts.right;
    total.wrong += counts.wrong;
    total.missed += counts.missed;
    lines.push(row(type, counts));
  }
  lines.push(row('all of these', total));
  lines.push(row('refers-to', score.byType.get('refers-to') ?? { right: 0, wrong: 0, missed: 0 }));
  const { right, all, partsRight, parts } = score.scopes;
  lines.push(
    `  scope right: ${ratio(right, all).toFixed(3)} of ${all}; where a part is named ${ratio(partsRight, parts).toFixed(3)} of ${parts}`,
  );
  const { texts, falsePositives } = score.negatives;
  const perHundred = ratio(falsePositives * 100, texts);
  if (texts > 0)
    lines.push(`  hard negatives: ${falsePositives} false in ${texts} texts, ${perHundred.toFixed(1)} per 100`);
  if (showDifferences) lines.push(...score.differences.map((difference) => `  - ${difference}`));

  const { precision, recall } = measures(total);
  const failures: string[] = [];
  if (precision < LEAST.precision)
    failures.push(`${set}: precision ${precision.toFixed(3)} is under ${LEAST.precision}.`);
  if (recall < LEAST.recall) failures.push(`${set}: recall ${recall.toFixed(3)} is under ${LEAST.recall}.`);
  if (texts > 0 && perHundred > MOST_FALSE_PER_HUNDRED) {
    failures.push(
      `${set}: ${perHundred.toFixed(1)} false positives per 100 hard negatives, more than ${MOST_FALSE_PER_HUNDRED}.`,
    );
  }
  return { lines, failures };
}
