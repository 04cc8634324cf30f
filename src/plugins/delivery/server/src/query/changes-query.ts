import { z } from 'zod';
import { invalidParameter, invalidParameters } from '../errors';
import { LOG_START, readLogCursor, type LogPosition } from './changes-cursor';
import { parseQueryString } from './parse-query-string';

export const MAX_CHANGES = 1_000;
const DEFAULT_CHANGES = 100;
/** Below what proxies allow an answer to take. */
export const MAX_WAIT_SECONDS = 30;

/** What a client asks of the change stream. */
export interface ChangesQuery {
  since: LogPosition;
  /** Entries at most. */
  limit: number;
  /** Seconds to wait where there is none. */
  wait: number;
}

const whole = (max: number) =>
  z
    .string()
    .regex(/^\d{1,4}$/)
    .transform(Number)
    .refine((value) => value <= max);

const schema = z.object({
  since: z.string().optional(),
  limit: whole(MAX_CHANGES)
    .refine((value) => value >= 1)
    .optional(),
  wait: whole(MAX_WAIT_SECONDS).optional(),
});

const NAMES = Object.keys(schema.shape);

const EXPECTS: Readonly<Record<string, string>> = {
  since: 'since takes one cursor of this API.',
  limit: `limit takes a whole number from 1 to ${MAX_CHANGES}.`,
  wait: `wait takes a whole number of seconds from 0 to ${MAX_WAIT_SECONDS}.`,
};

/** 400: a cursor that this log cannot have given out. */
export const impossibleCursor = () =>
  invalidParameter(
    'since',
    'since is not a cursor of this change log. Take it from meta.cursor, an entry, or the last line of an export; without since the log is read from its start.',
  );

/**
 * Reads the query string of the change stream.
 * @throws PublicError 400 naming what is unknown or malformed, and what is allowed
 */
export const readChangesQuery = (queryString: string): ChangesQuery => {
  const values = parseQueryString(queryString);
  const unknown = Object.keys(values).find((name) => !NAMES.includes(name));
  if (unknown !== undefined)
    throw invalidParameter(
      unknown,
      `"${unknown}" is not a parameter of /changes. Allowed: ${NAMES.join(', ')}.`,
      NAMES,
    );
  const parsed = schema.safeParse(values);
  if (!parsed.success) {
    const names = [...new Set(parsed.error.issues.map(({ path }) => String(path[0])))];
    throw invalidParameters(names.map((parameter) => ({ parameter, message: EXPECTS[parameter] ?? '' })));
  }
  const { since = '', limit = DEFAULT_CHANGES, wait = 0 } = parsed.data;
  // An empty cursor asks for the beginning, as in lists.
  const position = since === '' ? LOG_START : readLogCursor(since);
  if (position === null) throw impossibleCursor();
  return { since: position, limit, wait };
};
