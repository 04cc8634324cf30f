import { actsOn, isDated } from './acts';
import { annulmentsIn, type Annulments } from './annulments';
import { compareTexts } from './compare';
import { annulmentSpans, endingSpans } from './endings';
import { STATUS_TYPES } from './relation-types';
import { BEFORE_ALL_DAYS, covers, type Span } from './spans';
import { STATUS_CODES } from './status-codes';
import { suspensionSpans } from './suspensions';
import type { Day, Interval, Reason, Register, RegisterDocument } from './types';
import { validitySpans } from './validity';

/**
 * The status of a document on every day, by the rules of docs/adr/0008: intervals in order of time, from "since ever"
 * to "for ever", without gap or overlap; neighbours differ in status or causes. Nothing is thrown, whatever the data.
 *
 * @param register must know what acts on the document, the acting documents, and what annuls these (see `loadRegister`)
 * @param annulments pass one for many documents of the same register, and no annulment is looked up twice
 */
export const statusIntervals = (
  document: RegisterDocument,
  register: Register,
  annulments: Annulments = annulmentsIn(register),
): Interval[] => {
  const acts = actsOn(document.id, register, annulments, STATUS_TYPES);
  const dated = acts.filter(isDated);
  const spans = [
    ...validitySpans(document, dated),
    ...endingSpans(dated),
    ...annulmentSpans(acts),
    ...suspensionSpans(dated),
  ];
  const days = turningDays(spans);
  const intervals: Interval[] = [];
  for (const [index, from] of days.entries()) {
    const found = statusOf(spans.filter((span) => covers(span, from)));
    const until = days[index + 1] ?? null;
    const last = intervals.at(-1);
    if (last !== undefined && last.code === found.code && sameReasons(last.because, found.because)) last.until = until;
    else intervals.push({ from: from === BEFORE_ALL_DAYS ? null : from, until, ...found });
  }
  return intervals;
};

/**
 * The interval that a day falls into.
 * @param intervals a partition of time, as `statusIntervals` gives it
 * @throws RangeError when no interval covers the day
 */
export const statusOn = (intervals: readonly Interval[], day: Day): Interval => {
  const found = intervals.find((interval) => covers(interval, day));
  if (found === undefined) throw new RangeError(`No interval covers ${day}.`);
  return found;
};

/** Every day on which a span begins or has just ended, after the time before them all. */
const turningDays = (spans: readonly Span[]): Day[] => {
  const days = new Set([BEFORE_ALL_DAYS]);
  for (const { from, until } of spans) {
    if (from !== null) days.add(from);
    if (until !== null) days.add(until);
  }
  return [...days].sort();
};

/** The first status of the list that any span asks for, with all causes that ask for it. */
const statusOf = (holding: readonly Span[]): Pick<Interval, 'code' | 'because'> => {
  const spans = withExtendedParts(holding);
  const code = STATUS_CODES.find((candidate) => spans.some((span) => span.code === candidate)) ?? 'unknown';
  const reasons = spans.filter((span) => span.code === code).map(({ reason }) => reason);
  return { code, because: distinct(code === 'expired' ? earliest(reasons) : reasons) };
};

/** Where the last day has passed for all but parts that were extended on their own, the document is partly expired. */
const withExtendedParts = (holding: readonly Span[]): readonly Span[] => {
  const hasEnded = holding.some(({ reason }) => reason.rule === 'effective-to');
  const isPart = ({ reason }: Span): boolean => reason.rule === 'extended' && reason.scope !== null;
  if (!hasEnded || !holding.some(isPart)) return holding;
  return holding.map((span) =>
    span.reason.rule === 'effective-to' || isPart(span) ? { ...span, code: 'partly-expired' } : span,
  );
};

/** What ended a document; what would have ended it later is no cause any more. */
const earliest = (reasons: readonly Reason[]): Reason[] => {
  const [first] = [...reasons].sort((a, b) => compareTexts(a.on, b.on));
  return reasons.filter(({ on }) => on === first?.on);
};

const compareReasons = (a: Reason, b: Reason): number =>
  compareTexts(a.on, b.on) ||
  compareTexts(a.rule, b.rule) ||
  compareTexts(a.by, b.by) ||
  compareTexts(a.scope, b.scope);

const distinct = (reasons: readonly Reason[]): Reason[] =>
  [...reasons]
    .sort(compareReasons)
    .filter((reason, index, all) => index === 0 || compareReasons(reason, all[index - 1] ?? reason) !== 0);

const sameReasons = (a: readonly Reason[], b: readonly Reason[]): boolean =>
  a.length === b.length && a.every((reason, index) => compareReasons(reason, b[index] ?? reason) === 0);
