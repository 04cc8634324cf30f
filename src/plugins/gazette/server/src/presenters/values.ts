import { isRecord, textOrNull } from '../sections/values';

export { isRecord, textOrNull };

/** ISO 8601 in UTC with milliseconds; null where there is no instant. */
export const instantOrNull = (value: unknown): string | null => {
  if (!(value instanceof Date) && (typeof value !== 'string' || value === '')) return null;
  const instant = new Date(value);
  return Number.isNaN(instant.getTime()) ? null : instant.toISOString();
};

/**
 * A day (YYYY-MM-DD); null where there is none. A driver that gives a date of the database as a `Date` means midnight
 * of the machine's own time zone.
 */
export const dayOrNull = (value: unknown): string | null => {
  if (value instanceof Date && !Number.isNaN(value.getTime())) {
    const [month, day] = [value.getMonth() + 1, value.getDate()].map((part) => String(part).padStart(2, '0'));
    return `${String(value.getFullYear()).padStart(4, '0')}-${month}-${day}`;
  }
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value) ? value.slice(0, 10) : null;
};

/** A whole number, zero included; null for anything else. */
export const wholeNumberOrNull = (value: unknown): number | null =>
  typeof value === 'number' && Number.isInteger(value) ? value : null;

/** The members that say something: JSON-LD has no word for "none". */
export const statedMembers = (members: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(members).filter(
      ([, value]) => value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  );

/** Whether readers of a locale read Vietnamese; the software's own words are English for all others. */
export const isVietnamese = (locale: string): boolean => locale === 'vi' || locale.startsWith('vi-');
