import { actsOn, firstDay, isDated, type Act } from './acts';
import { annulmentsIn, type Annulments } from './annulments';
import { compareTexts } from './compare';
import { statusIntervals, statusOn } from './intervals';
import { scopeKey } from './scope';
import { covers, hasDays } from './spans';
import { suspensionsIn, type Suspension } from './suspensions';
import { eventOf, TIMELINE_EVENTS, TIMELINE_TYPES, type TimelineEvent } from './timeline-events';
import type { Interval, Register, RegisterDocument } from './types';

/**
 * What happened to a document, and what is known to happen, in order of day. An effect without a day is left out; an
 * annulment, which has effect all the same, then stands on the day on which it was issued. A document that is annulled
 * was never in force: its acts are listed, its own beginning and end are not.
 *
 * @param register as for `statusIntervals`, loaded with `TIMELINE_TYPES`
 */
export const timeline = (
  document: RegisterDocument,
  register: Register,
  annulments: Annulments = annulmentsIn(register),
): TimelineEvent[] => {
  const acts = actsOn(document.id, register, annulments, TIMELINE_TYPES);
  const intervals = statusIntervals(document, register, annulments);
  return [
    ...ownEvents(document, intervals),
    ...acts.flatMap((act) => actEvent(act, register)),
    ...lapses(suspensionsIn(acts.filter(isDated)), intervals),
  ].sort(inOrder);
};

const ownEvents = (document: RegisterDocument, intervals: readonly Interval[]): TimelineEvent[] => {
  const issued = ownEvent('issued', document.issuedOn);
  const isAnnulled = intervals[0]?.code === 'expired';
  if (isAnnulled) return issued;
  const first = firstDay(document);
  const begins = first !== null && statusOn(intervals, first).code !== 'expired';
  return [...issued, ...(begins ? ownEvent('in-force', first) : []), ...ends(intervals)];
};

const ownEvent = (event: 'issued' | 'in-force', on: string | null): TimelineEvent[] =>
  on === null ? [] : [{ on, event, by: null, scope: null }];

/** Every turn from another status to expired; a late extension may bring a document back in between. */
const ends = (intervals: readonly Interval[]): TimelineEvent[] =>
  intervals.flatMap(({ code, from, because }, index): TimelineEvent[] =>
    code !== 'expired' || from === null || intervals[index - 1]?.code === 'expired'
      ? []
      : [{ on: from, event: 'expired', by: because[0]?.by ?? null, scope: null }],
  );

const actEvent = ({ type, source, scope, on }: Act, register: Register): TimelineEvent[] => {
  const event = eventOf(type, scope);
  const day = on ?? (type === 'annuls' ? (register.document(source)?.issuedOn ?? null) : null);
  return event === null || day === null ? [] : [{ on: day, event, by: source, scope }];
};

/** Suspensions that come to the end they had from the start, unless something else still keeps the same from being in force. */
const lapses = (suspensions: readonly Suspension[], intervals: readonly Interval[]): TimelineEvent[] => {
  const running = suspensions.map(({ act: { on, scope }, end }) => ({ from: on, until: end, scope }));
  const lapsed = suspensions.flatMap(({ act: { on, scope }, end, resumedBy }): TimelineEvent[] => {
    if (end === null || resumedBy !== null || !hasDays({ from: on, until: end })) return [];
    const stillHeld = running.some((other) => covers(other, end) && means(other.scope, scope));
    if (stillHeld || statusOn(intervals, end).code === 'expired') return [];
    return [{ on: end, event: scope === null ? 'resumed' : 'partly-resumed', by: null, scope }];
  });
  return lapsed.sort(inOrder).filter((event, index) => index === 0 || inOrder(event, lapsed[index - 1] ?? event) !== 0);
};

/** Whether a suspension of one scope keeps what another one named from being in force. */
const means = (scope: string | null, other: string | null): boolean =>
  scope === null || (other !== null && scopeKey(scope) === scopeKey(other));

const inOrder = (a: TimelineEvent, b: TimelineEvent): number =>
  compareTexts(a.on, b.on) ||
  TIMELINE_EVENTS.indexOf(a.event) - TIMELINE_EVENTS.indexOf(b.event) ||
  compareTexts(a.by, b.by) ||
  compareTexts(a.scope, b.scope);
