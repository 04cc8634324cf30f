import type { LogPosition } from '@gazette/delivery/strapi-server';
import { rows, run, type Tables, type Transaction } from './tables';

/** The place in the change log that a follower has come to. */
export interface Cursor extends LogPosition {
  /** Failures since something last went well. */
  attempts: number;
}

const now = (): string => new Date().toISOString();

/** Begins to follow at a place; a follower that has one keeps it. */
export const beginCursor = (trx: Transaction, t: Tables, name: string, { seq, mark }: LogPosition): Promise<void> =>
  run(trx, `INSERT INTO ${t.cursors} (name, seq, mark, updated_at) VALUES (?, ?, ?, ?) ON CONFLICT (name) DO NOTHING`, [
    name,
    seq,
    mark,
    now(),
  ]);

/** The number of the entry that a follower has come to; null for one that has not begun. */
export const cursorSeq = async (trx: Transaction, t: Tables, name: string): Promise<number | null> => {
  const [found] = await rows<{ seq: number | string }>(trx, `SELECT seq FROM ${t.cursors} WHERE name = ?`, [name]);
  return found ? Number(found.seq) : null;
};

/** Takes a follower's place, where nobody has it and it does not rest after a failure. Of several that try at once, one gets it. */
export const claimCursor = async (
  trx: Transaction,
  t: Tables,
  name: string,
  worker: string,
  until: string,
): Promise<Cursor | null> => {
  const [found] = await rows<{ seq: number | string; mark: string; attempts: number }>(
    trx,
    `UPDATE ${t.cursors} SET claimed_by = ?, claimed_until = ? WHERE name = ? AND claimed_until < ? RETURNING seq, mark, attempts`,
    [worker, until, name, now()],
  );
  return found ? { seq: Number(found.seq), mark: found.mark, attempts: Number(found.attempts) } : null;
};

/** Keeps what was claimed. @returns whether it still is this worker's */
export const keepCursor = async (trx: Transaction, t: Tables, name: string, worker: string, until: string) => {
  const kept = await rows(
    trx,
    `UPDATE ${t.cursors} SET claimed_until = ? WHERE name = ? AND claimed_by = ? RETURNING name`,
    [until, name, worker],
  );
  return kept.length > 0;
};

/** Moves on and gives the place back. @returns false where it is another worker's by now: nothing may be done then */
export const moveCursor = async (
  trx: Transaction,
  t: Tables,
  name: string,
  worker: string,
  { seq, mark }: LogPosition,
): Promise<boolean> => {
  const moved = await rows(
    trx,
    `UPDATE ${t.cursors} SET seq = ?, mark = ?, attempts = 0, error = '', claimed_by = '', claimed_until = '', updated_at = ?
     WHERE name = ? AND claimed_by = ? RETURNING name`,
    [seq, mark, now(), name, worker],
  );
  return moved.length > 0;
};

/** Gives the place back after a failure, to rest until `again`; '' for at once, without counting it as one. */
export const releaseCursor = (
  trx: Transaction,
  t: Tables,
  name: string,
  worker: string,
  { again, error }: { again: string; error: string },
): Promise<void> =>
  run(
    trx,
    `UPDATE ${t.cursors} SET attempts = attempts + ?, error = ?, claimed_by = '', claimed_until = ?, updated_at = ?
     WHERE name = ? AND claimed_by = ?`,
    [again === '' ? 0 : 1, error, again, now(), name, worker],
  );
