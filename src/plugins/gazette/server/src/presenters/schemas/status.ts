import { z } from 'zod';
import { REASON_RULES, STATUS_CODES } from '../../legal-status';
import { day, documentLink } from './common';

export const reasonSchema = z
  .strictObject({
    rule: z.enum(REASON_RULES).meta({ description: 'For programs.' }),
    label: z.string().meta({ description: 'The same for readers.' }),
    on: day.nullable().meta({ description: 'Since when; null where it holds from the start or has no day.' }),
    scope: z.string().nullable().meta({ description: 'The part that is meant; null for the whole.' }),
    by: z
      .strictObject({
        documentId: documentLink.documentId,
        collection: documentLink.collection,
        slug: documentLink.slug,
        symbol: z.string().nullable(),
      })
      .nullable()
      .meta({ description: 'The acting document; null for dates of its own.' }),
  })
  .meta({ id: 'StatusReason', description: 'Why a status holds.' });

/** What is in force on a day; delivery adds the day. */
export const statusSchema = z
  .strictObject({
    code: z.enum(STATUS_CODES),
    label: z.string().meta({ description: 'The code for readers.', examples: ['Còn hiệu lực'] }),
    because: z.array(reasonSchema).min(1),
  })
  .meta({ description: 'Whether a document is in force on a day; never typed in.' });
