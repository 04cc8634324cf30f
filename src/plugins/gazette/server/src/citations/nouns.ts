import { foldWord } from '../symbols/characters';
import { kindNouns } from '../symbols/kind-nouns';

const MOST_WORDS = 4;
const WINDOW = 60;

/** Nouns of kinds of documents that texts cite, folded. */
export const citableNouns = new Set(kindNouns);
citableNouns.delete('hop dong');

/** A word of a cleaned text. */
export type Word = { text: string; start: number; end: number };

const letterOrDigit = /^[\p{L}\d]$/u;
const MOST_SPACES = 4;

/**
 * The words that end at `at`, nearest first, as far as only spaces part them (a blank line or a mark ends the row).
 * Looks back over a bounded window.
 */
export function wordsBefore(text: string, at: number, most = MOST_WORDS): Word[] {
  const words: Word[] = [];
  const from = Math.max(0, at - WINDOW);
  let next = at;
  while (words.length < most) {
    let end = next;
    let lineBreaks = 0;
    while (end > from && next - end < MOST_SPACES && (text[end - 1] === ' ' || text[end - 1] === '\n')) {
      if (text[end - 1] === '\n') lineBreaks += 1;
      end -= 1;
    }
    let start = end;
    while (start > from && letterOrDigit.test(text[start - 1])) start -= 1;
    if (start === end || lineBreaks > 1) break;
    words.push({ text: text.slice(start, end), start, end });
    next = start;
  }
  return words;
}

/** What stands right before a number. */
export type Lead = {
  /** Where the adjacent noun begins; null when no kind's noun is adjacent. */
  nounStart: number | null;
  /** The noun, folded ("nghi quyet"), or null. */
  noun: string | null;
  /** Where "số" begins, else where the number does. */
  numberStart: number;
  /** Whether "số" stands before the number. */
  labelled: boolean;
  /** The words before the noun, or before the number without one; nearest first. */
  before: Word[];
};

const label = /(?:^|[^\p{L}\d])(s[ốo])[ \n]{0,3}[:.]?[ \n]{0,3}$/iu;

/** Reads the noun and "số" in front of the number at `at` of a cleaned text; `type` tells some nouns apart. */
export function readLead(text: string, at: number, type: string | null): Lead {
  const found = label.exec(text.slice(Math.max(0, at - 12), at));
  const labelled = found !== null;
  const numberStart = found === null ? at : at - found[0].length + found[0].indexOf(found[1]);
  const colon = labelled ? null : /:[ \n]{0,3}$/.exec(text.slice(Math.max(0, at - 4), at));
  const words = wordsBefore(text, colon === null ? numberStart : at - colon[0].length, MOST_WORDS + 2);
  const folded = words.slice(0, MOST_WORDS).map((word) => foldWord(word.text));
  for (let count = folded.length; count > 0; count -= 1) {
    const phrase = folded.slice(0, count).reverse().join(' ');
    if (phrase === 'thong bao ket luan' && type !== 'TB') continue;
    if (citableNouns.has(phrase)) {
      return { nounStart: words[count - 1].start, noun: phrase, numberStart, labelled, before: words.slice(count) };
    }
  }
  return { nounStart: null, noun: null, numberStart, labelled, before: words };
}

const firstWords = /(?:\p{L}{1,7}(?:[ \n]|(?!\p{L}))){1,4}/uy;

/** Whether the noun of a kind stands at `at` of a cleaned text. */
export function startsWithKind(text: string, at: number): boolean {
  firstWords.lastIndex = at;
  const words = foldWord(firstWords.exec(text)?.[0] ?? '').split(/[ \n]/);
  return words.some((_word, index) => citableNouns.has(words.slice(0, index + 1).join(' ')));
}
