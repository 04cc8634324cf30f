import { z } from 'zod';

/** The most votes a balance may bring; their points fit an integer of either database. */
const MOST_VOTES = 400_000_000;

/** Totals from before this site counted votes one by one. */
export const openingBalance = z
  .strictObject({ count: z.int().min(0).max(MOST_VOTES), sum: z.int().min(0) })
  .refine(({ count, sum }) => sum >= count && sum <= 5 * count, {
    error: 'The sum must be 1 to 5 points a vote.',
    path: ['sum'],
  });

export type OpeningBalance = z.infer<typeof openingBalance>;
