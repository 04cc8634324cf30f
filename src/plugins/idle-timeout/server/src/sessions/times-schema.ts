import { z } from 'zod';

const seconds = z.int().min(0);

/** What a front end is told of a session, in the order that it is documented in. */
export const timesSchema = z.strictObject({
  idleTimeoutSeconds: seconds.meta({ description: '0 where nobody is signed out for being idle.' }),
  warnBeforeSeconds: seconds,
  expiresAt: z.iso.datetime().nullable().meta({ description: "By the server's clock; null where no end is known." }),
  remainingSeconds: seconds.nullable().meta({
    description:
      'Whole seconds, to be counted down by a clock of the client: 0 is less than one. Null where no end is known.',
  }),
});
