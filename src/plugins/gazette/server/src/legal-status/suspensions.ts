import type { DatedAct } from './acts';
import { scopeKey } from './scope';
import { afterLast, hasDays, type Span } from './spans';
import type { Day } from './types';

/** A suspension with its end. */
export interface Suspension {
  act: DatedAct;
  /** The day after its last, by `until` or by the act that resumes it; null for "until further notice". */
  end: Day | null;
  /** The act that ends it before its own last day; null for none. */
  resumedBy: DatedAct | null;
}

/** Whether an act of resuming means this suspension: one without scope means all, one with a scope that same part only. */
export const resumes = (resumption: DatedAct, suspension: DatedAct): boolean =>
  resumption.scope === null || (suspension.scope !== null && scopeKey(resumption.scope) === scopeKey(suspension.scope));

/** Every suspension of a document, in order of day; one that is resumed on its first day has no day at all. */
export const suspensionsIn = (acts: readonly DatedAct[]): Suspension[] => {
  const resumptions = acts.filter(({ type }) => type === 'resumes');
  return acts
    .filter(({ type }) => type === 'suspends')
    .map((act) => {
      const lapse = afterLast(act.until);
      const resumedBy = resumptions.find((resumption) => resumption.on >= act.on && resumes(resumption, act)) ?? null;
      const isEarlier = resumedBy !== null && (lapse === null || resumedBy.on < lapse);
      return isEarlier ? { act, end: resumedBy.on, resumedBy } : { act, end: lapse, resumedBy: null };
    });
};

/** The days on which a document, or a part of it, is suspended. */
export const suspensionSpans = (acts: readonly DatedAct[]): Span[] =>
  suspensionsIn(acts)
    .map(({ act, end }): Span => {
      const reason = { rule: 'suspended', by: act.source, scope: act.scope, on: act.on } as const;
      return { code: act.scope === null ? 'suspended' : 'partly-suspended', from: act.on, until: end, reason };
    })
    .filter(hasDays);
