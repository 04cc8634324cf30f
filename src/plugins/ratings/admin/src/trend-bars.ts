const DAY_MS = 86_400_000;

/**
 * New votes of each of the last days, the oldest first; a day without votes is 0.
 * @param today YYYY-MM-DD, the last day
 */
export const dailyVotes = (trend: readonly { day: string; count: number }[], today: string, days: number): number[] => {
  const counts = new Map(trend.map(({ day, count }) => [day, count]));
  const last = Date.parse(`${today}T00:00:00Z`);
  return Array.from({ length: days }, (_, index) => {
    const day = new Date(last - (days - 1 - index) * DAY_MS).toISOString().slice(0, 10);
    return counts.get(day) ?? 0;
  });
};
