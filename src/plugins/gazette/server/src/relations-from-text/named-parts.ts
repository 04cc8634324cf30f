import type { ReadingState } from './reading-state';
import type { ScopeSpan } from './scopes';
import type { Token } from './tokens';
import type { RelationType } from '../legal-status';

/** The words of a scope on one line. */
export function oneLine(text: string, start: number, end: number): string {
  return text.slice(start, end).replace(/\s+/g, ' ').trim();
}

export function onScope(s: ReadingState, span: ScopeSpan, previous: Token | undefined, next: Token | undefined): void {
  if (s.detailed !== null && s.gapWords === 0) {
    s.detailed.scope = oneLine(s.text, span.start, span.end);
    s.detailed = null;
    return;
  }
  if (s.frame?.partsNamed && s.frame.objects.length === 0) return;
  if (s.mode === 'title' && (!s.afterSeparator() || s.gapWords > 0)) return;
  const bracketed = previous?.kind === 'mark' && previous.mark === '(' && next?.kind === 'mark' && next.mark === ')';
  const last = s.mentions.at(-1);
  const took = s.mode === 'objects' ? last?.type !== 'refers-to' : s.mode === 'subject' && s.subjects.at(-1) === last;
  if (bracketed && took && last !== undefined && last.scope === null) {
    last.scope = oneLine(s.text, span.start, span.end);
    return;
  }
  if (span.place !== span.start || span.phraseEnd !== null) s.phraseReplaced = true;
  s.scopes.push(span);
}

/** The part named before a citation, for a relation of `type`. */
export function scopeFor(s: ReadingState, type: RelationType): string | null {
  if (s.scopes.length === 0) return null;
  const whole = type === 'repeals' || type === 'annuls';
  const places = whole ? [] : s.scopes.filter(({ place }) => place !== null);
  const named = places.length > 0 ? places : s.scopes.slice(0, whole ? undefined : 1);
  return named
    .map(({ start, end, place, phraseEnd }) =>
      oneLine(s.text, whole || place === null ? start : place, whole || place !== null ? end : (phraseEnd ?? end)),
    )
    .join(', ');
}

/** "các cụm từ “...” tại Điều 2" without the phrase: "Điều 2"; the phrase itself where no place is named. */
export function placeOf(scope: string | null): string | null {
  if (scope === null) return null;
  const close = Math.max(scope.lastIndexOf('”'), scope.lastIndexOf('"'), scope.lastIndexOf('»'));
  const rest = scope.slice(close + 1).replace(/^[ ,]*(?:(?:tại|ở|trong|của|thuộc) )*/u, '');
  return rest === '' ? scope : rest;
}
