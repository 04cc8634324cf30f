import type { Line } from './lines';
import { isSetApart, isUpperCase } from './markers';

const LONGEST_TITLE = 300;
const MOST_TITLE_LINES = 3;

const tidyTitle = (text: string): string | null => {
  // First the length: what looks for the end of a text is slow on a long one.
  if (text.length > LONGEST_TITLE) return null;
  const title = text.replace(/[\s.:;–—-]+$/, '').trim();
  return title === '' ? null : title;
};

/** What a line itself says as heading: its bold beginning, or all of it where it does not read as a sentence. */
export const titleOn = (line: Line, rest: string, isNumbered: boolean): string | null => {
  if (rest === '') return null;
  const restStart = line.text.length - rest.length;
  if (isSetApart(line)) return tidyTitle(rest);
  if (line.bold > restStart + 1) return tidyTitle(line.text.slice(restStart, line.bold));
  if (isUpperCase(rest)) return tidyTitle(rest);
  return isNumbered || /[.;:,]$/.test(rest) ? null : tidyTitle(rest);
};

/** Headings often go on below their number, in capitals or bold. */
export const titleBelow = (
  lines: readonly Line[],
  index: number,
  isMarker: (index: number) => boolean,
): string | null => {
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
