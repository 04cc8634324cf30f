/**
 * How deep the marker of a line stands: 0 Điều, Chương; 1 roman; 2 "1.", and a tenth more for each further number of
 * "1.2."; 3 "a)"; 4 "-"; 5 "+"; 6 no marker.
 */
export type MarkerDepth = number;

/** The marker at the beginning of a line; `end` is after it and the spaces that follow. */
export type LineMarker = { depth: MarkerDepth; end: number };

/** The kind of document that is also a verb; its title goes on below: "HƯỚNG DẪN / Thực hiện Quy định ...". */
const heading = /(?:^|\n)[ ]*HƯỚNG DẪN$/u;
/** Depth of a line without a marker. */
const NO_MARKER = 6;

const blanks = /[ ]*/y;
const markers: readonly [RegExp, MarkerDepth][] = [
  [/(?:điều|chương|phần|mục)[ ]{1,4}[\divxlc]{1,6}[a-zđ]?[ ]?[.:][ ]*/iuy, 0],
  [/[IVXLC]{1,6}[.)][ ]*/y, 1],
  [/\(?\d{1,3}(?:(?:\.\d{1,3}){0,4}[.)]|(?:\.\d{1,3}){1,4}(?=[ ]))[ ]*/y, 2],
  [/\(?[a-zđ]{1,2}\)[ ]*/iuy, 3],
  [/[-•–●▪◦*·][ ]*/uy, 4],
  [/\+[ ]*/y, 5],
];

/** Reads the marker of the line that begins at `at` of a cleaned text. */
export function readMarker(text: string, at: number): LineMarker {
  blanks.lastIndex = at;
  blanks.test(text);
  const start = blanks.lastIndex;
  for (const [pattern, depth] of markers) {
    pattern.lastIndex = start;
    if (!pattern.test(text)) continue;
    const end = pattern.lastIndex;
    const numbers = depth === 2 ? (text.slice(start, end).match(/\d+/g)?.length ?? 1) : 1;
    return { depth: depth + (numbers - 1) / 10, end };
  }
  return { depth: NO_MARKER, end: start };
}

/**
 * Whether the line break at `text[start, end)`, with the blank space after it, only wraps a line: no mark that ends
 * something before it, and a small letter, a digit or what follows a comma after it.
 */
export function wrapsLine(text: string, start: number, end: number): boolean {
  if (readMarker(text, end).depth !== NO_MARKER) return false;
  let before = start;
  while (before > 0 && text[before - 1] === ' ') before -= 1;
  const last = text[before - 1] ?? '\n';
  if (heading.test(text.slice(Math.max(0, before - 12), before))) return true;
  if (/^[.;:\n]$/.test(last) || text.slice(start + 1, end).includes('\n')) return false;
  return last === ',' || /^[\p{Ll}\d]$/u.test(text[end] ?? '');
}
