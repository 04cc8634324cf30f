const CALENDAR = new Intl.DateTimeFormat('en-US', {
  timeZone: 'Asia/Ho_Chi_Minh',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The calendar day (YYYY-MM-DD) that an instant falls on in Vietnam; null where the text or date is no instant. */
export function dayInVietnam(instant: string | Date): string | null {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return null;
  const parts = new Map(CALENDAR.formatToParts(date).map(({ type, value }) => [type, value]));
  return `${(parts.get('year') ?? '').padStart(4, '0')}-${parts.get('month')}-${parts.get('day')}`;
}

/** The year (YYYY) of a day that is written YYYY-MM-DD. */
export const yearOfDay = (day: string): string => day.slice(0, 4);
