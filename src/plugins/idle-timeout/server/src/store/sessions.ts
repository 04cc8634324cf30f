import { isEndReason, type EndReason, type Session } from '../sessions/session-state';
import { marks, rows, run, type Queryable, type Tables } from './tables';

/** PostgreSQL gives a BIGINT as text. */
interface Row {
  id: string;
  origin: string;
  user_id: string;
  last_seen: number | string;
  ends_at: number | string | null;
  ended_because: string | null;
  now: number | string;
}

const columns = (t: Tables): string => `id, origin, user_id, last_seen, ends_at, ended_because, ${t.now} AS now`;

const reasonOf = (stored: string | null): EndReason | null =>
  stored === null ? null : isEndReason(stored) ? stored : 'ended';

const sessionOf = (row: Row): Session => ({
  id: row.id,
  origin: row.origin,
  userId: row.user_id,
  lastSeen: Number(row.last_seen),
  endsAt: row.ends_at === null ? null : Number(row.ends_at),
  endedBecause: reasonOf(row.ended_because),
  now: Number(row.now),
});

/** A session as it is begun. */
export interface NewSession {
  /** The id in its first token. */
  tokenSession: string;
  origin: string;
  userId: string;
  /** Milliseconds; null where Strapi names no end. */
  endsAt: number | null;
}

/** Stores a session and its first id; once, however many requests see it first at the same time. */
export const insertSession = async (
  queryable: Queryable,
  t: Tables,
  { tokenSession, origin, userId, endsAt }: NewSession,
): Promise<void> => {
  await run(
    queryable,
    `INSERT INTO ${t.sessions} (id, origin, user_id, created_at, last_seen, ends_at)
     VALUES (?, ?, ?, ${t.now}, ${t.now}, ?) ON CONFLICT (id) DO NOTHING`,
    [tokenSession, origin, userId, endsAt],
  );
  await run(
    queryable,
    `INSERT INTO ${t.sessionIds} (token_session, session) VALUES (?, ?) ON CONFLICT (token_session) DO NOTHING`,
    [tokenSession, tokenSession],
  );
};

/** Notes the id that a session has in a renewed token. */
export const insertRenewal = (queryable: Queryable, t: Tables, before: string, after: string): Promise<void> =>
  run(
    queryable,
    `INSERT INTO ${t.sessionIds} (token_session, session)
     SELECT ?, session FROM ${t.sessionIds} WHERE token_session = ? ON CONFLICT (token_session) DO NOTHING`,
    [after, before],
  );

/** The session that a token's id belongs to. */
export const findSession = async (
  queryable: Queryable,
  t: Tables,
  origin: string,
  tokenSession: string,
): Promise<Session | null> => {
  const [row] = await rows<Row>(
    queryable,
    `SELECT ${columns(t)} FROM ${t.sessions} JOIN ${t.sessionIds} ON session = id WHERE token_session = ? AND origin = ?`,
    [tokenSession, origin],
  );
  return row ? sessionOf(row) : null;
};

/**
 * Notes that something was done just now, unless the session has ended meanwhile: then null. An end and activity that
 * come at the same time cannot both win.
 */
export const touchSession = async (
  queryable: Queryable,
  t: Tables,
  id: string,
  idleMs: number,
): Promise<Session | null> => {
  const [row] = await rows<Row>(
    queryable,
    `UPDATE ${t.sessions} SET last_seen = ${t.now}
     WHERE id = ? AND ended_at IS NULL AND (CAST(? AS BIGINT) = 0 OR last_seen + CAST(? AS BIGINT) > ${t.now})
       AND (ends_at IS NULL OR ends_at > ${t.now})
     RETURNING ${columns(t)}`,
    [id, idleMs, idleMs],
  );
  // The clock goes on between two columns of one row.
  return row ? { ...sessionOf(row), now: Number(row.last_seen) } : null;
};

const end = (queryable: Queryable, t: Tables, reason: EndReason, where: string, values: string[]) =>
  rows<{ id: string }>(
    queryable,
    `UPDATE ${t.sessions} SET ended_at = ${t.now}, ended_because = ? WHERE ended_at IS NULL AND ${where} RETURNING id`,
    [reason, ...values],
  ).then((ended) => ended.map(({ id }) => id));

/** Ends one session; what ended it first stays the reason. Returns the ids that were open. */
export const endSession = (queryable: Queryable, t: Tables, id: string, reason: EndReason): Promise<string[]> =>
  end(queryable, t, reason, 'id = ?', [id]);

/** Ends all sessions of a user. Returns the ids that were open. */
export const endSessionsOf = (
  queryable: Queryable,
  t: Tables,
  origin: string,
  userId: string,
  reason: EndReason,
): Promise<string[]> => end(queryable, t, reason, 'user_id = ? AND origin = ?', [userId, origin]);

/** Every id that tokens of these sessions carry. */
export const tokenSessionsOf = async (queryable: Queryable, t: Tables, ids: readonly string[]): Promise<string[]> => {
  if (ids.length === 0) return [];
  const found = await rows<{ token_session: string }>(
    queryable,
    `SELECT token_session FROM ${t.sessionIds} WHERE session IN (${marks(ids)})`,
    [...ids],
  );
  return found.map(({ token_session }) => token_session);
};

/** Open sessions that were idle for too long, or lived their longest, oldest first. */
export const findLapsed = async (
  queryable: Queryable,
  t: Tables,
  origin: string,
  idleMs: number,
  limit: number,
): Promise<Session[]> => {
  const found = await rows<Row>(
    queryable,
    `SELECT ${columns(t)} FROM ${t.sessions}
     WHERE ended_at IS NULL AND origin = ?
       AND ((CAST(? AS BIGINT) > 0 AND last_seen <= ${t.now} - CAST(? AS BIGINT)) OR ends_at <= ${t.now})
     ORDER BY last_seen LIMIT ?`,
    [origin, idleMs, idleMs, limit],
  );
  return found.map(sessionOf);
};

/** Forgets sessions that ended long ago. Returns how many. */
export const deleteEnded = async (
  queryable: Queryable,
  t: Tables,
  olderThanMs: number,
  limit: number,
): Promise<number> => {
  const found = await rows<{ id: string }>(
    queryable,
    `SELECT id FROM ${t.sessions} WHERE ended_at < ${t.now} - CAST(? AS BIGINT) ORDER BY ended_at LIMIT ?`,
    [olderThanMs, limit],
  );
  const ids = found.map(({ id }) => id);
  if (ids.length === 0) return 0;
  await run(queryable, `DELETE FROM ${t.sessionIds} WHERE session IN (${marks(ids)})`, ids);
  await run(queryable, `DELETE FROM ${t.sessions} WHERE id IN (${marks(ids)})`, ids);
  return ids.length;
};
