import { findIssuer, findType, issuerFamily, splitGluedCode, upperCode } from './codes';

/** What stands between two parts of a symbol: a mark, a space or nothing. */
export type Joint = '-' | '/' | ' ' | '';

/** One run of letters of a symbol, as typed. */
export type CodeToken = { raw: string; joint: Joint; end: number };

/** The pieces of a symbol that starts at a digit, before their meaning is looked at. */
export type SymbolTokens = {
  number: string;
  year: number | null;
  codes: CodeToken[];
  /** After the last piece read. */
  end: number;
  /** Set when digits stand where a year or a code must. */
  fault?: 'bad-year' | 'unknown-layout';
};

const FIRST_YEAR = 1945;
const LAST_YEAR = 2099;
/** A joint circular of many ministries is the longest real case. */
const MOST_CODES = 12;
const MOST_SPACES = 4;

const numberPattern = /(\d{1,6})(\.\d{1,3}(?!\d))?([A-Za-zđĐ](?![\p{L}\d]))?/uy;
const codePattern = /[A-Za-zĐđƯư][A-Za-zĐđƯư\d]{0,23}/uy;
const codeTailPattern = /[.&][A-ZĐƯ][A-ZĐƯ\d]{0,15}/uy;
/** A code whose space to the next word is missing: "33-NQ/TWngày". */
const gluedCodePattern = /[A-ZĐƯ][A-ZĐƯ\d]{1,23}(?=(?:ngày|của|về|và|do)(?!\p{L}))/uy;
const yearPattern = /\d{4}(?!\d)/y;
const termPattern = /[ -]{0,3}(\d{1,2})(?!\d)/y;
const letterOrDigit = /^[\p{L}\d]$/u;
const upperRun = /^[A-ZĐƯ\d.&]{2,}$/u;

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function endsWord(text: string, at: number): boolean {
  return at >= text.length || !letterOrDigit.test(text[at]);
}

/** Skips a few spaces and at most one line break: a blank line ends a symbol. */
function skipSpaces(text: string, at: number): number {
  let end = at;
  let lineBreaks = 0;
  while (end - at < MOST_SPACES && (text[end] === ' ' || text[end] === '\n')) {
    if (text[end] === '\n') lineBreaks += 1;
    end += 1;
  }
  return lineBreaks > 1 ? at : end;
}

function readJoint(text: string, at: number): { joint: Joint; end: number; loose: boolean } {
  const before = skipSpaces(text, at);
  const char = text[before];
  if (char === '-' || char === '/') {
    const end = skipSpaces(text, before + 1);
    return { joint: char, end, loose: end > before + 1 || before > at };
  }
  const spaced = before > at && !text.slice(at, before).includes('\n');
  return spaced ? { joint: ' ', end: before, loose: true } : { joint: '', end: at, loose: false };
}

function readCode(text: string, at: number): { raw: string; end: number } | undefined {
  const glued = matchAt(gluedCodePattern, text, at)?.[0];
  if (glued !== undefined) return { raw: glued, end: at + glued.length };
  const head = matchAt(codePattern, text, at)?.[0];
  if (head === undefined || !endsWord(text, at + head.length)) return undefined;
  let end = at + head.length;
  for (let tails = 0; tails < 3; tails += 1) {
    const tail = matchAt(codeTailPattern, text, end)?.[0];
    if (tail === undefined || !endsWord(text, end + tail.length)) break;
    end += tail.length;
  }
  return { raw: text.slice(at, end), end };
}

function isType(raw: string): boolean {
  return findType(raw, 'party') !== undefined || findType(raw, 'state') !== undefined;
}

/** Whether `raw` may follow what was read: a loose joint ("57 - KL", a line break) takes known codes only. */
function mayFollow(raw: string, joint: Joint, loose: boolean, before: readonly CodeToken[]): boolean {
  if (before.length === 0) {
    if (joint === '' || joint === ' ') return isType(raw) || splitGluedCode(raw) !== undefined;
    return !loose || isType(raw) || findIssuer(raw) !== undefined || splitGluedCode(raw) !== undefined;
  }
  if (joint === '') return false;
  const first = before[0].raw;
  if (before.length === 1) {
    if (joint === ' ') return isType(first) && issuerFamily(raw) !== undefined;
    return !loose || findIssuer(raw) !== undefined || upperRun.test(raw);
  }
  if (joint !== '-') return false;
  if (loose) return /^(?:TTLT?|NQLT)$/.test(upperCode(first)) && findIssuer(raw) !== undefined;
  const small = [...before, { raw }].every((code) => code.raw === code.raw.toLowerCase());
  return small || /^[A-ZĐƯ]/u.test(raw) || findIssuer(raw) !== undefined;
}

/** Reads the pieces of a symbol at the digit `at` of a cleaned text; undefined when no digit stands there. */
export function readTokens(text: string, at: number): SymbolTokens | undefined {
  const number = matchAt(numberPattern, text, at);
  if (number === null) return undefined;
  let end = at + number[0].length;
  const tokens: SymbolTokens = { number: number[0], year: null, codes: [], end };

  const toYear = readJoint(text, end);
  if ((toYear.joint === '/' || toYear.joint === '-') && /^\d$/.test(text[toYear.end] ?? '')) {
    const year = Number(matchAt(yearPattern, text, toYear.end)?.[0] ?? Number.NaN);
    if (!(year >= FIRST_YEAR && year <= LAST_YEAR)) {
      const coded = /^\d{1,6}\s?[/-]\s?\p{L}/u.test(text.slice(toYear.end, toYear.end + 10));
      return { ...tokens, fault: coded ? 'bad-year' : 'unknown-layout' };
    }
    tokens.year = year;
    end = toYear.end + 4;
    tokens.end = end;
  }

  while (tokens.codes.length < MOST_CODES) {
    const { joint, end: codeAt, loose } = readJoint(text, end);
    const code = readCode(text, codeAt);
    if (code === undefined || !mayFollow(code.raw, joint, loose, tokens.codes)) break;
    const term = /^(?:UBTV)?QH$/i.test(code.raw) ? matchAt(termPattern, text, code.end) : null;
    if (term !== null && endsWord(text, code.end + term[0].length)) {
      code.raw += term[1];
      code.end += term[0].length;
    }
    tokens.codes.push({ raw: code.raw, joint, end: code.end });
    end = code.end;
    tokens.end = end;
  }
  return tokens;
}
