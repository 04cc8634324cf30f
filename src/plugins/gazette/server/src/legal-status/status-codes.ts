/**
 * The statuses of a document on a day (tình trạng hiệu lực). Where several hold, the first of this list is shown.
 *
 * `obsolete` and `unknown` stand behind what is certain all the same (it has ended, it has not begun) and before
 * everything that presumes to know that the document is in force.
 */
export const STATUS_CODES = [
  'expired',
  'not-yet-in-force',
  'obsolete',
  'unknown',
  'suspended',
  'partly-suspended',
  'partly-expired',
  'in-force',
] as const;

/** A value of `status.code`. */
export type StatusCode = (typeof STATUS_CODES)[number];

/** Whether a text names a status. */
export const isStatusCode = (code: string): code is StatusCode => STATUS_CODES.some((known) => known === code);
