import type { FoundCitation } from '../citations';
import { findCue, type Cue } from './cues';
import { readMarker, type MarkerDepth } from './lines';
import { findQuotations, type Quotation } from './quotes';
import { readScope, type ScopeSpan } from './scopes';

/** What the reader sees of a text, in order. Offsets are those of the cleaned text. */
export type Token =
  | { kind: 'citation'; citation: number; start: number; end: number }
  | { kind: 'cue'; cue: Cue; start: number; end: number }
  | { kind: 'self'; start: number; end: number }
  | { kind: 'scope'; span: ScopeSpan; start: number; end: number }
  | { kind: 'mark'; mark: string; start: number; end: number }
  | { kind: 'stop'; start: number; end: number }
  | { kind: 'line'; depth: MarkerDepth; start: number; end: number }
  | { kind: 'quotation'; start: number; end: number }
  | { kind: 'word'; start: number; end: number };

type Word = { plain: string; start: number; end: number };

const wordOrMark = /[\p{L}\d]+|\n[\s]*|[,;:./()?]/gu;
const scopeWord =
  /^(?:các|những|điểm|khoản|điều|tiểu|mục|chương|phần|phụ|tiết|đoạn|khổ|ý|câu|gạch|biểu|mẫu|bảng|cụm|dòng|từ|chữ)$/u;
const startsSentence = /[ ]{1,4}["“(]?\p{Lu}/uy;
const endsText = /[ "”)]*(?:\n|$)/uy;

function plainWord(word: string): string {
  return word
    .toLowerCase()
    .replace('uỷ', 'ủy')
    .replace(/oá$/u, 'óa')
    .replace('bõ', 'bỏ');
}

function test(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

/** Words, marks and line breaks of `text`; a line break takes the blank space after it. */
function readWords(text: string): Word[] {
  const words: Word[] = [];
  for (const { 0: word, index } of text.matchAll(wordOrMark)) {
    words.push({ plain: plainWord(word), start: index, end: index + word.length });
  }
  return words;
}

/**
 * The tokens of a cleaned text. Citations inside quotations give none.
 * @param citations found in `text`, in text order
 */
export function readTokens(text: string, citations: readonly FoundCitation[]): Token[] {
  const words = readWords(text);
  const quotations = findQuotations(text);
  const outside = indexesOutside(citations, quotations);
  const tokens: Token[] = [];
  const marker = readMarker(text, 0);
  tokens.push({ kind: 'line', depth: marker.depth, start: 0, end: marker.end });
  let at = marker.end;
  let citation = 0;
  let quotation = 0;
  let index = 0;
  const push = (token: Token): void => {
    tokens.push(token);
    at = token.end;
  };
  for (;;) {
    while (index < words.length && words[index].start < at) index += 1;
    while (citation < outside.length && citations[outside[citation]].start < at) citation += 1;
    while (quotation < quotations.length && quotations[quotation].start < at) quotation += 1;
    const word = words[index] as Word | undefined;
    const next = citations[outside[citation]] as FoundCitation | undefined;
    const quoted = quotations[quotation] as Quotation | undefined;
    const here = Math.min(word?.start ?? Infinity, next?.start ?? Infinity, quoted?.start ?? Infinity);
    if (here === Infinity) return tokens;
    if (quoted?.start === here) push({ kind: 'quotation', start: here, end: quoted.end });
    else if (next?.start === here) push({ kind: 'citation', citation: outside[citation], start: here, end: next.end });
    else if (word !== undefined) push(tokenAt(text, words, index, next?.start ?? Infinity));
  }
}

/** Indexes of the citations that stand in no quotation. */
function indexesOutside(citations: readonly FoundCitation[], quotations: readonly Quotation[]): number[] {
  const outside: number[] = [];
  let quotation = 0;
  citations.forEach(({ start }, index) => {
    while (quotation < quotations.length && quotations[quotation].end <= start) quotation += 1;
    if (quotation === quotations.length || quotations[quotation].start > start) outside.push(index);
  });
  return outside;
}

function tokenAt(text: string, words: readonly Word[], index: number, until: number): Token {
  const { plain, start, end } = words[index];
  if (plain.startsWith('\n')) {
    const marker = readMarker(text, end);
    return { kind: 'line', depth: marker.depth, start, end: Math.max(end, marker.end) };
  }
  if (scopeWord.test(plain)) {
    const span = readScope(text, start);
    if (span !== undefined && span.end <= until) return { kind: 'scope', span, start, end: span.end };
  }
  const found = findCue(words, index);
  const last = found === undefined ? undefined : words[index + found.words - 1];
  if (found !== undefined && last !== undefined && last.end <= until) {
    const after = words[index + found.words] as Word | undefined;
    if (found.cue.kind === 'self') return { kind: 'self', start, end: last.end };
    if (found.cue.kind === 'document' && after?.plain === 'này' && after.end <= until) {
      return { kind: 'self', start, end: after.end };
    }
    return { kind: 'cue', cue: found.cue, start, end: last.end };
  }
  if (plain === '.') return sentenceEndsAt(text, words, index) ? { kind: 'stop', start, end } : { kind: 'word', start, end };
  if (/^[,;:()?]$/.test(plain)) return { kind: 'mark', mark: plain, start, end };
  return { kind: 'word', start, end };
}

function sentenceEndsAt(text: string, words: readonly Word[], index: number): boolean {
  const { end } = words[index];
  if (test(endsText, text, end)) return true;
  const before = words[index - 1] as Word | undefined;
  return test(startsSentence, text, end) && !(before !== undefined && /^(?:tp|tx|tt|ts|ths|pgs|gs)$/u.test(before.plain));
}
