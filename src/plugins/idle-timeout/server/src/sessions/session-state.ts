import type { z } from 'zod';
import type { timesSchema } from './times-schema';

/** Why a session no longer counts. `expired`: Strapi's own longest life of a session is over. */
export const END_REASONS = ['idle', 'ended', 'expired', 'password-changed', 'blocked', 'deleted'] as const;

export type EndReason = (typeof END_REASONS)[number];

export const isEndReason = (value: string): value is EndReason => END_REASONS.some((reason) => reason === value);

/** A stored session. Times are milliseconds of the database's clock. */
export interface Session {
  id: string;
  /** Strapi's name for the kind of its user: `users-permissions` or `admin`. */
  origin: string;
  userId: string;
  lastSeen: number;
  /** When it ends whatever is done; null where that is not known. */
  endsAt: number | null;
  endedBecause: EndReason | null;
  /** The database's time when it was read. */
  now: number;
}

/** Why a session no longer counts, or null while it does. @param idleMs 0 where nobody is signed out for being idle */
export const endOf = (session: Session, idleMs: number): EndReason | null => {
  if (session.endedBecause !== null) return session.endedBecause;
  if (session.endsAt !== null && session.endsAt <= session.now) return 'expired';
  if (idleMs > 0 && session.lastSeen + idleMs <= session.now) return 'idle';
  return null;
};

/** What a front end is told of a session, in the order that it is documented in. */
export type SessionTimes = z.infer<typeof timesSchema>;

export interface IdleSettings {
  idleTimeoutSeconds: number;
  warnBeforeSeconds: number;
}

/** The times of nobody's session. */
export const noTimes = ({ idleTimeoutSeconds, warnBeforeSeconds }: IdleSettings): SessionTimes => ({
  idleTimeoutSeconds,
  warnBeforeSeconds,
  expiresAt: null,
  remainingSeconds: null,
});

/** The times of a session that counts: it ends by being idle, or by its longest life, whichever comes first. */
export const timesOf = (session: Session, settings: IdleSettings): SessionTimes => {
  const { idleTimeoutSeconds } = settings;
  const ends = [
    ...(idleTimeoutSeconds > 0 ? [session.lastSeen + idleTimeoutSeconds * 1000] : []),
    ...(session.endsAt === null ? [] : [session.endsAt]),
  ];
  if (ends.length === 0) return noTimes(settings);
  const end = Math.min(...ends);
  return {
    ...noTimes(settings),
    expiresAt: new Date(end).toISOString(),
    remainingSeconds: Math.max(0, Math.floor((end - session.now) / 1000)),
  };
};

const LONGEST_UNWRITTEN_MS = 5_000;

/**
 * For how long activity may go unwritten, so that a page which asks ten things at once writes once. The session then ends
 * earlier by that much at most: five seconds, and never more than a twentieth of the idle time.
 */
export const unwrittenMs = (idleMs: number): number =>
  idleMs === 0 ? LONGEST_UNWRITTEN_MS : Math.min(LONGEST_UNWRITTEN_MS, idleMs / 20);
