import { compoundsOf, keyOf, MAX_KEY_WORDS, symbolKey, type Compound, type Token } from './tokens';

/** One thing that a hit must have. */
export interface Term {
  /** The words themselves; of a compound that is found as a whole, its key alone. */
  words: Token[];
  /** Keys that are as good. */
  keys: Token[];
}

/** What a reader looks for. */
export interface SearchTerms {
  terms: Term[];
  /** Words that must follow each other, folded, by phrase. */
  phrases: string[][];
  /** The word that was last typed and may be unfinished: its beginning finds it too. */
  unfinished: Token | null;
  /** Keys of symbols that the whole text may be. */
  whole: Token[];
  /** Whether the reader wrote accents: only then do words without them mean something else. */
  isAccented: boolean;
}

export const MAX_QUERY_LENGTH = 200;
export const MAX_QUERY_WORDS = 20;

export type ParsedQuery = { ok: true; terms: SearchTerms } | { ok: false; reason: string };

const QUOTES = /["“”„«»]/u;
const DIGIT = /\p{N}/u;
/** Longer texts are no symbols. */
const MAX_SYMBOL_WORDS = 12;

const refuse = (reason: string): ParsedQuery => ({ ok: false, reason });

const distinct = (keys: readonly Token[]): Token[] => [...new Map(keys.map((key) => [key.accented, key])).values()];

/**
 * Reads what a reader typed. Every word counts; no character is an operator but the quotation marks around a phrase.
 * @param aliases other spellings of a text that is a symbol
 */
export const parseSearch = (text: string, aliases: (text: string) => readonly string[]): ParsedQuery => {
  const given = text.normalize('NFC').trim();
  if (given === '') return refuse('q is empty; it takes the words to look for.');
  if (given.length > MAX_QUERY_LENGTH)
    return refuse(`q has ${given.length} characters; it takes at most ${MAX_QUERY_LENGTH}.`);
  const pieces = given.split(QUOTES);
  // A mark without its counterpart means nothing.
  const isPhrase = (index: number) => index % 2 === 1 && index < pieces.length - 1;
  const terms: Term[] = [];
  const phrases: string[][] = [];
  const loose: Compound[] = [];
  const aliasKeys = (spelling: string): Token[] => aliases(spelling).flatMap((alias) => symbolKey(alias) ?? []);

  pieces.forEach((piece, index) => {
    const compounds = compoundsOf(piece);
    if (isPhrase(index)) {
      const words = compounds.flatMap((compound) => compound.words);
      terms.push(...words.map((word) => ({ words: [word], keys: [] })));
      if (words.length > 1) phrases.push(words.map(({ folded }) => folded));
      return;
    }
    for (const compound of compounds) {
      loose.push(compound);
      const { words, isNumbered } = compound;
      if (isNumbered && words.length > 1 && words.length <= MAX_KEY_WORDS) {
        const key = keyOf(words);
        terms.push({ words: [key], keys: aliasKeys(words.map(({ accented }) => accented).join('-')) });
      } else terms.push(...words.map((word) => ({ words: [word], keys: [] })));
    }
  });
  const count = [...loose.flatMap(({ words }) => words), ...phrases.flat()].length;
  if (terms.length === 0) return refuse('q holds no letter and no digit; it takes the words to look for.');
  if (count > MAX_QUERY_WORDS || terms.length > MAX_QUERY_WORDS)
    return refuse(`q has ${Math.max(count, terms.length)} words; it takes at most ${MAX_QUERY_WORDS}.`);

  const looseWords = loose.flatMap(({ words }) => words);
  const mayBeSymbol =
    pieces.length === 1 && looseWords.length <= MAX_SYMBOL_WORDS && looseWords.some(({ folded }) => DIGIT.test(folded));
  const last = isPhrase(pieces.length - 1) ? undefined : terms.at(-1)?.words.at(-1);
  const endsLoose = compoundsOf(pieces.at(-1) ?? '').length > 0;
  return {
    ok: true,
    terms: {
      terms,
      phrases,
      unfinished: endsLoose && last && !DIGIT.test(last.folded) ? last : null,
      whole: mayBeSymbol ? distinct([...(looseWords.length > 1 ? [keyOf(looseWords)] : []), ...aliasKeys(given)]) : [],
      isAccented: terms.some(({ words }) => words.some(({ accented, folded }) => accented !== folded)),
    },
  };
};
