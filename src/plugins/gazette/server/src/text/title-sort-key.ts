const MAX_LENGTH = 400;

/** Codes in ASCII order: end of a level, end of a word, digits (of a number), letters, any other letter. */
const LEVEL_END = '!';
const WORD_END = '-';
const OTHER_LETTER = 'z';

/** The Vietnamese alphabet, with f, j, w and z where dictionaries put them; a letter's code is its place here. */
const ALPHABET = [...'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz'];
const LETTER_CODES = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefg';
const CODE_OF = new Map(ALPHABET.map((letter, index) => [letter, LETTER_CODES.charAt(index)]));

/** Tone marks in the order ngang (none, 0), huyền, hỏi, ngã, sắc, nặng; any other mark comes after them. */
const TONES = new Map([
  ['\u0300', '1'],
  ['\u0309', '2'],
  ['\u0303', '3'],
  ['\u0301', '4'],
  ['\u0323', '5'],
]);
const OTHER_MARK = '6';

/** Base letter and combining mark (circumflex, breve, horn) of the letters that are letters of their own. */
const MARKED_LETTERS = new Map([
  ['a\u0302', 'â'],
  ['a\u0306', 'ă'],
  ['e\u0302', 'ê'],
  ['o\u0302', 'ô'],
  ['o\u031b', 'ơ'],
  ['u\u031b', 'ư'],
]);

/** Letters that Unicode does not take apart. */
const SPELLED_OUT = new Map([
  ['ð', 'đ'],
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['ł', 'l'],
  ['þ', 'th'],
  ['ı', 'i'],
]);

/** Digits that count by their value; a longer run is no number anyone reads. */
const MOST_DIGITS = 20;

/** A letter with its marks, a run of digits, or anything between words. */
const PIECES = /(\p{L})(\p{M}*)|([0-9]+)|([^\p{L}0-9]+)/gu;

/**
 * A key that sorts titles in Vietnamese alphabetical order when keys are compared byte by byte (collation C). ASCII
 * only, at most 400 characters. Levels as in Unicode's collation (UTS 10) with the Vietnamese tailoring of CLDR:
 * first the letters of the whole title, then its tones, then case (small first). Digits go before letters and count
 * by value; white space and signs of any kind only part words, so that titles sort word by word.
 */
export function titleSortKey(title: string): string {
  const letters: string[] = [];
  const tones: string[] = [];
  const cases: string[] = [];
  let wordEnded = false;

  for (const [, letter, marks = '', digits] of title.normalize('NFKD').matchAll(PIECES)) {
    if (letter === undefined && digits === undefined) {
      wordEnded = letters.length > 0;
      continue;
    }
    if (wordEnded) letters.push(WORD_END);
    wordEnded = false;

    if (digits !== undefined) {
      const value = digits.replace(/^0+/, '');
      letters.push(numberCode(value));
      tones.push('0');
      cases.push(String(Math.min(digits.length - value.length, 9)));
    } else if (letter !== undefined) {
      const small = letter.toLowerCase();
      const read = readMarks(small, marks);
      const codes = [...read.letter].map(letterCode);
      letters.push(...codes);
      tones.push(read.tone.padEnd(codes.length, '0'));
      cases.push((small === letter ? '0' : '1').padEnd(codes.length, '0'));
    }
  }
  return [letters, tones, cases]
    .map((level) => level.join(''))
    .map((level, index) => (index === 0 ? level : withoutEndZeros(level)))
    .join(LEVEL_END)
    .slice(0, MAX_LENGTH);
}

function readMarks(base: string, marks: string): { letter: string; tone: string } {
  let letter = SPELLED_OUT.get(base) ?? base;
  let tone = '0';
  for (const mark of marks) {
    const marked = MARKED_LETTERS.get(letter + mark);
    if (marked !== undefined) letter = marked;
    else if (tone === '0') tone = TONES.get(mark) ?? OTHER_MARK;
  }
  return { letter, tone };
}

const letterCode = (letter: string): string =>
  CODE_OF.get(letter) ?? `${OTHER_LETTER}${(letter.codePointAt(0) ?? 0).toString(16).padStart(6, '0')}`;

/** Its length before the number itself, so that comparing texts compares values. */
const numberCode = (value: string): string =>
  `${String(Math.min(value.length, MOST_DIGITS + 1)).padStart(2, '0')}${value}`;

function withoutEndZeros(level: string): string {
  let end = level.length;
  while (end > 0 && level[end - 1] === '0') end -= 1;
  return level.slice(0, end);
}
