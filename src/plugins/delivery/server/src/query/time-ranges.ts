import { z } from 'zod';

/** Days of the API are days in Asia/Ho_Chi_Minh, which keeps UTC+7 all year and has done so since 1975. */
const DAY_OFFSET_MS = 7 * 3_600_000;
const DAY_MS = 86_400_000;

const day = z.iso.date();
const instant = z.iso.datetime({ offset: true, local: false });

/** A half-open range [from, before) of sort-key values; a missing end is open. */
export interface KeyRange {
  from?: string;
  before?: string;
}

export type Moment = { day: string } | { instant: Date };

/** Reads `2023-09-01` as a day and `2023-09-01T00:14:00+07:00` as an instant; null for anything else. */
export const parseMoment = (text: string): Moment | null => {
  if (day.safeParse(text).success) return { day: text };
  // A '+' that was not percent-encoded arrives as a space.
  const mended = text.replace(/ (\d\d:\d\d)$/, '+$1');
  return instant.safeParse(mended).success ? { instant: new Date(mended) } : null;
};

/** When a day begins in Asia/Ho_Chi_Minh. */
export const startOfDay = (text: string): Date => new Date(Date.parse(`${text}T00:00:00Z`) - DAY_OFFSET_MS);

/** The last millisecond of a day in Asia/Ho_Chi_Minh, ISO 8601 in UTC. */
export const endOfDay = (text: string): string => new Date(startOfDay(text).getTime() + DAY_MS - 1).toISOString();

/** The day in Asia/Ho_Chi_Minh on which an instant falls. */
export const dayOf = (moment: Date): string => new Date(moment.getTime() + DAY_OFFSET_MS).toISOString().slice(0, 10);

/** Sorts after every date: ISO 8601 writes years beyond 9999 with a sign, which would sort before all others. */
const AFTER_ALL = ':';
const END_OF_TIME = Date.parse('9999-12-31T23:59:59.999Z');

const isoOf = (time: number): string => (time > END_OF_TIME ? AFTER_ALL : new Date(time).toISOString());

/** The day after; sorts after every date where there is none. */
export const nextDay = (text: string): string => isoOf(Date.parse(`${text}T00:00:00Z`) + DAY_MS).slice(0, 10);

/** What a moment covers in a key of instants (UTC, milliseconds) or of days. */
export const coveredBy = (moment: Moment, kind: 'instant' | 'day'): Required<KeyRange> => {
  if (kind === 'day') {
    const covered = 'day' in moment ? moment.day : dayOf(moment.instant);
    return { from: covered, before: nextDay(covered) };
  }
  const from = 'day' in moment ? startOfDay(moment.day).getTime() : moment.instant.getTime();
  const length = 'day' in moment ? DAY_MS : 1;
  return { from: isoOf(from), before: isoOf(from + length) };
};
