import { EventEmitter } from 'node:events';
import { run, type Tables, type Transaction } from './tables';

/** The channel of PostgreSQL on which a transaction that adds to the change log says so when it commits. */
export const CHANGES_CHANNEL = 'delivery_changes';

const commits = new EventEmitter().setMaxListeners(0);

/** Transactions that have said so already. */
const announced = new WeakSet<Transaction>();

/** Tells whoever waits for changes, in this process and in others, as soon as a transaction has committed. */
export const announce = async (trx: Transaction, t: Tables): Promise<void> => {
  if (announced.has(trx)) return;
  announced.add(trx);
  // Delivered with the commit, and not at all without one. SQLite has nothing like it: there, `PRAGMA data_version` tells.
  if (t.client === 'postgres') await run(trx, `SELECT pg_notify('${CHANGES_CHANNEL}', '')`);
  trx.executionPromise.then(
    () => commits.emit('commit'),
    () => undefined,
  );
};

/**
 * Calls `listener` after each commit of this process that added to the change log.
 * @returns what ends that
 */
export const onCommit = (listener: () => void): (() => void) => {
  commits.on('commit', listener);
  return () => void commits.off('commit', listener);
};
