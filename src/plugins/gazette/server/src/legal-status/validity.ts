import { firstDay, type DatedAct } from './acts';
import { compareTexts } from './compare';
import { scopeKey } from './scope';
import { afterLast, earlierEnd, hasDays, type Span } from './spans';
import type { Day, Reason, RegisterDocument } from './types';

/** From one day on, until a later act says otherwise, a document (or a part) has this last day. */
export interface Term {
  from: Day | null;
  /** The day on which the next term begins. */
  until: Day | null;
  last: Day | null;
  /** The extension; null for the document's own date. */
  act: DatedAct | null;
}

/** An extension that says to what day; without one nothing is moved. */
export const isExtension = (act: DatedAct): boolean => act.type === 'extends' && act.until !== null;

/** The terms that follow each other; of several extensions on one day the longest counts. */
const termsOf = (own: Day | null, extensions: readonly DatedAct[]): Term[] => {
  const acts = extensions.filter(({ on }, index) => extensions[index + 1]?.on !== on);
  const terms: Term[] = [{ from: null, until: null, last: own, act: null }];
  for (const act of acts) terms.push({ from: act.on, until: null, last: act.until, act });
  return terms.map((term, index) => ({ ...term, until: terms[index + 1]?.from ?? null }));
};

const byDayAndEnd = (a: DatedAct, b: DatedAct): number => compareTexts(a.on, b.on) || compareTexts(a.until, b.until);

/** The terms of the whole document. */
export const wholeTerms = ({ effectiveTo }: RegisterDocument, acts: readonly DatedAct[]): Term[] =>
  termsOf(effectiveTo, acts.filter((act) => isExtension(act) && act.scope === null).sort(byDayAndEnd));

/** The terms of the parts that were extended on their own. */
const partTerms = (acts: readonly DatedAct[]): Term[] => {
  const parts = new Map<string, DatedAct[]>();
  for (const act of acts.filter(isExtension)) {
    if (act.scope === null) continue;
    const key = scopeKey(act.scope);
    parts.set(key, [...(parts.get(key) ?? []), act]);
  }
  return [...parts.values()].flatMap((part) => termsOf(null, part.sort(byDayAndEnd)).slice(1));
};

const reason = (rule: Reason['rule'], on: Day | null, act: DatedAct | null = null): Reason => ({
  rule,
  by: act?.source ?? null,
  scope: act?.scope ?? null,
  on,
});

const beginning = (document: RegisterDocument): Span[] => {
  const first = firstDay(document);
  if (first === null) {
    const rule = document.issuedOn === null ? 'no-dates' : 'no-effective-from';
    return [{ code: 'unknown', from: null, until: null, reason: reason(rule, null) }];
  }
  const because = reason(document.effectiveFrom === null ? 'issued-on' : 'effective-from', first);
  return [
    { code: 'not-yet-in-force', from: null, until: first, reason: because },
    { code: 'in-force', from: first, until: null, reason: because },
  ];
};

/** The first day without force that a term brings, when it comes while the term counts; null for none. */
export const endOf = ({ from, until, last }: Term): Day | null => {
  const end = afterLast(last);
  if (end === null) return null;
  const first = from === null || end > from ? end : from;
  return hasDays({ from: first, until }) ? first : null;
};

const ending = (term: Term): Span[] => {
  const from = endOf(term);
  if (from === null) return [];
  return [
    { code: 'expired', from, until: term.until, reason: { ...reason('effective-to', from, term.act), scope: null } },
  ];
};

const extension = (term: Term): Span[] => {
  if (term.act === null) return [];
  const until = earlierEnd(term.until, afterLast(term.last));
  return [{ code: 'in-force', from: term.from, until, reason: reason('extended', term.from, term.act) }];
};

/** What a document's own dates, and the extensions of them, ask for. */
export const validitySpans = (document: RegisterDocument, acts: readonly DatedAct[]): Span[] => {
  const whole = wholeTerms(document, acts);
  const spans = [
    ...beginning(document),
    ...whole.flatMap(ending),
    ...[...whole, ...partTerms(acts)].flatMap(extension),
  ];
  if (document.obsolete === true)
    spans.push({ code: 'obsolete', from: null, until: null, reason: reason('obsolete', null) });
  return spans.filter(hasDays);
};
