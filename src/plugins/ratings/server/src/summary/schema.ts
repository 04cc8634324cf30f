import { z } from 'zod';

const votes = z.int().min(0);

/** What is shown of a tally. Count, sum and average hold the opening balance; the histogram does not. */
export const summarySchema = z
  .strictObject({
    count: votes,
    sum: votes.meta({ description: 'Points of all votes together.' }),
    average: z.number().nullable().meta({ description: 'Points a vote, to two decimals; null without votes.' }),
    bayesian: z
      .number()
      .meta({ description: 'The average if some votes had been there before, so that one vote makes no favourite.' }),
    histogram: z
      .tuple([votes, votes, votes, votes, votes])
      .readonly()
      .meta({ description: 'Votes of 1, 2, 3, 4 and 5 points.', minItems: 5, maxItems: 5 }),
  })
  .meta({ id: 'RatingSummary' });
