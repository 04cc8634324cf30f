import { findCitations, type FoundCitation } from '../../../src/plugins/gazette/server/src/citations';
import { parseSymbol } from '../../../src/plugins/gazette/server/src/symbols';
import type { Label, LabelledText } from './labelled-texts';

/** Found and right, found and wrong, not found. A citation is right when symbol, start and end all are. */
export type Counts = { right: number; wrong: number; missed: number };

export const FIELDS = ['type', 'issuer', 'family', 'date', 'issuerName'] as const;
export type Field = (typeof FIELDS)[number];

export type Score = {
  all: Counts;
  sections: Map<string, Counts>;
  layouts: Map<string, Counts>;
  /** Of the citations found rightly, how many have this field right. */
  fields: Record<Field, { right: number; of: number }>;
  /** A sentence for each thing that is wrong. */
  faults: string[];
};

const none = (): Counts => ({ right: 0, wrong: 0, missed: 0 });

export const precision = ({ right, wrong }: Counts) => (right + wrong === 0 ? 1 : right / (right + wrong));
export const recall = ({ right, missed }: Counts) => (right + missed === 0 ? 1 : right / (right + missed));
export const f1 = ({ right, wrong, missed }: Counts) =>
  right + wrong + missed === 0 ? 1 : (2 * right) / (2 * right + wrong + missed);

function countsOf(counts: Map<string, Counts>, key: string): Counts {
  const known = counts.get(key) ?? none();
  counts.set(key, known);
  return known;
}

/** A name in any encoding and line layout is the same name. */
const comparable = (value: string | null) =>
  value === null
    ? null
    : value
        .normalize('NFC')
        .replace(/\u00d0/gu, 'Đ')
        .replace(/\s+/gu, ' ');

const isRight = (found: FoundCitation, label: Label) =>
  found.symbol === label.symbol && found.start === label.start && found.end === label.end;

function layoutOf(symbol: string): string {
  const read = parseSymbol(symbol);
  return read.ok ? read.symbol.layout : 'none';
}

/** Runs the finder over labelled texts and compares. */
export function scoreTexts(texts: LabelledText[]): Score {
  const score: Score = {
    all: none(),
    sections: new Map(),
    layouts: new Map(),
    fields: {
      type: { right: 0, of: 0 },
      issuer: { right: 0, of: 0 },
      family: { right: 0, of: 0 },
      date: { right: 0, of: 0 },
      issuerName: { right: 0, of: 0 },
    },
    faults: [],
  };
  for (const { section, text, labels } of texts) {
    const count = (kind: keyof Counts, layout: string) => {
      score.all[kind] += 1;
      countsOf(score.sections, section)[kind] += 1;
      countsOf(score.layouts, layout)[kind] += 1;
    };
    countsOf(score.sections, section);
    const found = findCitations(text);
    const fault = (sentence: string) => score.faults.push(`[${section}] ${sentence} — ${JSON.stringify(text)}`);
    for (const one of found.filter((candidate) => !labels.some((label) => isRight(candidate, label)))) {
      count('wrong', layoutOf(one.symbol));
      fault(`found ${one.symbol} in ${JSON.stringify(one.text)}`);
    }
    for (const label of labels) {
      const one = found.find((candidate) => isRight(candidate, label));
      count(one ? 'right' : 'missed', label.layout);
      if (!one) fault(`missed ${label.symbol} in ${JSON.stringify(text.slice(label.start, label.end))}`);
      for (const field of one ? FIELDS : []) {
        const expected = comparable(label[field]);
        const given = comparable(one?.[field] ?? null);
        score.fields[field].of += 1;
        if (given === expected) score.fields[field].right += 1;
        else fault(`${field} of ${label.symbol} is ${given}, not ${expected}`);
      }
    }
  }
  return score;
}
