import { loadLabelledTexts, type EvaluationPart, type EvaluationSet } from './labelled-texts';
import { scoreBackReferences } from './score-back-references';
import { f1, FIELDS, precision, recall, scoreTexts, type Counts, type Score } from './score';

/** What the figures must reach, for each set by itself. */
export const THRESHOLDS = { cleanF1: 0.98, dirtyF1: 0.95, falsePerHundred: 1, field: 0.95, backReferences: 0.9 };

export type EvaluationReport = { lines: string[]; failures: string[] };

const decimals = (value: number) => value.toFixed(3).padStart(7);
const row = (name: string, counts: Counts) =>
  `  ${name.padEnd(34)}${decimals(precision(counts))}${decimals(recall(counts))}${decimals(f1(counts))}` +
  `  (${counts.right} right, ${counts.wrong} wrong, ${counts.missed} missed)`;

const fieldRate = ({ right, of }: { right: number; of: number }) => (of === 0 ? 1 : right / of);

function tableOf(title: string, score: Score, groups: [string, Map<string, Counts>][]): string[] {
  const lines = [title, `  ${''.padEnd(34)}${'P'.padStart(7)}${'R'.padStart(7)}${'F1'.padStart(7)}`];
  for (const [group, counts] of groups) {
    lines.push(` ${group}`, ...[...counts].map(([name, values]) => row(name, values)));
  }
  const fields = FIELDS.map((field) => `${field} ${fieldRate(score.fields[field]).toFixed(3)}`);
  return [...lines, row('all', score.all), `  fields: ${fields.join(', ')}`];
}

/** Scores one set: tables for people, and a sentence for each figure under its threshold. */
export function evaluate(set: EvaluationSet): EvaluationReport {
  const lines: string[] = [];
  const failures: string[] = [];
  const scored = (part: EvaluationPart) => {
    const texts = loadLabelledTexts(set, part);
    return { texts: texts.length, score: scoreTexts(texts) };
  };
  const check = (name: string, value: number, threshold: number) => {
    if (value <= threshold) failures.push(`${set}: ${name} is ${value.toFixed(3)}, not above ${threshold}`);
  };
  const checkFields = (part: string, score: Score) => {
    for (const field of FIELDS) check(`${field} of ${part}`, fieldRate(score.fields[field]), THRESHOLDS.field);
  };

  const clean = scored('clean');
  lines.push(
    ...tableOf(`${set} set, clean, ${clean.texts} texts`, clean.score, [
      ['by section', clean.score.sections],
      ['by layout', clean.score.layouts],
    ]),
  );
  check('F1 of clean', f1(clean.score.all), THRESHOLDS.cleanF1);
  checkFields('clean', clean.score);

  const dirty = scored('dirty');
  lines.push(
    ...tableOf(`${set} set, dirty, ${dirty.texts} texts`, dirty.score, [
      ['by kind of dirt', dirty.score.sections],
      ['by layout', dirty.score.layouts],
    ]),
  );
  check('F1 of dirty', f1(dirty.score.all), THRESHOLDS.dirtyF1);
  checkFields('dirty', dirty.score);

  const negatives = scored('negatives');
  const perHundred = (100 * negatives.score.all.wrong) / negatives.texts;
  lines.push(
    `${set} set, hard negatives, ${negatives.texts} texts: ${negatives.score.all.wrong} false positives, ` +
      `${perHundred.toFixed(2)} per 100`,
  );
  if (perHundred > THRESHOLDS.falsePerHundred) {
    failures.push(`${set}: ${perHundred.toFixed(2)} false positives per 100 hard negatives`);
  }

  const backReferences = scoreBackReferences(loadLabelledTexts(set, 'back-references'));
  lines.push(`${set} set, back-references`, row('resolved', backReferences.counts));
  if (backReferences.counts.wrong > 0)
    failures.push(`${set}: ${backReferences.counts.wrong} back-references are wrong`);
  check('recall of back-references', recall(backReferences.counts), THRESHOLDS.backReferences);

  const faults = [...[clean, dirty, negatives].flatMap(({ score }) => score.faults), ...backReferences.faults];
  lines.push(`${set} set, faults: ${faults.length}`, ...faults.map((fault) => `  ${fault}`));
  return { lines, failures };
}
