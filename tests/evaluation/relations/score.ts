import type { RelationType } from '../../../src/plugins/gazette/server/src/legal-status';
import { proposeRelations, type ProposedRelation } from '../../../src/plugins/gazette/server/src/relations-from-text';
import type { Label, LabelledText } from './labelled-texts';

export type Counts = { right: number; wrong: number; missed: number };

/** What was counted over a set of labelled texts. */
export type Score = {
  texts: number;
  labels: number;
  byType: Map<RelationType, Counts>;
  /** Of the labels whose type was found: whose scope is right, all of them, and those that name a part. */
  scopes: { right: number; all: number; partsRight: number; parts: number };
  negatives: { texts: number; falsePositives: number };
  /** One line for everything that is not as labelled. */
  differences: string[];
};

function countsOf(score: Score, type: RelationType): Counts {
  const counts = score.byType.get(type) ?? { right: 0, wrong: 0, missed: 0 };
  score.byType.set(type, counts);
  return counts;
}

function sameScope(one: string | null, other: string | null): boolean {
  return (one ?? '').normalize('NFC').toLowerCase() === (other ?? '').normalize('NFC').toLowerCase();
}

function scoreText(score: Score, { id, acting, text, labels, negative }: LabelledText): void {
  const proposed = new Map(proposeRelations(text, acting).map((relation) => [relation.symbol, relation]));
  score.texts += 1;
  score.labels += labels.length;
  if (negative) score.negatives.texts += 1;
  for (const label of labels) {
    scoreLabel(score, id, label, proposed.get(label.symbol));
    proposed.delete(label.symbol);
  }
  for (const { type, symbol } of proposed.values()) {
    countsOf(score, type).wrong += 1;
    score.differences.push(`${id}: ${symbol} should not be there (${type})`);
  }
  if (negative) {
    const typed = proposeRelations(text, acting).filter(({ type }) => type !== 'refers-to');
    score.negatives.falsePositives += typed.length;
  }
}

function scoreLabel(score: Score, id: string, label: Label, found: ProposedRelation | undefined): void {
  if (found?.type !== label.type) {
    countsOf(score, label.type).missed += 1;
    if (found !== undefined) countsOf(score, found.type).wrong += 1;
    score.differences.push(`${id}: ${label.symbol} is ${label.type}, read as ${found?.type ?? 'nothing'}`);
    return;
  }
  countsOf(score, label.type).right += 1;
  if (label.type === 'refers-to') return;
  const right = sameScope(found.scope, label.scope);
  score.scopes.all += 1;
  if (right) score.scopes.right += 1;
  else score.differences.push(`${id}: scope of ${label.symbol} is ${label.scope}, read as ${found.scope}`);
  if (label.scope !== null) {
    score.scopes.parts += 1;
    if (right) score.scopes.partsRight += 1;
  }
}

/** Compares what is read from each text with its labels. */
export function scoreTexts(texts: readonly LabelledText[]): Score {
  const score: Score = {
    texts: 0,
    labels: 0,
    byType: new Map(),
    scopes: { right: 0, all: 0, partsRight: 0, parts: 0 },
    negatives: { texts: 0, falsePositives: 0 },
    differences: [],
  };
  for (const text of texts) scoreText(score, text);
  return score;
}
