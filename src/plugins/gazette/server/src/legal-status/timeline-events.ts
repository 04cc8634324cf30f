import { RELATION_TYPES, type RelationType } from './relation-types';
import type { Day } from './types';

/**
 * What happens in the life of a document; the order is that of events of one day. `in-force` and `expired` are turns of
 * its status, and `resumed` without `by` is the end that a suspension had from the start; all others are acts.
 */
export const TIMELINE_EVENTS = [
  'issued',
  'in-force',
  'corrected',
  'amended',
  'supplemented',
  'consolidated',
  'guided',
  'explained',
  'extended',
  'partly-extended',
  'suspended',
  'partly-suspended',
  'resumed',
  'partly-resumed',
  'partly-replaced',
  'partly-repealed',
  'partly-annulled',
  'replaced',
  'repealed',
  'annulled',
  'expired',
] as const;

/** A value of `event` in a timeline. */
export type TimelineEventName = (typeof TIMELINE_EVENTS)[number];

/** One event. */
export interface TimelineEvent {
  on: Day;
  event: TimelineEventName;
  /** Id of the acting document; null where nobody acts. */
  by: string | null;
  scope: string | null;
}

/** What an act is called, on the whole document and on a part. */
interface Names {
  whole: TimelineEventName;
  part: TimelineEventName;
}

/** Types without an entry say how documents are used, and are no events in the life of their target. */
const EVENTS_OF_TYPES: Partial<Record<RelationType, Names>> = {
  guides: { whole: 'guided', part: 'guided' },
  explains: { whole: 'explained', part: 'explained' },
  amends: { whole: 'amended', part: 'amended' },
  supplements: { whole: 'supplemented', part: 'supplemented' },
  replaces: { whole: 'replaced', part: 'partly-replaced' },
  repeals: { whole: 'repealed', part: 'partly-repealed' },
  annuls: { whole: 'annulled', part: 'partly-annulled' },
  suspends: { whole: 'suspended', part: 'partly-suspended' },
  resumes: { whole: 'resumed', part: 'partly-resumed' },
  extends: { whole: 'extended', part: 'partly-extended' },
  corrects: { whole: 'corrected', part: 'corrected' },
  consolidates: { whole: 'consolidated', part: 'consolidated' },
};

/** The event that a relation is in the life of its target; null for none. */
export const eventOf = (type: RelationType, scope: string | null): TimelineEventName | null =>
  EVENTS_OF_TYPES[type]?.[scope === null ? 'whole' : 'part'] ?? null;

/** The types of relations that a timeline is made of. */
export const TIMELINE_TYPES: readonly RelationType[] = RELATION_TYPES.filter((type) => eventOf(type, null) !== null);
