import { z } from 'zod';
import type { Summary } from '@gazette/ratings/strapi-server';

/** What items and lists show of the votes of readers. */
export type ShownRating = Pick<Summary, 'count' | 'sum' | 'average'>;

export const NO_RATING: ShownRating = { count: 0, sum: 0, average: null };

export const shownRatingSchema: z.ZodType<ShownRating> = z
  .strictObject({
    count: z.int().min(0),
    sum: z.int().min(0).meta({ description: 'Points of all votes together.' }),
    average: z.number().nullable().meta({ description: 'Points a vote, to two decimals; null without votes.' }),
  })
  .meta({ id: 'ShownRating', description: 'What readers say of it; may lag behind votes by a second.' });
