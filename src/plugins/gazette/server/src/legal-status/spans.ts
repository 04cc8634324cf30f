import { dayAfter } from '../days';
import type { StatusCode } from './status-codes';
import type { Day, Reason } from './types';

/** Days on which one cause asks for one status. */
export interface Span {
  code: StatusCode;
  /** First day; null for "since ever". */
  from: Day | null;
  /** The day after the last; null for "for ever". */
  until: Day | null;
  reason: Reason;
}

/** Stands before every day. */
export const BEFORE_ALL_DAYS = '';

/** Whether a span or an interval covers a day; `BEFORE_ALL_DAYS` asks for the time before the first date known. */
export const covers = ({ from, until }: { from: Day | null; until: Day | null }, day: Day): boolean =>
  (from === null || from <= day) && (until === null || day < until);

/** Whether there is any day between a first day and the day after the last. */
export const hasDays = ({ from, until }: { from: Day | null; until: Day | null }): boolean =>
  from === null || until === null || from < until;

/** The day after the last day; null where there is no last day. */
export const afterLast = (last: Day | null): Day | null => (last === null ? null : dayAfter(last));

/** The earlier of two ends (the day after the last), where null is none. */
export const earlierEnd = (a: Day | null, b: Day | null): Day | null => {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
};
