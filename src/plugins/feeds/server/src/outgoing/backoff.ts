/** Seconds before each further try, by the recommendation of Standard Webhooks: about three days in all. */
export const STANDARD_RETRIES: readonly number[] = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400];

/** When to try again after so many failures, ISO 8601; null for never. A tenth is left to chance, so that not all come back at once. */
export const nextTry = (seconds: readonly number[], failures: number, now = Date.now(), chance = Math.random()) => {
  const wait = seconds[failures - 1];
  return wait === undefined ? null : new Date(now + wait * 1_000 * (1 + chance / 10)).toISOString();
};

/** Of what is never given up: 5 s, doubled each time, up to an hour. */
export const doubling = (failures: number): number => Math.min(3_600, 5 * 2 ** Math.min(failures - 1, 20));
