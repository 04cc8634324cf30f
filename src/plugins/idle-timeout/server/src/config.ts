import { z } from 'zod';
import { TEXT_NAMES } from './sessions/texts';

const DAY = 86_400;

const RULE = `must be 0 (off) or a whole number of seconds from 2 to ${30 * DAY}`;

/** 0 is off. Below two seconds nobody could stay signed in between two requests. */
const idleSeconds = z
  .int({ error: RULE })
  .refine((seconds) => seconds === 0 || (seconds >= 2 && seconds <= 30 * DAY), { error: RULE });

const schema = z
  .strictObject({
    /** Seconds without a request after which a member is signed out; 0 is never. */
    memberIdleSeconds: idleSeconds,
    /** Seconds without activity after which an editor is signed out of the admin; 0 is never. */
    editorIdleSeconds: idleSeconds,
    /** For how many seconds before the end a countdown is shown. */
    warnBeforeSeconds: z.int().min(1).max(DAY),
    /** For how many hours an editor's browser keeps what was typed and not saved; 0 keeps nothing. */
    keepTypedHours: z.int().min(0).max(720),
    /** The editors' texts by language, where they shall say something else: `{ vi: { title: '…' } }`. */
    texts: z.record(z.string(), z.partialRecord(z.enum(TEXT_NAMES), z.string().min(1))),
  })
  .superRefine((config, context) => {
    for (const name of ['memberIdleSeconds', 'editorIdleSeconds'] as const) {
      if (config[name] <= 0 || config.warnBeforeSeconds < config[name]) continue;
      context.addIssue({
        code: 'custom',
        path: ['warnBeforeSeconds'],
        message: `is ${config.warnBeforeSeconds}, and must be less than ${name} (${config[name]})`,
      });
    }
  });

export type IdleTimeoutConfig = z.infer<typeof schema>;

export default {
  default: {
    memberIdleSeconds: 1800,
    editorIdleSeconds: 1800,
    warnBeforeSeconds: 60,
    keepTypedHours: 72,
    texts: {},
  } satisfies IdleTimeoutConfig,
  /** @throws Error naming every setting that cannot be used, and what it may be */
  validator(config: unknown) {
    const result = schema.safeParse(config);
    if (result.success) return;
    const faults = result.error.issues.map(({ path, message }) => `${path.join('.') || 'config'}: ${message}`);
    throw new Error(`idle-timeout: ${faults.join('; ')}.`);
  },
};
