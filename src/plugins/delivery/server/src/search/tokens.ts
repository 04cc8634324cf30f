import { accentedForm, foldToken } from './fold';

/** A word in its two forms. */
export interface Token {
  accented: string;
  folded: string;
}

/** A run of text without spaces that holds several words: `57-KL/TW`, `20/11/2023`. */
export interface Compound {
  words: Token[];
  /** Whether some word of it has a digit: only then is it a name of something, and found as a whole. */
  isNumbered: boolean;
}

/** Longer words are cut, in texts and in queries alike: both databases bound what an index entry may be. */
const MAX_WORD = 64;

/** Letters, digits and marks; hyphens, strokes and points between them hold a compound together. */
const COMPOUND = /[\p{L}\p{N}\p{M}]+(?:[-‐‑‒–—−/._,:][\p{L}\p{N}\p{M}]+)*/gu;
const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const DIGIT = /\p{N}/u;

const cut = (word: string): string => {
  if (word.length <= MAX_WORD) return word;
  const short = word.slice(0, MAX_WORD);
  // Half a surrogate pair is no text.
  return /[\ud800-\udbff]$/.test(short) ? short.slice(0, -1) : short;
};

const read = (word: string): Token | null => {
  const accented = cut(word);
  const folded = foldToken(accented);
  return folded === '' ? null : { accented, folded };
};

/** Texts are made of the same few thousand syllables: they are folded once. */
const known = new Map<string, Token | null>();
const MAX_KNOWN = 20_000;

/** Null for what is nothing but marks. */
const tokenOf = (word: string): Token | null => {
  const before = known.get(word);
  if (before !== undefined) return before;
  const token = read(word);
  if (word.length <= MAX_WORD) {
    if (known.size >= MAX_KNOWN) known.clear();
    known.set(word, token);
  }
  return token;
};

/** The words of a text, in their order, by the runs that they stand in. */
export const compoundsOf = (text: string): Compound[] => {
  const found: Compound[] = [];
  for (const [run] of accentedForm(text.normalize('NFC')).matchAll(COMPOUND)) {
    const single = known.get(run);
    const words = single ? [single] : (run.match(WORD) ?? []).flatMap((word) => tokenOf(word) ?? []);
    if (words.length > 0) found.push({ words, isNumbered: words.some(({ folded }) => DIGIT.test(folded)) });
  }
  return found;
};

/** The key of several words as a whole: `57-kl-tw`, whatever stood between them. */
export const keyOf = (words: readonly Token[]): Token => ({
  accented: words.map(({ accented }) => accented).join('-'),
  folded: words.map(({ folded }) => folded).join('-'),
});

/** Parts of longer compounds are not found as wholes: a page of digits and hyphens must not fill the index. */
export const MAX_KEY_WORDS = 6;

/** The keys by which a compound is found: of itself and of every stretch of it that has a digit. */
export const keysIn = ({ words, isNumbered }: Compound): Token[] => {
  if (!isNumbered || words.length < 2 || words.length > 2 * MAX_KEY_WORDS) return [];
  const keys: Token[] = [];
  for (let start = 0; start < words.length; start += 1)
    for (let end = start + 2; end <= Math.min(words.length, start + MAX_KEY_WORDS); end += 1) {
      const key = keyOf(words.slice(start, end));
      if (DIGIT.test(key.folded)) keys.push(key);
    }
  return keys;
};

/** The key of a text that is a symbol as a whole; null for a text without words. */
export const symbolKey = (text: string): Token | null => {
  const words = compoundsOf(text).flatMap((compound) => compound.words);
  return words.length === 0 ? null : keyOf(words.slice(0, MAX_KEY_WORDS));
};
