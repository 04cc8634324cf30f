import { ORDINAL_WORDS, ordinalValue, romanValue } from './numerals';
import type { ContentsEntry, ContentsLevel } from './types';

/** "khoản 2": a unit that a scope names. */
interface Step {
  unit: Unit;
  number: string;
}

const UNITS = ['phụ lục', 'phần', 'chương', 'mục', 'tiểu mục', 'điều', 'khoản', 'điểm', 'tiết'] as const;
type Unit = (typeof UNITS)[number];

const LEVELS: Readonly<Record<Unit, ContentsLevel>> = {
  'phụ lục': 'appendix',
  phần: 'part',
  chương: 'chapter',
  mục: 'section',
  'tiểu mục': 'subsection',
  điều: 'article',
  khoản: 'clause',
  điểm: 'point',
  tiết: 'outline',
};

/** What texts call the numbers of an outline: "mục II", "điểm 1, mục II", "tiết a điểm 1". */
const IN_OUTLINES: ReadonlySet<Unit> = new Set(['phần', 'mục', 'khoản', 'điểm', 'tiết']);

const STEP = new RegExp(
  `(?<![\\p{L}\\p{M}])(tiểu mục|phụ lục|phần|chương|mục|điều|khoản|điểm|tiết)(?: (?:số )?((?:thứ )(?:${ORDINAL_WORDS.join('|')})|\\d{1,4}(?:\\.\\d{1,2}){0,2}[a-zđ]?|[ivxlc]{1,8}|\\p{L}\\d?))?(?![\\p{L}\\p{M}\\p{N}])`,
  'gu',
);

/** A scope is a line of an editor's; what is longer is something else. */
const LONGEST = 1_000;

const rankOf = ({ unit }: Step): number => UNITS.indexOf(unit);

const isUnit = (text: string | undefined): text is Unit => UNITS.some((unit) => unit === text);

/**
 * The place that a scope names first, the narrowest unit first: "điểm a khoản 1 và khoản 2 Điều 5" gives điểm a, khoản 1,
 * Điều 5.
 */
const readScope = (scope: string): Step[] => {
  const text = scope.slice(0, LONGEST).normalize('NFC').toLowerCase().replace(/\s+/g, ' ');
  const steps = [...text.matchAll(STEP)].flatMap(([, unit, number = '']): Step[] =>
    isUnit(unit) && (number !== '' || unit === 'phụ lục') ? [{ unit, number }] : [],
  );
  const [first, ...rest] = steps;
  if (!first) return [];
  const descends = rest.length > 0 && rest.every((step, index) => rankOf(step) > rankOf(steps[index] ?? step));
  if (descends) return steps.reverse();
  const chain = [first];
  for (const step of rest) if (rankOf(step) < rankOf(chain[chain.length - 1] ?? step)) chain.push(step);
  return chain;
};

/** "thứ hai", "ii", "02" → "2", so that a chapter is found however its number is written. */
const valueOf = (number: string): string => {
  const ordinal = /^thứ (.*)$/.exec(number)?.[1];
  const value = ordinal === undefined ? romanValue(number.toUpperCase()) : ordinalValue(ordinal);
  return value === null ? number.replace(/^0+(?=\d)/, '') : String(value);
};

/** The number of an entry: what its label has after its unit. */
const numberOf = ({ level, label }: ContentsEntry): string => {
  const text = label.normalize('NFC').toLowerCase();
  if (level === 'outline') return text;
  const ordinal = text.lastIndexOf(' thứ ');
  if (ordinal !== -1) return text.slice(ordinal + 1);
  const words = text.split(' ');
  const number = words[words.length - 1] ?? '';
  return level === 'appendix' && !/^(?:\d+|[ivxlc]+|\p{L})$/u.test(number) ? '' : number;
};

const matches = (entry: ContentsEntry, { unit, number }: Step): boolean => {
  const own = numberOf(entry);
  if (entry.level === 'outline') return IN_OUTLINES.has(unit) && own === number;
  if (entry.level !== LEVELS[unit]) return false;
  if (entry.level === 'article' || entry.level === 'clause' || entry.level === 'point')
    return own === number.replace(/^0+(?=\d)/, '');
  return own === number || valueOf(own) === valueOf(number);
};

/** The places that are named by the first step, below those named by the others. */
const placesOf = (chain: readonly Step[], contents: readonly ContentsEntry[]): string[] => {
  const [target] = chain;
  if (!target) return [];
  const found: string[] = [];
  /** @param left how many of the chain's steps, from its end, are still to be met */
  const walk = (entries: readonly ContentsEntry[], left: number): void => {
    for (const entry of entries) {
      const step = chain[left - 1];
      const isMet = step !== undefined && matches(entry, step);
      if (isMet && left === 1) found.push(entry.anchor);
      walk(entry.children, isMet && left > 1 ? left - 1 : left);
    }
  };
  walk(contents, chain.length);
  return found;
};

/**
 * Where a scope ("khoản 2 Điều 8", "Điều 5 khoản 1 điểm a", "điểm 2 mục III") leads in a document.
 * Of several places that it names, the first; where the narrowest unit is not among the contents, the place that holds it.
 * @returns an anchor of `contents`; null for a text that names no place, a place that is not there, or one of several
 *   that are called the same (a decision's Điều 1 and that of the regulation it issues)
 */
export const anchorOfScope = (scope: string, contents: readonly ContentsEntry[]): string | null => {
  for (let chain = readScope(scope); chain.length > 0; chain = chain.slice(1)) {
    const found = placesOf(chain, contents);
    if (found.length > 0) return found.length === 1 ? (found[0] ?? null) : null;
  }
  return null;
};
