import { run, type Tables, type Transaction } from './tables';

/** An arbitrary constant: the advisory lock that orders everything that publishes. */
const PUBLISHING_LOCK = 7_420_002;

/**
 * Makes publishing transactions take turns until they commit, so that the order of the change log is the order of commits.
 * It is taken before any row is touched: a lock taken later could wait in a circle with the rows of another publication.
 * On SQLite the first write takes the database's own write lock, which also gives a fresh view where another process
 * (an import) has just committed.
 */
export const lockPublishing = async (trx: Transaction, t: Tables): Promise<void> => {
  if (t.client === 'postgres') await run(trx, 'SELECT pg_advisory_xact_lock(?)', [PUBLISHING_LOCK]);
  else await run(trx, `UPDATE ${t.meta} SET value = value WHERE name = 'lock'`);
};
