import type { FoundCitation } from '../citations';
import { findCue, type Cue } from './cues';
import { readMarker, type MarkerDepth } from './lines';
import { findQuotations, type Quotation } from './quotes';
import { readScope, type ScopeSpan } from './scopes';
import { WordStream } from './words';

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

const scopeWord =
  /^(?:các|những|điểm|khoản|điều|tiểu|mục|chương|phần|phụ|tiết|đoạn|khổ|ý|câu|gạch|biểu|mẫu|bảng|cụm|dòng|từ|chữ)$/u;
const abbreviation = /(?:^|[^\p{L}])(?:TP|TX|TT|ThS|TS|PGS|GS)$/u;
const startsSentence = /[ ]{1,4}["“(]?\p{Lu}/uy;
const endsText = /[ "”)]*(?:\n|$)/uy;

function test(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

/**
 * The tokens of a cleaned text. Citations inside quotations give none.
 * @param citations found in `text`, in text order
 */
export function* readTokens(text: string, citations: readonly FoundCitation[]): Generator<Token, void, undefined> {
  const words = new WordStream(text);
  const quotations = findQuotations(text);
  const outside = indexesOutside(citations, quotations);
  const marker = readMarker(text, 0);
  yield { kind: 'line', depth: marker.depth, start: 0, end: marker.end };
  let at = marker.end;
  let citation = 0;
  let quotation = 0;
  for (;;) {
    words.moveTo(at);
    while (citation < outside.length && citations[outside[citation]].start < at) citation += 1;
    while (quotation < quotations.length && quotations[quotation].start < at) quotation += 1;
    const word = words.at(0);
    const next = citation < outside.length ? citations[outside[citation]] : undefined;
    const quoted = quotation < quotations.length ? quotations[quotation] : undefined;
    const here = Math.min(word?.start ?? Infinity, next?.start ?? Infinity, quoted?.start ?? Infinity);
    if (here === Infinity) return;
    const token: Token =
      quoted?.start === here
        ? { kind: 'quotation', start: here, end: quoted.end }
        : next?.start === here
          ? { kind: 'citation', citation: outside[citation], start: here, end: next.end }
          : tokenAt(text, words, here, next?.start ?? Infinity);
    yield token;
    at = token.end;
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

/** The token of the first of `words`, which begins at `start`; it ends at `until` at the latest. */
function tokenAt(text: string, words: WordStream, start: number, until: number): Token {
  const { plain, end } = words.at(0) ?? { plain: '', end: start + 1 };
  if (plain.startsWith('\n')) {
    const marker = readMarker(text, end);
    return { kind: 'line', depth: marker.depth, start, end: Math.max(end, marker.end) };
  }
  if (plain === '.') {
    return sentenceEndsAt(text, start) ? { kind: 'stop', start, end } : { kind: 'word', start, end };
  }
  if (/^[,;:()?]$/.test(plain)) return { kind: 'mark', mark: plain, start, end };
  if (scopeWord.test(plain)) {
    const span = readScope(text, start);
    if (span !== undefined && span.end <= until) return { kind: 'scope', span, start, end: span.end };
  }
  return cueAt(words, start, until) ?? { kind: 'word', start, end };
}

function cueAt(words: WordStream, start: number, until: number): Token | undefined {
  const found = findCue(words);
  const end = found === undefined ? Infinity : (words.at(found.words - 1)?.end ?? Infinity);
  if (found === undefined || end > until) return undefined;
  const { cue } = found;
  if (cue.kind === 'self') return { kind: 'self', start, end };
  const after = cue.kind === 'document' ? words.at(found.words) : undefined;
  if (after?.plain === 'này' && after.end <= until) return { kind: 'self', start, end: after.end };
  return { kind: 'cue', cue, start, end };
}

/** Whether the full stop at `at` ends a sentence: an abbreviation's and a number's do not. */
function sentenceEndsAt(text: string, at: number): boolean {
  if (test(endsText, text, at + 1)) return true;
  return test(startsSentence, text, at + 1) && !abbreviation.test(text.slice(Math.max(0, at - 5), at));
}
