/** A text made easy to scan, with the way back to the text as given. */
export type CleanText = {
  /** NFC, ASCII hyphens and slashes, plain spaces, no bold marks and no invisible characters. Line feeds stay. */
  text: string;
  /** For each UTF-16 unit of `text` the offset of its first unit in the text as given. */
  starts: Uint32Array;
  /** For each UTF-16 unit of `text` the offset after its last unit in the text as given. */
  ends: Uint32Array;
};

const replacements = new Map<number, number>([
  [0xd0, 0x110],
  [0xf0, 0x111],
  ...[0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212, 0xfe58, 0xfe63, 0xff0d].map((dash): [number, number] => [
    dash,
    0x2d,
  ]),
  ...[0x2044, 0x2215, 0xff0f].map((slash): [number, number] => [slash, 0x2f]),
  [0x2028, 0x0a],
  [0x2029, 0x0a],
]);
const invisible = /^[\u00ad\u034f\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]$/u;
const space = /^\s$/u;
const mark = /^\p{M}$/u;
const letterOrDigit = /^[\p{L}\d]$/u;
const inlineTag = /<\/?(?:b|strong|i|em|u|span|mark)(?:[ \n][^<>]{0,200})?>/iy;
const spaceEntity = /&(?:nbsp|#160|#xa0);/iy;
/** Longest run of marks taken as one letter; normalising longer runs costs more than linear time. */
const MARKS_PER_LETTER = 4;
const DROPPED = -1;

/** True when a combining mark stands at `at`; the ranges are a fast pre-check. */
function isMarkAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0x300 && code < 0xfe30 && !isVietnameseLetter(code) && !isSurrogate(code) && mark.test(text[at]);
}

/** An underscore on one side of a word (`_Thông tư_`) marks it; one inside a word or of a blank (`___`) does not. */
function isItalicMark(text: string, at: number): boolean {
  const [before, after] = [text[at - 1] ?? ' ', text[at + 1] ?? ' '];
  return before !== '_' && after !== '_' && letterOrDigit.test(before) !== letterOrDigit.test(after);
}

/** Length of a mark of bold or italic print (`**`, `__`, `*`, `<b>` ...) at `at`, else 0. */
function printMarkAt(text: string, at: number): number {
  const char = text[at];
  if (char === '*') return 1;
  if (char === '_' && text[at + 1] === '_' && text[at + 2] !== '_' && text[at - 1] !== '_') return 2;
  if (char === '_') return isItalicMark(text, at) ? 1 : 0;
  return char === '<' ? lengthAt(inlineTag, text, at) : 0;
}

function lengthAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
}

/**
 * Cleans `text` for scanning: composed letters (also from NFD), U+00D0 as Đ, every dash a hyphen, every space U+0020,
 * marks of bold print and invisible characters dropped. Runs in linear time.
 */
export function cleanCharacters(text: string): CleanText {
  const units = new Uint16Array(text.length);
  const starts = new Uint32Array(text.length);
  const ends = new Uint32Array(text.length);
  let length = 0;
  const put = (unit: number, start: number, end: number): void => {
    units[length] = unit;
    starts[length] = start;
    ends[length] = end;
    length += 1;
  };
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (at + 1 === text.length || !isMarkAt(text, at + 1)) {
      if (isPlain(code)) {
        put(code, at, at + 1);
        at += 1;
        continue;
      }
      const skip = printMarkAt(text, at);
      if (skip > 0) {
        at += skip;
        continue;
      }
      const blank = code === AMPERSAND ? lengthAt(spaceEntity, text, at) : 0;
      if (blank > 0) {
        put(SPACE, at, at + blank);
        at += blank;
        continue;
      }
    }
    const cleaned = cleanUnit(code);
    let end = at + 1;
    while (end < text.length && end - at <= MARKS_PER_LETTER && isMarkAt(text, end)) end += 1;
    if (end > at + 1) {
      const base = cleaned === DROPPED ? '' : String.fromCharCode(cleaned);
      const composed = composeLetter(base + text.slice(at + 1, end));
      for (let unit = 0; unit < composed.length; unit += 1) put(composed.charCodeAt(unit), at, end);
    } else if (cleaned !== DROPPED) {
      put(cleaned, at, end);
    }
    at = end;
  }
  return {
    text: Buffer.from(units.buffer, 0, 2 * length).toString('utf16le'),
    starts: starts.subarray(0, length),
    ends: ends.subarray(0, length),
  };
}

const SPACE = 0x20;
const AMPERSAND = 0x26;
const special = new Set([...'*_<&'].map((char) => char.charCodeAt(0)));

/** Whether the unit `code` stays as it is and begins nothing that is dropped. */
function isPlain(code: number): boolean {
  if (code < 128) return (code >= SPACE || code === 10) && !special.has(code);
  return isVietnameseLetter(code) || isSurrogate(code);
}

function isSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdfff;
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

/** The unit that `code` is cleaned to, or DROPPED. */
function cleanUnit(code: number): number {
  if (code === 10) return code;
  if (code < 128) return Math.max(code, SPACE);
  if (isVietnameseLetter(code)) return code;
  const replaced = replacements.get(code);
  if (replaced !== undefined) return replaced;
  const char = String.fromCharCode(code);
  if (invisible.test(char)) return DROPPED;
  return space.test(char) ? SPACE : code;
}

const vowelMarks = /\p{M}+/gu;

/** `text` in lower case without diacritics, Đ as d: for comparing words typed with and without them. */
export function foldWord(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(vowelMarks, '').replaceAll('đ', 'd');
}
