import { linesOf, type Line } from './lines';
import { isSetApart, isUpperCase, markersOf, serialValue, type Marker, type NumberMarker } from './markers';
import { quotedLines } from './quotes';
import {
  arabicValue,
  CLAUSE_RANK,
  goesOn,
  isBelow,
  isNextInserted,
  letterValue,
  POINT_RANK,
  rankOf,
  serialOf,
  UNIT_RANKS,
} from './rows';
import { titleBelow, titleOn } from './titles';
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

/** How many lines on a number is looked for that tells where a list within a place ends. */
const LONGEST_LIST = 80;

/**
 * Reads lines one after the other and keeps the places that are open. A line counts as a place only where it is certain:
 * units in words where they are set like a heading, numbers where they go on with a row that began at 1.
 */
class PlaceFinder {
  readonly roots: Place[] = [];
  private readonly open: Place[] = [];
  private lastArticle = 0;
  private otherList: number | null = null;
  /** The last number of a list that stands within a place beside whose row it counts anew, by what holds the row. */
  private readonly innerLast = new Map<Place | null, number>();
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
    const list = this.lines[index]?.item?.list;
    // A list whose first items are no places has none.
    if (list !== undefined && list === this.otherList) return;
    const isPlace = (marker: Marker): boolean =>
      marker.kind === 'unit' ? this.readUnit(index, marker) : this.readNumber(index, marker);
    if (!(this.markers[index] ?? []).some(isPlace) && list !== undefined) this.otherList = list;
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
    if (this.hasOpen('article')) return this.readInArticle(index, line, marker);
    return this.readOutline(index, line, marker);
  }

  /** Whether a number counts in a list within the last place of its row ("1. Tổ gồm:", "1. Ông A", "2. Bà B", "2. Họp"). */
  private isInner(index: number, rank: number, number: string): boolean {
    const holder = this.holderOf(rank);
    const last = this.last(rank);
    if (last === null) return false;
    const value = Number(number);
    const inner = this.innerLast.get(holder);
    const goesOnInside = inner !== undefined && value === inner + 1;
    if (value !== 1 && !(goesOnInside && (value !== Math.floor(last) + 1 || this.comesAgain(index, number)))) {
      this.innerLast.delete(holder);
      return false;
    }
    this.innerLast.set(holder, value);
    return true;
  }

  /** Whether a number stands at the start of another line soon, before a unit is named. */
  private comesAgain(index: number, number: string): boolean {
    for (let next = index + 1; next <= index + LONGEST_LIST; next += 1) {
      const markers = this.markers[next] ?? [];
      if (markers.some(({ kind }) => kind === 'unit' || kind === 'roman')) return false;
      if (markers.some((marker) => marker.kind === 'arabic' && marker.number === number)) return true;
    }
    return false;
  }

  private readInArticle(index: number, line: Line, marker: NumberMarker): boolean {
    const { kind, number, rest } = marker;
    if (kind === 'arabic') {
      const value = arabicValue(number);
      if (this.isInner(index, CLAUSE_RANK, number) || !isNextInserted(value, this.last(CLAUSE_RANK))) return false;
      const label = `${this.isVietnamese ? 'Khoản' : 'Clause'} ${number}`;
      this.add({ level: 'clause', number, label, title: titleOn(line, rest, true), line, rank: CLAUSE_RANK, value });
      return true;
    }
    if (kind === 'letter') {
      const value = letterValue(number);
      if (!isNextInserted(value, this.last(POINT_RANK))) return false;
      const label = `${this.isVietnamese ? 'Điểm' : 'Point'} ${number}`;
      this.add({ level: 'point', number, label, title: titleOn(line, rest, true), line, rank: POINT_RANK, value });
      return true;
    }
    // A plan that follows a decision in the same body begins with a heading.
    const isHeading = isSetApart(line) || isUpperCase(rest);
    if (kind === 'decimal' || !isHeading || serialOf(marker) !== 1) return false;
    const open = [...this.open];
    while (this.hasOpen('article')) this.open.pop();
    const isPlace = this.readOutline(index, line, marker);
    if (!isPlace) this.open.push(...open.slice(this.open.length));
    return isPlace;
  }

  private readOutline(index: number, line: Line, marker: NumberMarker): boolean {
    const { kind, number, rest } = marker;
    const rank = rankOf(marker);
    const holder = this.holderOf(rank);
    if (kind === 'decimal' && !(holder?.level === 'outline' && isBelow(number, holder.number))) return false;
    // Letters at the outermost level, and texts in capitals that happen to begin with one, are no outline.
    if (kind === 'letter' && holder?.level !== 'outline') return false;
    const value = serialOf(marker);
    const last = this.last(rank);
    const restarts = value === 1 && last !== null && holder === null && (isSetApart(line) || isUpperCase(rest));
    if (kind === 'arabic' && !restarts && this.isInner(index, rank, number)) return false;
    if (value === null || !(goesOn(value, last) || restarts)) return false;
    const isNumbered = kind !== 'capital' && kind !== 'roman';
    this.add({ level: 'outline', number, label: number, title: titleOn(line, rest, isNumbered), line, rank, value });
    return true;
  }
}

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
