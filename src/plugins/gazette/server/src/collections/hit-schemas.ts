import { z } from 'zod';
import { instant, withdrawalSchema } from '../presenters/schemas';

const firstPublishedAt = instant.nullable();
const withdrawal = withdrawalSchema
  .nullable()
  .meta({ description: 'Of what may be withdrawn: null while it is stood by.' });

/** What hits show besides; the search texts say the same. */
export const plainHitSchema = z.strictObject({ firstPublishedAt });
export const articleHitSchema = z.strictObject({ firstPublishedAt, withdrawal });
export const documentHitSchema = z.strictObject({
  firstPublishedAt,
  symbol: z.string().meta({ description: 'Of official documents.' }),
  withdrawal,
});
