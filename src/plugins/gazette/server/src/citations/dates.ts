const numeric = /(\d{1,2})[ \n]{0,2}([./-])[ \n]{0,2}(\d{1,2})[ \n]{0,2}\2[ \n]{0,2}(\d{4})(?!\d)/y;
const spelled =
  /(?:m[ùồu]ng[ \n]{1,4})?(\d{1,2})[ \n]{1,4}th[áa]ng[ \n]{1,4}(\d{1,2})(?:,?[ \n]{1,4}n[ăa]m[ \n]{1,4}|[ ]?[/-][ ]?)(\d{4})(?!\d)/iuy;
const introduction =
  /(?:(?:(?:đã|vừa|mới)[ \n]{1,4})?(?:được[ \n]{1,4})?(?:ký[ \n]{1,4})?(?:ban hành|thông qua|ký|đề|ra)[ \n]{1,4}(?:vào[ \n]{1,4})?)?ng[àa]y:?(?:[ \n]{1,4}(?:ký[ \n]{1,4})?|(?=\d))/iuy;

/** A date read at a place; `end` is after it. */
export type ReadDate = { day: string; end: number };

/** The ISO day for a real day of the calendar, else null. */
function isoDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = year >= 1945 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real ? `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` : null;
}

/** Reads 31/8/2023, 31-8-2023, 05.3.2020 or "31 tháng 8 năm 2023" at `at`. */
export function readDate(text: string, at: number): ReadDate | undefined {
  numeric.lastIndex = at;
  spelled.lastIndex = at;
  const short = numeric.exec(text);
  const long = short === null ? spelled.exec(text) : null;
  const day = short
    ? isoDay(Number(short[4]), Number(short[3]), Number(short[1]))
    : long && isoDay(Number(long[3]), Number(long[2]), Number(long[1]));
  const end = short ? numeric.lastIndex : spelled.lastIndex;
  return day ? { day, end } : undefined;
}

/** A date with its introduction; `bare` tells that this is "ngày" alone, which may also introduce another event. */
export type IntroducedDate = ReadDate & { bare: boolean };

/** Reads a date of issue at `at`: "ngày ...", "ban hành ngày ...", "ký ngày ...". */
export function readIssueDate(text: string, at: number): IntroducedDate | undefined {
  introduction.lastIndex = at;
  const match = introduction.exec(text);
  if (match === null) return undefined;
  const date = readDate(text, at + match[0].length);
  return date && { ...date, bare: /^ng/i.test(match[0]) };
}
