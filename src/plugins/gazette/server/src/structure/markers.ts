import type { Line } from './lines';
import { ORDINAL_WORDS, ordinalValue, romanValue } from './numerals';
import type { ContentsLevel } from './types';

/** A unit that a line names in words: "Chương II. Tổ chức". */
export interface UnitMarker {
  kind: 'unit';
  level: Exclude<ContentsLevel, 'clause' | 'point' | 'outline'>;
  /** "II", "8a"; '' for a Phụ lục without one. */
  number: string;
  label: string;
  /** What follows on the line. */
  rest: string;
}

/** A number or letter at the start of a line, which may be an outline's, a khoản or a điểm. */
export interface NumberMarker {
  kind: 'capital' | 'roman' | 'arabic' | 'decimal' | 'letter';
  number: string;
  rest: string;
}

export type Marker = UnitMarker | NumberMarker;

const ORDINALS = ORDINAL_WORDS.join('|');

interface Unit {
  level: UnitMarker['level'];
  pattern: RegExp;
}

const unit = (level: UnitMarker['level'], words: string, numbers: string): Unit => ({
  level,
  pattern: new RegExp(`^(?<word>${words})(?<number>${numbers})(?![\\p{L}\\p{M}\\p{N}])(?<rest>.*)$`, 'iu'),
});

const SERIAL = '[IVXLC]{1,8}|\\d{1,3}|\\p{L}';
const NUMBERED = ` (?:${SERIAL})`;

const VIETNAMESE: readonly Unit[] = [
  unit('part', 'phần', ` (?:thứ (?:${ORDINALS})|${SERIAL})`),
  unit('chapter', 'chương', ` (?:thứ (?:${ORDINALS})|${SERIAL})`),
  unit('subsection', 'tiểu mục', NUMBERED),
  unit('section', 'mục', NUMBERED),
  unit('article', 'điều', ' \\d{1,4} ?[a-zđ]?'),
  unit('appendix', 'phụ lục', `(?: (?:số )?(?:${SERIAL}))?`),
];

const ENGLISH: readonly Unit[] = [
  unit('part', 'part', NUMBERED),
  unit('chapter', 'chapter', NUMBERED),
  unit('subsection', 'sub-?section', NUMBERED),
  unit('section', 'section', NUMBERED),
  unit('article', 'article', ' \\d{1,4} ?[a-z]?'),
  unit('appendix', 'appendix|annex', `(?: (?:${SERIAL}))?`),
];

/** What parts a number from a heading; a number behind it makes it something else ("Điều 5.1", "Chương 3-5"). */
const SEPARATOR = /^ ?(?:[.:)]+(?![\d.:)/–—-])|[.:)/–—-]+(?![.:)/–—-]| ?\d))/;

export const isUpperCase = (text: string): boolean => /\p{L}/u.test(text) && text === text.toUpperCase();

/** Whether a line is set apart as a heading, all of it. */
export const isSetApart = ({ text, isHeading, bold }: Line): boolean => isHeading || bold >= text.length;

/** A line of a printed table of contents: a row of dots, mostly with a page number. Only the end is looked at. */
const isLeader = (text: string): boolean => /(?:\.{4}|…{2}|_{4}) ?\d{0,4}$/.test(text.slice(-9));

const withoutSeparator = (rest: string): string => rest.slice(SEPARATOR.exec(rest)?.[0].length ?? 0).trim();

/** "Phần THỨ HAI" → "Phần thứ hai", "ĐIỀU 8 A" → "Điều 8a". */
const numberOf = (level: UnitMarker['level'], given: string): string => {
  const number = given.trim();
  if (/^thứ /i.test(number)) return number.toLowerCase();
  if (level === 'article') return number.replace(' ', '').toLowerCase();
  return number.replace(/^số /i, '').toUpperCase();
};

const capitalized = (word: string): string => `${word.charAt(0).toUpperCase()}${word.slice(1).toLowerCase()}`;

const readUnit = (line: Line, units: readonly Unit[]): UnitMarker | null => {
  const { text } = line;
  const first = text.charAt(0);
  if (first !== first.toUpperCase()) return null;
  for (const { level, pattern } of units) {
    const groups = pattern.exec(text)?.groups;
    if (!groups) continue;
    const { word = '', rest = '' } = groups;
    const given = groups.number ?? '';
    const number = numberOf(level, given);
    // A letter or numeral in small type is a word: "Mục x", "Phần i".
    if (/^\p{L}/u.test(number) && !number.startsWith('thứ ') && given.trim() !== given.trim().toUpperCase())
      return null;
    const isClear =
      rest.trim() === '' ||
      SEPARATOR.test(rest) ||
      isSetApart(line) ||
      // "Điều 5 QUY CHẾ" is an article cited in capitals, not one with a title.
      (level !== 'article' && rest.startsWith(' ') && isUpperCase(rest));
    if (!isClear || /^ ?,/.test(rest)) return null;
    const label = number === '' ? capitalized(word) : `${capitalized(word)} ${number}`;
    return { kind: 'unit', level, number, label, rest: withoutSeparator(rest) };
  }
  return null;
};

const CAPITAL = /^([A-HJ-UWYZĐ])(?: ?[.)/–:-]+)(?!\p{L}?\.) ?(?=\P{P})/u;
const ROMAN = /^([IVXLC]{1,8})(?: ?[.)/–:-]+)(?!\p{L}?\.) ?(?=\P{P})/u;
const DECIMAL = /^(\d{1,3}(?:\.\d{1,2}){1,2})(?:[.)/:-]? |[.)/:-](?=\p{L}))(?=\S)/u;
const ARABIC = /^\(?(\d{1,3}[a-zđ]?)(?: ?[.)](?!\d)| ?\/(?! ?\d)| ?[–-](?= \D)) ?(?=\S)/u;
const LETTER = /^\(?([a-zđ]\d?)(?: ?\)| ?[./-](?= )) ?(?=\S)/u;

/** The readings of a number at the start of a line, the likelier first. */
const readNumbers = (text: string): NumberMarker[] => {
  const read = (kind: NumberMarker['kind'], pattern: RegExp): NumberMarker[] => {
    const match = pattern.exec(text);
    const number = match?.[1];
    if (!match || number === undefined) return [];
    return [{ kind, number, rest: text.slice(match[0].length).trim() }];
  };
  return [
    ...read('roman', ROMAN).filter(({ number }) => romanValue(number) !== null),
    ...read('capital', CAPITAL),
    ...read('decimal', DECIMAL),
    ...read('arabic', ARABIC),
    ...read('letter', LETTER),
  ];
};

/**
 * What a line begins with, the likelier reading first; none for a line of plain text.
 * @param isEnglish whether "Article 5" is read too, as a translation has it
 */
export const markersOf = (line: Line, isEnglish: boolean): Marker[] => {
  if (isLeader(line.text)) return [];
  const named = readUnit(line, isEnglish ? [...VIETNAMESE, ...ENGLISH] : VIETNAMESE);
  if (named) return [named];
  const typed = readNumbers(line.text);
  if (typed.length > 0 || line.item === null) return typed;
  return [{ kind: 'arabic', number: String(line.item.number), rest: line.text }];
};

/** The value that numbers of a kind are counted by: "thứ hai" → 2, "IV" → 4, "7" → 7; null for a letter. */
export const serialValue = (number: string): number | null => {
  if (/^\d/.test(number)) return Number.parseInt(number, 10);
  const ordinal = /^thứ (.*)$/.exec(number)?.[1];
  return ordinal === undefined ? romanValue(number) : ordinalValue(ordinal);
};
