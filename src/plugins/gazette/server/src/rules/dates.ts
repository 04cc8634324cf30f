import { RuleError } from '../errors';
import type { Path } from './walk';

const DAY = /^\d{4}-\d{2}-\d{2}(?=$|[T ])/;

/** ISO 8601 as Strapi's database layer reads it, or milliseconds since 1970. */
const INSTANT =
  /^(?:\d{4}-\d{2}-\d{2}(?:[T ]\d{2}(?::?\d{2}(?::?\d{2}(?:[.,]\d{1,9})?)?)?(?:Z|[+-]\d{2}(?::?\d{2})?)?)?|\d{1,15})$/;

/** Whether a day is in the calendar: `Date` takes 31 February for a day in March. */
const isRealDay = (day: string): boolean => {
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
};

const isDay = (value: unknown): boolean =>
  value instanceof Date ? !Number.isNaN(value.getTime()) : typeof value === 'string' && isRealDay(dayOf(value));

const dayOf = (text: string): string => DAY.exec(text)?.[0] ?? '';

const isInstant = (value: unknown): boolean => {
  if (typeof value === 'number') return Number.isSafeInteger(value);
  if (value instanceof Date || typeof value !== 'string') return isDay(value);
  if (!INSTANT.test(value)) return false;
  return dayOf(value) === '' || (isRealDay(dayOf(value)) && isTime(value.slice(11)));
};

const isTime = (time: string): boolean => {
  const [clock = '', zone = ''] = time.split(/(?=[Z+-])/);
  const [hours = 0, minutes = 0, seconds = 0] = clock.replaceAll(':', '').match(/\d{2}/g)?.map(Number) ?? [];
  const [zoneHours = 0, zoneMinutes = 0] = zone.match(/\d{2}/g)?.map(Number) ?? [];
  return hours < 24 && minutes < 60 && seconds < 60 && zoneHours <= 14 && zoneMinutes < 60;
};

/** @throws RuleError for what the database would refuse without telling which field it stands in */
export const checkDate = (path: Path, type: string, value: unknown): void => {
  if (value === undefined || value === null) return;
  if (type === 'date' && !isDay(value)) {
    throw new RuleError(path, {
      vi: 'Ngày phải có thật và viết theo dạng năm-tháng-ngày, ví dụ 2024-03-31.',
      en: 'The day must be one of the calendar, written as year-month-day, for example 2024-03-31.',
    });
  }
  if (type === 'datetime' && !isInstant(value)) {
    throw new RuleError(path, {
      vi: 'Ngày giờ phải có thật và viết theo ISO 8601, ví dụ 2024-03-31T08:00:00+07:00.',
      en: 'The time must be a real one, written as in ISO 8601, for example 2024-03-31T08:00:00+07:00.',
    });
  }
};
