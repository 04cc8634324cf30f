import { createHash } from 'node:crypto';

/** What of an entry of the log tells it from any other, and is not erased by a redaction. */
export interface EntryIdentity {
  seq: number;
  at: string;
  event: string;
  documentId: string;
  locale: string;
}

/** A place in the change log: behind the entry `seq`, which `mark` tells from an entry of another log. */
export interface LogPosition {
  seq: number;
  mark: string;
}

/** Before the first entry. */
export const LOG_START: LogPosition = { seq: 0, mark: '' };

/**
 * The place behind an entry. The mark finds out a cursor of another log: that of another site, or of this one before a
 * backup was restored, whose numbers mean other entries now.
 */
export const positionOf = ({ seq, at, event, documentId, locale }: EntryIdentity): LogPosition => ({
  seq,
  mark: createHash('sha256').update(`${seq} ${at} ${event} ${documentId} ${locale}`).digest('base64url').slice(0, 10),
});

const FORM = /^(?:0\.|([1-9]\d{0,14})\.([\w-]{10}))$/;

export const writeLogCursor = ({ seq, mark }: LogPosition): string =>
  Buffer.from(`${seq}.${mark}`).toString('base64url');

/** The place that a cursor names; null for a text that is none. Whether the log has that place is not known here. */
export const readLogCursor = (cursor: string): LogPosition | null => {
  const bytes = Buffer.from(cursor, 'base64url');
  // Node skips what is no base64url; a cursor that was damaged on its way must not pass for another one.
  if (bytes.toString('base64url') !== cursor) return null;
  const found = FORM.exec(bytes.toString('latin1'));
  return found && { seq: Number(found[1] ?? 0), mark: found[2] ?? '' };
};
