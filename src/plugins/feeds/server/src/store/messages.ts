import type { LogPosition } from '@gazette/delivery/strapi-server';
import { marks, rows, run, type Tables, type Transaction } from './tables';

export interface NewMessage {
  webhook: string;
  /** The entry of the change log that it is about. */
  position: LogPosition;
  type: string;
}

/** A message that a worker has taken. */
export interface Message extends NewMessage {
  id: number;
  attempts: number;
}

/** A message that was given up. */
export interface DeadMessage {
  id: number;
  webhook: string;
  type: string;
  attempts: number;
  error: string;
  createdAt: string;
  /** When it was last tried. */
  updatedAt: string;
}

interface RawMessage extends Omit<Message, 'id' | 'position'> {
  id: number | string;
  seq: number | string;
  mark: string;
}

const now = (): string => new Date().toISOString();

export const addMessages = async (trx: Transaction, t: Tables, messages: readonly NewMessage[]): Promise<void> => {
  const at = now();
  for (let start = 0; start < messages.length; start += 500) {
    const part = messages.slice(start, start + 500);
    await run(
      trx,
      `INSERT INTO ${t.messages} (webhook, seq, mark, type, state, due_at, created_at, updated_at)
       VALUES ${part.map(() => `(?, ?, ?, ?, 'waiting', ?, ?, ?)`).join(', ')} ON CONFLICT (webhook, seq, mark) DO NOTHING`,
      part.flatMap(({ webhook, position, type }) => [webhook, position.seq, position.mark, type, at, at, at]),
    );
  }
};

/**
 * Takes the message of a webhook that is due first. While another worker has it, nobody gets a later one: what a killed
 * worker had taken comes before what followed it.
 */
export const claimMessage = async (
  trx: Transaction,
  t: Tables,
  webhook: string,
  worker: string,
  until: string,
): Promise<Message | null> => {
  const at = now();
  const [found] = await rows<RawMessage>(
    trx,
    `UPDATE ${t.messages} SET claimed_by = ?, claimed_until = ? WHERE id = (
       SELECT id FROM ${t.messages} WHERE webhook = ? AND state = 'waiting' AND due_at <= ? ORDER BY due_at, id LIMIT 1
     ) AND claimed_until < ? RETURNING id, webhook, seq, mark, type, attempts`,
    [worker, until, webhook, at, at],
  );
  if (!found) return null;
  const { id, seq, mark, ...message } = found;
  return { ...message, id: Number(id), position: { seq: Number(seq), mark } };
};

/** A message that arrived need not be kept. */
export const dropMessage = (trx: Transaction, t: Tables, id: number): Promise<void> =>
  run(trx, `DELETE FROM ${t.messages} WHERE id = ?`, [id]);

/** @param dueAt when it is tried again; null gives it up */
export const failMessage = (
  trx: Transaction,
  t: Tables,
  id: number,
  { error, dueAt }: { error: string; dueAt: string | null },
): Promise<void> =>
  run(
    trx,
    `UPDATE ${t.messages} SET state = ?, due_at = ?, error = ?, attempts = attempts + 1, claimed_by = '', claimed_until = '', updated_at = ?
     WHERE id = ?`,
    [dueAt === null ? 'dead' : 'waiting', dueAt ?? now(), error, now(), id],
  );

/** Gives a message back that was not tried. */
export const releaseMessage = (trx: Transaction, t: Tables, id: number, worker: string): Promise<void> =>
  run(trx, `UPDATE ${t.messages} SET claimed_by = '', claimed_until = '' WHERE id = ? AND claimed_by = ?`, [
    id,
    worker,
  ]);

/** How many messages wait and were given up, by webhook. */
export const countMessages = async (trx: Transaction, t: Tables) =>
  (
    await rows<{ webhook: string; state: string; count: number | string }>(
      trx,
      `SELECT webhook, state, COUNT(*) AS count FROM ${t.messages} GROUP BY webhook, state`,
    )
  ).map(({ webhook, state, count }) => ({ webhook, isDead: state === 'dead', count: Number(count) }));

/** The messages that were given up, the last one first. */
export const deadMessages = async (
  trx: Transaction,
  t: Tables,
  { offset, limit }: { offset: number; limit: number },
): Promise<DeadMessage[]> =>
  (
    await rows<DeadMessage & { id: number | string }>(
      trx,
      `SELECT id, webhook, type, attempts, error, created_at AS "createdAt", updated_at AS "updatedAt"
       FROM ${t.messages} WHERE state = 'dead' ORDER BY id DESC LIMIT ? OFFSET ?`,
      [limit, offset],
    )
  ).map((one) => ({ ...one, id: Number(one.id) }));

/** Sends messages again that were given up: one, or all of a webhook. @returns how many */
export const replayMessages = async (
  trx: Transaction,
  t: Tables,
  which: { id: number } | { webhook: string },
  configured: readonly string[],
): Promise<number> => {
  if (configured.length === 0) return 0;
  const [column, value] = 'id' in which ? (['id', which.id] as const) : (['webhook', which.webhook] as const);
  const found = await rows(
    trx,
    `UPDATE ${t.messages} SET state = 'waiting', attempts = 0, error = '', due_at = ?, updated_at = ?
     WHERE state = 'dead' AND ${column} = ? AND webhook IN (${marks(configured)}) RETURNING id`,
    [now(), now(), value, ...configured],
  );
  return found.length;
};
