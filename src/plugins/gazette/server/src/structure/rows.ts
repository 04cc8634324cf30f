import { serialValue, type NumberMarker } from './markers';
import { pointRank } from './numerals';

/** Places of a lower rank hold those of a higher one. */
export const UNIT_RANKS = { appendix: 0, part: 1, chapter: 2, section: 3, subsection: 4, article: 5 } as const;
export const CLAUSE_RANK = 6;
export const POINT_RANK = 7;
/** An outline may stand below a part, a chapter or a section, and holds no article. */
const OUTLINE_RANKS = { capital: 10, roman: 11, arabic: 12, decimal: 13, letter: 15 } as const;

/** How many numbers of a row may be missing before the row ends. */
const GAP = 2;

/** Whether a number goes on with a row; the first must be 1. */
export const goesOn = (value: number, last: number | null): boolean =>
  last === null ? value === 1 : value > last && value <= last + GAP;

/** Whether a number goes on with a row, or was inserted behind its last ("2a"). */
export const isNextInserted = (value: number, last: number | null): boolean =>
  goesOn(Math.floor(value), last) || (last !== null && value > last && Math.floor(value) === Math.floor(last));

/** "12" → 12, "12a" → 12.01: inserted ones come between. */
export const arabicValue = (number: string): number => {
  const letter = /[a-zđ]$/.exec(number)?.[0];
  return Number.parseInt(number, 10) + (letter === undefined ? 0 : (pointRank(letter) ?? 0) / 100);
};

/** "b" → 2, "b1" → 2.1 */
export const letterValue = (number: string): number =>
  (pointRank(number.charAt(0)) ?? 0) + Number(number.slice(1)) / 10;

/** The rank of an outline's number. */
export const rankOf = ({ kind, number }: NumberMarker): number =>
  OUTLINE_RANKS[kind] + (kind === 'decimal' && number.split('.').length > 2 ? 1 : 0);

/** "1.2" is below "1", "1.2.3" below "1.2". */
export const isBelow = (number: string, above: string): boolean => number.slice(0, number.lastIndexOf('.')) === above;

/** The value that an outline's number counts; null for one that counts in no outline ("1a"). */
export const serialOf = ({ kind, number }: NumberMarker): number | null => {
  switch (kind) {
    case 'roman':
      return serialValue(number);
    case 'capital':
      return pointRank(number.toLowerCase());
    case 'arabic':
      return /[a-zđ]$/.test(number) ? null : Number(number);
    case 'decimal':
      return Number(number.slice(number.lastIndexOf('.') + 1));
    case 'letter':
      return /\d$/.test(number) ? null : pointRank(number);
  }
};
