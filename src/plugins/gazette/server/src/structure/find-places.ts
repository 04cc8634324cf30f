import { linesOf, type Line } from './lines';
import { isSetApart, isUpperCase, markersOf, serialValue, type Marker, type NumberMarker } from './markers';
import { pointRank } from './numerals';
import { quotedLines } from './quotes';
import type { ContentsLevel } from './types';

/** A place of a document, before it has an anchor. */
export interface Place {
  level: ContentsLevel;
  /** Its number as written: "II", "8a", "thứ nhất", "đ", "1.1". */
  number: string;
  label: string;
  title: string | null;
  line: Line;
  /** Places of a lower rank hold those of a higher one. */
  rank: number;
  /** What the next one beside it is compared with. */
  value: number;
  parent: Place | null;
  children: Place[];
}

const UNIT_RANKS = { appendix: 0, part: 1, chapter: 2, section: 3, subsection: 4, article: 5 } as const;
const CLAUSE_RANK = 6;
const POINT_RANK = 7;
/** An outline may stand below a part, a chapter or a section, and holds no article. */
const OUTLINE_RANKS = { capital: 10, roman: 11, arabic: 12, decimal: 13, letter: 15 } as const;

const LONGEST_TITLE = 300;
const MOST_TITLE_LINES = 3;

/** How many numbers of a row may be missing before the row ends. */
const GAP = 2;

const tidyTitle = (text: string): string | null => {
  // First the length: what looks for the end of a text is slow on a long one.
  if (text.length > LONGEST_TITLE) return null;
  const title = text.replace(/[\s.:;–—-]+$/, '').trim();
  return title === '' ? null : title;
};

/** What a line itself says as heading: its bold beginning, or all of it where it does not read as a sentence. */
const titleOn = (line: Line, rest: string, isNumbered: boolean): string | null => {
  if (rest === '') return null;
  const restStart = line.text.length - rest.length;
  if (isSetApart(line)) return tidyTitle(rest);
  if (line.bold > restStart + 1) return tidyTitle(line.text.slice(restStart, line.bold));
  if (isUpperCase(rest)) return tidyTitle(rest);
  return isNumbered || /[.;:,]$/.test(rest) ? null : tidyTitle(rest);
};

/** Headings often go on below their number, in capitals or bold. */
const titleBelow = (lines: readonly Line[], index: number, isMarker: (index: number) => boolean): string | null => {
  const parts: string[] = [];
  for (let next = index + 1; next <= index + MOST_TITLE_LINES; next += 1) {
    const line = lines[next];
    if (!line || isMarker(next) || !(isUpperCase(line.text) || isSetApart(line))) break;
    // A bold line below a heading in capitals is a heading of its own.
    if (parts.length > 0 && !isUpperCase(line.text)) break;
    parts.push(line.text);
    if (!isUpperCase(line.text)) break;
  }
  return tidyTitle(parts.join(' '));
};

/** Whether a number goes on with a row; the first must be 1. */
const goesOn = (value: number, last: number | null): boolean =>
  last === null ? value === 1 : value > last && value <= last + GAP;

/** "12" → 12, "12a" → 12.01: inserted ones come between. */
const arabicValue = (number: string): number => {
  const letter = /[a-zđ]$/.exec(number)?.[0];
  return Number.parseInt(number, 10) + (letter === undefined ? 0 : (pointRank(letter) ?? 0) / 100);
};

/** "b" → 2, "b1" → 2.1 */
const letterValue = (number: string): number => (pointRank(number.charAt(0)) ?? 0) + Number(number.slice(1)) / 10;

/**
 * Reads lines one after the other and keeps the places that are open. A line counts as a place only where it is certain:
 * units in words where they are set like a heading, numbers where they go on with a row that began at 1.
 */
class PlaceFinder {
  readonly roots: Place[] = [];
  private readonly open: Place[] = [];
  private lastArticle = 0;
  /** The last place of each rank beside one another. */
  private readonly lastOf = new Map<Place | null, Map<number, Place>>();

  constructor(
    private readonly lines: readonly Line[],
    private readonly markers: readonly Marker[][],
    private readonly isVietnamese: boolean,
    /** The last line that names each number of an article. */
    private readonly articleLines: ReadonlyMap<number, number>,
  ) {}

  read(index: number): void {
    for (const marker of this.markers[index] ?? []) {
      const isPlace = marker.kind === 'unit' ? this.readUnit(index, marker) : this.readNumber(index, marker);
      if (isPlace) return;
    }
  }

  private get current(): Place | null {
    return this.open[this.open.length - 1] ?? null;
  }

  private hasOpen(level: ContentsLevel): boolean {
    return this.open.some((place) => place.level === level);
  }

  /** The open place that would hold one of this rank. */
  private holderOf(rank: number): Place | null {
    for (let at = this.open.length - 1; at >= 0; at -= 1) {
      const place = this.open[at];
      if (place && place.rank < rank) return place;
    }
    return null;
  }

  private add(place: Omit<Place, 'parent' | 'children'>): void {
    const parent = this.holderOf(place.rank);
    while (this.current !== parent) this.open.pop();
    const found: Place = { ...place, parent, children: [] };
    (parent?.children ?? this.roots).push(found);
    this.open.push(found);
    const row = this.lastOf.get(parent) ?? new Map<number, Place>();
    this.lastOf.set(parent, row.set(found.rank, found));
  }

  /** The last number of a row, beside which one of this rank would stand. */
  private last(rank: number): number | null {
    return this.lastOf.get(this.holderOf(rank))?.get(rank)?.value ?? null;
  }

  private readUnit(index: number, marker: Extract<Marker, { kind: 'unit' }>): boolean {
    const { level, number, label, rest } = marker;
    const line = this.lines[index];
    if (!line) return false;
    if (level === 'article' && !this.isNextArticle(index, number)) return false;
    const isMarker = (next: number) => (this.markers[next] ?? []).length > 0;
    const title = rest === '' ? titleBelow(this.lines, index, isMarker) : titleOn(line, rest, false);
    // An appendix, and a text that is published with a decision, begin anew.
    if (level === 'appendix' || (level === 'article' && number === '1')) this.lastArticle = 0;
    if (level === 'article') this.lastArticle = arabicValue(number);
    this.add({ level, number, label, title, line, rank: UNIT_RANKS[level], value: serialValue(number) ?? 0 });
    return true;
  }

  /** An article of another text that is quoted without quotation marks is out of its row. */
  private isNextArticle(index: number, number: string): boolean {
    const value = arabicValue(number);
    const whole = Math.floor(this.lastArticle);
    if (value > this.lastArticle && Math.floor(value) <= whole + 1) return true;
    if (number === '1') return true;
    // An excerpt leaves articles out; elsewhere the next in the row is still to come.
    return value > this.lastArticle && (this.articleLines.get(whole + 1) ?? -1) < index;
  }

  private readNumber(index: number, marker: NumberMarker): boolean {
    const line = this.lines[index];
    if (!line) return false;
    if (this.hasOpen('article')) return this.readInArticle(line, marker);
    return this.readOutline(line, marker);
  }

  private readInArticle(line: Line, marker: NumberMarker): boolean {
    const { kind, number, rest } = marker;
    if (kind === 'arabic') {
      const value = arabicValue(number);
      if (!this.isNextInserted(value, this.last(CLAUSE_RANK))) return false;
      const label = `${this.isVietnamese ? 'Khoản' : 'Clause'} ${number}`;
      this.add({ level: 'clause', number, label, title: titleOn(line, rest, true), line, rank: CLAUSE_RANK, value });
      return true;
    }
    if (kind === 'letter') {
      const value = letterValue(number);
      if (!this.isNextInserted(value, this.last(POINT_RANK))) return false;
      const label = `${this.isVietnamese ? 'Điểm' : 'Point'} ${number}`;
      this.add({ level: 'point', number, label, title: titleOn(line, rest, true), line, rank: POINT_RANK, value });
      return true;
    }
    // A plan that follows a decision in the same body begins with a heading.
    const isHeading = isSetApart(line) || isUpperCase(rest);
    if (kind === 'decimal' || !isHeading || serialOf(marker) !== 1) return false;
    while (this.hasOpen('article')) this.open.pop();
    return this.readOutline(line, marker);
  }

  /** The next of a row, or one inserted behind the last ("2a"). */
  private isNextInserted(value: number, last: number | null): boolean {
    return goesOn(Math.floor(value), last) || (last !== null && value > last && Math.floor(value) === Math.floor(last));
  }

  private readOutline(line: Line, marker: NumberMarker): boolean {
    const { kind, number, rest } = marker;
    const rank = rankOf(marker);
    const holder = this.holderOf(rank);
    if (kind === 'decimal' && !(holder?.level === 'outline' && isBelow(number, holder.number))) return false;
    // Letters at the outermost level, and texts in capitals that happen to begin with one, are no outline.
    if (kind === 'letter' && holder?.level !== 'outline') return false;
    const value = serialOf(marker);
    const last = this.last(rank);
    const restarts = value === 1 && last !== null && holder === null && (isSetApart(line) || isUpperCase(rest));
    if (value === null || !(goesOn(value, last) || restarts)) return false;
    const isNumbered = kind !== 'capital' && kind !== 'roman';
    this.add({ level: 'outline', number, label: number, title: titleOn(line, rest, isNumbered), line, rank, value });
    return true;
  }
}

const rankOf = ({ kind, number }: NumberMarker): number =>
  OUTLINE_RANKS[kind] + (kind === 'decimal' && number.split('.').length > 2 ? 1 : 0);

/** "1.2" is below "1", "1.2.3" below "1.2". */
const isBelow = (number: string, above: string): boolean => number.slice(0, number.lastIndexOf('.')) === above;

const serialOf = ({ kind, number }: NumberMarker): number | null => {
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

/** A number that nothing follows in its row ("1." with no "2.") was no outline; what stands in it goes with it. */
const withoutLoneOutlines = (places: Place[]): Place[] => {
  const rows = new Map<number, number>();
  for (const { rank } of places) rows.set(rank, (rows.get(rank) ?? 0) + 1);
  return places
    .filter(({ level, rank }) => level !== 'outline' || (rows.get(rank) ?? 0) > 1)
    .map((place) => Object.assign(place, { children: withoutLoneOutlines(place.children) }));
};

/** The places of a body's HTML, in the order of the text. */
export const findPlaces = (html: string, isVietnamese: boolean): Place[] => {
  const lines = linesOf(html);
  const quoted = quotedLines(lines.map(({ text }) => text));
  const markers = lines.map((line, index) => (quoted[index] ? [] : markersOf(line, !isVietnamese)));
  const articleLines = new Map<number, number>();
  markers.forEach(([marker], index) => {
    if (marker?.kind === 'unit' && marker.level === 'article')
      articleLines.set(Number.parseInt(marker.number, 10), index);
  });
  const finder = new PlaceFinder(lines, markers, isVietnamese, articleLines);
  lines.forEach((_, index) => finder.read(index));
  return withoutLoneOutlines(finder.roots);
};
