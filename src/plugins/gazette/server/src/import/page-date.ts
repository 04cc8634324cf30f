import { PageFormatError } from './page-format-error';

/** Sunday first, as `Date.getUTCDay` counts; each weekday in every form portals print. */
const WEEKDAYS: readonly (readonly string[])[] = [
  ['chủ nhật', 'chúa nhật'],
  ['thứ hai', 'thứ 2'],
  ['thứ ba', 'thứ 3'],
  ['thứ tư', 'thứ 4'],
  ['thứ năm', 'thứ 5'],
  ['thứ sáu', 'thứ 6'],
  ['thứ bảy', 'thứ 7', 'thứ bẩy'],
];
const WEEKDAY_NAMES = ['Chủ nhật', 'Thứ hai', 'Thứ ba', 'Thứ tư', 'Thứ năm', 'Thứ sáu', 'Thứ bảy'];
const ALLOWED = 'Thứ hai … Thứ bảy, Chủ nhật';

const DATE_LINE = /^(?:([\p{L}\d ]{1,20}?) ?[-–—,] ?)?(\d{1,2})\/(\d{1,2})\/(\d{4}),? (\d{1,2}):(\d{2})(?::\d{2})?$/u;
const LONGEST_DATE_LINE = 60;
/** Asia/Ho_Chi_Minh is UTC+7 without summer time since June 1975; older times had other offsets. */
const OFFSET_HOURS = 7;
const FIRST_YEAR = 1976;

/** A date line: the instant, and the weekday as printed beside the true one where they differ. */
export interface PageDate {
  /** ISO instant in UTC, e.g. 2023-08-31T17:14:00.000Z for 00:14 on 1 September 2023 in Vietnam. */
  instant: string;
  contradiction: { printed: string; actual: string } | null;
}

/** Whether a line has the shape of a date line, possible or not. */
export function isDateLine(text: string): boolean {
  return text.length <= LONGEST_DATE_LINE && DATE_LINE.test(text);
}

/**
 * Reads "Thứ sáu - 01/09/2023 00:14" as wall time in Asia/Ho_Chi_Minh; the weekday may be missing, in any case.
 * @returns null when the line has another shape
 * @throws PageFormatError part `date` for a day or time that does not exist, or a weekday that is none
 */
export function readDateLine(text: string, line: number): PageDate | null {
  const match = text.length <= LONGEST_DATE_LINE ? DATE_LINE.exec(text) : null;
  if (match === null) return null;
  const [day, month, year, hour, minute] = match.slice(2, 7).map(Number);
  const midnight = new Date(Date.UTC(year, month - 1, day));
  const exists = year >= FIRST_YEAR && midnight.getUTCMonth() === month - 1 && midnight.getUTCDate() === day;
  if (!exists || hour > 23 || minute > 59) throw impossibleDate(text, line);
  return {
    instant: new Date(Date.UTC(year, month - 1, day, hour - OFFSET_HOURS, minute)).toISOString(),
    contradiction: contradiction(match[1], midnight.getUTCDay(), line),
  };
}

function contradiction(printed: string | undefined, actual: number, line: number): PageDate['contradiction'] {
  if (printed === undefined) return null;
  const weekday = WEEKDAYS.findIndex((forms) => forms.includes(printed.toLowerCase()));
  if (weekday < 0) {
    throw new PageFormatError('date', 'unknown-weekday', line, {
      vi: `Dòng ${line}: “${printed}” không phải là một thứ trong tuần; chấp nhận: ${ALLOWED}, hoặc bỏ trống.`,
      en: `Line ${line}: “${printed}” is not a weekday; allowed are ${ALLOWED}, or none.`,
    });
  }
  return weekday === actual ? null : { printed, actual: WEEKDAY_NAMES[actual] };
}

function impossibleDate(text: string, line: number): PageFormatError {
  return new PageFormatError('date', 'impossible-date', line, {
    vi: `Dòng ${line}: “${text}” không phải là ngày giờ có thật; cần ngày/tháng/năm (từ ${FIRST_YEAR}) và giờ từ 00:00 đến 23:59.`,
    en: `Line ${line}: “${text}” is not a date and time that exists; expected day/month/year (from ${FIRST_YEAR}) and a time from 00:00 to 23:59.`,
  });
}
