const LAST = '9999-12-31';

/** The calendar day after `day` (both YYYY-MM-DD); null after the last that can be written, which people enter for "never". */
export const dayAfter = (day: string): string | null => {
  if (day >= LAST) return null;
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const next = new Date(0);
  next.setUTCFullYear(year, month - 1, date + 1);
  return next.toISOString().slice(0, 10);
};
