import { diffArrays } from 'diff';
import type { TextDiff, TextPart } from './types';

/**
 * Time for a comparison is bounded by how many edits it may find: the algorithm (Myers 1986) takes time in the square of
 * their number. A count, unlike a clock, gives the same answer on a busy machine.
 */
const MOST_SENTENCE_EDITS = 2_000;
const MOST_WORD_EDITS = 1_200;
/** For all passages of a text together, in square edits. */
const MOST_WORD_WORK = 8_000_000;

const WORDS = /[\p{L}\p{M}\p{N}_]+|\s+|[^\p{L}\p{M}\p{N}_\s]/gu;

const wordsOf = (text: string): string[] => text.match(WORDS) ?? [];

const ENDS = new Set(['.', '!', '?', ';', '…', '\n']);

/** Pieces of a text that end with a sentence, a clause or a line, line ends included; together they are the text. */
const sentencesOf = (text: string): string[] => {
  const sentences: string[] = [];
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    const next = text.charAt(at + 1);
    if (!ENDS.has(text.charAt(at)) || next === '\n' || (text.charAt(at) !== '\n' && next !== ' ')) continue;
    sentences.push(text.slice(start, at + 1));
    start = at + 1;
  }
  if (start < text.length) sentences.push(text.slice(start));
  return sentences;
};

/** Joins runs of one kind; within a change what was removed stands before what was added. */
const joined = (parts: readonly TextPart[]): TextPart[] => {
  const found: TextPart[] = [];
  const change = { removed: '', added: '' };
  const flush = () => {
    if (change.removed !== '') found.push({ op: 'removed', text: change.removed });
    if (change.added !== '') found.push({ op: 'added', text: change.added });
    Object.assign(change, { removed: '', added: '' });
  };
  for (const { op, text } of parts) {
    if (op !== 'same') {
      change[op] += text;
      continue;
    }
    if (text === '') continue;
    const last = change.removed === '' && change.added === '' ? found[found.length - 1] : undefined;
    if (last?.op === 'same') last.text += text;
    else {
      flush();
      found.push({ op, text });
    }
  }
  flush();
  return found;
};

/** @returns null where more edits were needed */
const compare = (before: string[], after: string[], mostEdits: number): TextPart[] | null => {
  const changes = diffArrays(before, after, { maxEditLength: mostEdits });
  return (
    changes?.map(({ added, removed, value }) => ({
      op: added ? ('added' as const) : removed ? ('removed' as const) : ('same' as const),
      text: value.join(''),
    })) ?? null
  );
};

/** Space between changed words says nothing by itself: `a b` → `c d` is one change. */
const withoutSpaceIslands = (parts: readonly TextPart[]): TextPart[] =>
  parts.flatMap((part, index): TextPart[] => {
    const isIsland =
      part.op === 'same' &&
      part.text.trim() === '' &&
      !part.text.includes('\n') &&
      index > 0 &&
      index < parts.length - 1;
    if (!isIsland) return [part];
    return [
      { op: 'removed', text: part.text },
      { op: 'added', text: part.text },
    ];
  });

/** Removed and added text that stand beside each other. */
interface Passage {
  removed: string;
  added: string;
}

const all = ({ removed, added }: Passage): TextPart[] => [
  { op: 'removed', text: removed },
  { op: 'added', text: added },
];

/**
 * What differs between two texts, word by word. Takes a bounded time, and says so in `granularity` where that was too
 * short for words. Texts are compared as they are: the parts without the added ones are `before`, to the letter.
 */
export const diffTexts = (before: string, after: string): TextDiff => {
  if (before === after) return { granularity: 'words', parts: joined([{ op: 'same', text: before }]) };
  const sentences = compare(sentencesOf(before), sentencesOf(after), MOST_SENTENCE_EDITS);
  if (sentences === null) return { granularity: 'whole', parts: joined(all({ removed: before, added: after })) };

  let work = MOST_WORD_WORK;
  let isFine = true;
  const refine = (passage: Passage): TextPart[] => {
    const { removed, added } = passage;
    if (removed === '' || added === '') return all(passage);
    const [old, fresh] = [wordsOf(removed), wordsOf(added)];
    const edits = Math.min(MOST_WORD_EDITS, old.length + fresh.length, Math.floor(Math.sqrt(work)));
    const words = compare(old, fresh, edits);
    const used = words === null ? edits : words.filter(({ op }) => op !== 'same').length;
    work = Math.max(0, work - used * used);
    if (words !== null) return withoutSpaceIslands(words);
    isFine = false;
    return all(passage);
  };

  const parts: TextPart[] = [];
  const passage = { removed: '', added: '' };
  const flush = () => {
    parts.push(...refine(passage));
    Object.assign(passage, { removed: '', added: '' });
  };
  for (const { op, text } of sentences) {
    if (op !== 'same') {
      passage[op] += text;
      continue;
    }
    flush();
    parts.push({ op, text });
  }
  flush();
  return { granularity: isFine ? 'words' : 'sentences', parts: joined(parts) };
};
