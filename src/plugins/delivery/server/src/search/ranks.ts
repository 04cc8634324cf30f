import { all, any, except, type Expression, type Form } from './expression';
import { charactersOf, prefixEntry, SHORT_PREFIX, type Level } from './index-text';
import type { SearchTerms, Term } from './parse-query';
import type { Token } from './tokens';

/** Hits that are as good as each other; among them the newest come first. */
export interface Rank {
  /** The higher, the better; the same for a kind of hit whatever the query. */
  weight: number;
  /** Its hits, without those of the ranks before it. */
  hits: Expression;
}

export interface RankedSearch {
  /** The best first. */
  ranks: Rank[];
  /** The hits of all ranks together. */
  hits: Expression;
  /** Words that must follow each other in every hit. */
  phrases: string[][];
}

const entry = (form: Form, level: Level, token: Token, isUnfinished: boolean): Expression => {
  const word = token[form];
  const isShort = isUnfinished && charactersOf(word).length <= SHORT_PREFIX;
  return {
    kind: 'entry',
    form,
    level,
    entry: isShort ? prefixEntry(word) : word,
    isPrefix: isUnfinished && !isShort,
  };
};

const WEIGHTS = {
  symbol: 10,
  symbolFolded: 9.5,
  accented: [9, 8, 7],
  folded: [6, 5, 4],
  begunAccented: 3,
  begun: [2, 1],
} as const;

/** Where and how every word of a query must be found. */
const finder = ({ terms, unfinished, whole }: SearchTerms) => {
  const found = (form: Form, level: Level, { words, keys }: Term, isUnfinished: boolean): Expression =>
    any([
      all(words.map((word) => entry(form, level, word, isUnfinished && word === unfinished))),
      ...keys.map((key) => entry(form, level, key, false)),
    ]);
  return (form: Form, level: Level, { isBegun }: { isBegun: boolean }): Expression =>
    any([
      all(terms.map((term, index) => found(form, level, term, isBegun && index === terms.length - 1))),
      ...whole.map((key) => entry(form, level, key, false)),
    ]);
};

/**
 * The ranks of a search, best first: items that carry the symbol; words as they were typed, in the title, the lead, the
 * body; words with other accents or none, in the same order; last, where the last word is only begun. A query without
 * accents says nothing of them, so that its words are compared without.
 */
export const rankSearch = (search: SearchTerms): RankedSearch => {
  const { whole, unfinished, isAccented, phrases } = search;
  const ranks: Rank[] = [];
  const before: Expression[] = [];
  const add = (weight: number, hits: Expression, replaced: Expression[] = []): void => {
    ranks.push({ weight, hits: except(hits, [...before]) });
    // What lies within this rank's hits need not be named any more.
    for (const one of replaced) before.splice(before.indexOf(one), 1);
    before.push(hits);
  };
  if (whole.length > 0) {
    const accented = any(whole.map((key) => ({ kind: 'symbol' as const, key: key.accented })));
    const folded = any(whole.map((key) => ({ kind: 'symbol' as const, key: key.folded })));
    add(WEIGHTS.symbol, accented);
    add(WEIGHTS.symbolFolded, folded);
  }
  const find = finder(search);
  /** Each level holds those before it. @returns the hits of the last */
  const addLevels = (
    form: Form,
    weights: readonly number[],
    levels: readonly Level[],
    isBegun: boolean,
  ): Expression => {
    const found = levels.map((level) => find(form, level, { isBegun }));
    found.forEach((hits, index) => add(weights[index] ?? 0, hits, found.slice(0, index).slice(-1)));
    return any(found.slice(-1));
  };
  if (isAccented) addLevels('accented', WEIGHTS.accented, [0, 1, 2], false);
  const finished = addLevels('folded', WEIGHTS.folded, [0, 1, 2], false);
  if (!unfinished) return { ranks, hits: finished, phrases };
  if (isAccented) add(WEIGHTS.begunAccented, find('accented', 2, { isBegun: true }));
  return { ranks, hits: addLevels('folded', WEIGHTS.begun, [0, 2], true), phrases };
};
