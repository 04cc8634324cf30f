import type { Act, DatedAct } from './acts';
import type { Span } from './spans';

const RULES = { replaces: 'replaced', repeals: 'repealed' } as const;

/** What a replacement or a repeal asks for: an end from its day on, of the whole or of a part. */
export const endingSpans = (acts: readonly DatedAct[]): Span[] =>
  acts.flatMap(({ type, source, scope, on }): Span[] => {
    if (type !== 'replaces' && type !== 'repeals') return [];
    const reason = { rule: RULES[type], by: source, scope, on };
    return [{ code: scope === null ? 'expired' : 'partly-expired', from: on, until: null, reason }];
  });

/** What an annulment asks for: as if the document, or the part, had never been in force. Its own day does not matter. */
export const annulmentSpans = (acts: readonly Act[]): Span[] =>
  acts.flatMap(({ type, source, scope }): Span[] => {
    if (type !== 'annuls') return [];
    const reason = { rule: 'annulled', by: source, scope, on: null } as const;
    return [{ code: scope === null ? 'expired' : 'partly-expired', from: null, until: null, reason }];
  });
