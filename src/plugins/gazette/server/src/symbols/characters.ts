/** A text made easy to scan, with the way back to the text as given. */
export type CleanText = {
  /** NFC, ASCII hyphens and slashes, plain spaces, no bold marks and no invisible characters. Line feeds stay. */
  text: string;
  /** For each UTF-16 unit of `text` the offset of its first unit in the text as given. */
  starts: Uint32Array;
  /** For each UTF-16 unit of `text` the offset after its last unit in the text as given. */
  ends: Uint32Array;
};

const replacements = new Map<string, string>([
  ['\u00d0', 'Đ'],
  ['\u00f0', 'đ'],
  ...['\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2212', '\ufe58', '\ufe63', '\uff0d'].map(
    (dash): [string, string] => [dash, '-'],
  ),
  ...['\u2044', '\u2215', '\uff0f'].map((slash): [string, string] => [slash, '/']),
  ['\u2028', '\n'],
  ['\u2029', '\n'],
]);
const invisible = /^[\u00ad\u034f\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]$/u;
const space = /^\s$/u;
const mark = /^\p{M}$/u;
const boldTag = /<\/?(?:b|strong|i|em|u)>/iy;
/** Longest run of marks taken as one letter; normalising longer runs costs more than linear time. */
const MARKS_PER_LETTER = 4;

/** True when a combining mark stands at `at`; the ranges are a fast pre-check. */
function isMarkAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0x300 && code < 0xfe30 && mark.test(text[at]);
}

/** Length of a bold mark (`**`, `__`, `*`, `<b>` ...) at `at`, else 0. */
function boldMarkAt(text: string, at: number): number {
  const char = text[at];
  if (char === '*') return 1;
  if (char === '_' && text[at + 1] === '_' && text[at + 2] !== '_' && text[at - 1] !== '_') return 2;
  if (char !== '<') return 0;
  boldTag.lastIndex = at;
  return boldTag.exec(text)?.[0].length ?? 0;
}

/**
 * Cleans `text` for scanning: composed letters (also from NFD), U+00D0 as Đ, every dash a hyphen, every space U+0020,
 * bold marks and invisible characters dropped. Runs in linear time.
 */
export function cleanCharacters(text: string): CleanText {
  let out = '';
  const starts = new Uint32Array(text.length);
  const ends = new Uint32Array(text.length);
  let length = 0;
  let at = 0;
  while (at < text.length) {
    const skip = boldMarkAt(text, at);
    if (skip > 0) {
      at += skip;
      continue;
    }
    let end = at + 1;
    while (end < text.length && end - at <= MARKS_PER_LETTER && isMarkAt(text, end)) end += 1;
    const piece = end === at + 1 ? cleanCharacter(text[at]) : cleanCharacter(text[at]) + text.slice(at + 1, end);
    const composed = end === at + 1 ? piece : composeLetter(piece);
    if (composed !== '') {
      out += composed;
      for (let unit = 0; unit < composed.length; unit += 1) {
        starts[length] = at;
        ends[length] = end;
        length += 1;
      }
    }
    at = end;
  }
  return { text: out, starts: starts.subarray(0, length), ends: ends.subarray(0, length) };
}

/** NFC, except for the few letters of other scripts that NFC makes longer: offsets need one unit or fewer per unit. */
function composeLetter(piece: string): string {
  const composed = piece.normalize('NFC');
  return composed.length <= piece.length ? composed : piece;
}

/** The composed letters of Vietnamese but U+00D0 and U+00F0, so that most characters need no further look. */
function isVietnameseLetter(code: number): boolean {
  return (code >= 0xc0 && code <= 0x1b0 && code !== 0xd0 && code !== 0xf0) || (code >= 0x1ea0 && code <= 0x1ef9);
}

function cleanCharacter(char: string): string {
  const code = char.charCodeAt(0);
  if (code === 10) return char;
  if (code < 128) return code <= 32 ? ' ' : char;
  if (isVietnameseLetter(code)) return char;
  const replaced = replacements.get(char);
  if (replaced !== undefined) return replaced;
  if (invisible.test(char)) return '';
  return space.test(char) ? ' ' : char;
}

const vowelMarks = /\p{M}+/gu;

/** `text` in lower case without diacritics, Đ as d: for comparing words typed with and without them. */
export function foldWord(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(vowelMarks, '').replaceAll('đ', 'd');
}
