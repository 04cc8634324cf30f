import { findBackReferences, findCitations } from '../../../src/plugins/gazette/server/src/citations';
import type { LabelledText } from './labelled-texts';
import type { Counts } from './score';

/** Compares resolved back-references: right are place and document; what resolves where no label is, is wrong. */
export function scoreBackReferences(texts: LabelledText[]): { counts: Counts; faults: string[] } {
  const counts: Counts = { right: 0, wrong: 0, missed: 0 };
  const faults: string[] = [];
  for (const { text, labels, backReferences } of texts) {
    const given = findBackReferences(text, findCitations(text)).map(({ start, end, refersTo }) =>
      [start, end, refersTo.start, refersTo.symbol].join(' '),
    );
    const expected = backReferences.map(({ start, end, refersTo }) =>
      [start, end, labels[refersTo]?.start, labels[refersTo]?.symbol].join(' '),
    );
    const wrong = given.filter((one) => !expected.includes(one));
    const missed = expected.filter((one) => !given.includes(one));
    counts.right += expected.length - missed.length;
    counts.wrong += wrong.length;
    counts.missed += missed.length;
    faults.push(...wrong.map((one) => `resolved ${one} — ${JSON.stringify(text)}`));
    faults.push(...missed.map((one) => `did not resolve ${one} — ${JSON.stringify(text)}`));
  }
  return { counts, faults };
}
