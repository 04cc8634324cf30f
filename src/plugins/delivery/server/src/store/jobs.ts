import { flag, rows, run, type Tables, type Transaction } from './tables';

/**
 * `dependents` brings everything that shows one document up to date; `collection` every document of a collection, whose
 * content type is `uid`.
 */
export type JobKind = 'dependents' | 'collection';

/** Waiting (or running, while it is claimed), done, or given up after several failures. */
export type JobState = 'waiting' | 'done' | 'failed';

export interface JobTarget {
  kind: JobKind;
  uid: string;
  /** '' for a whole collection. */
  documentId: string;
}

export interface NewJob extends JobTarget {
  /** What editors know the target by. */
  label: string;
  /** The target is gone, and what leads to it goes when the job is done. */
  erased: boolean;
  /** How many documents it will visit, as far as known when it was made. */
  total: number;
}

export interface Job extends NewJob {
  id: number;
  /** The id of the document that was visited last; '' before the first. */
  position: string;
  done: number;
  state: JobState;
  attempts: number;
  error: string;
  claimedBy: string;
  /** ISO 8601 in UTC; '' where nobody works on it. */
  claimedUntil: string;
  createdAt: string;
  updatedAt: string;
}

const COLUMNS = `id, kind, uid, document_id AS "documentId", label, erased, position, total, done, state, attempts, error,
  claimed_by AS "claimedBy", claimed_until AS "claimedUntil", created_at AS "createdAt", updated_at AS "updatedAt"`;

interface RawJob extends Omit<Job, 'id' | 'erased'> {
  id: number | string;
  erased: boolean | number;
}

const toJob = (raw: RawJob): Job => ({ ...raw, id: Number(raw.id), erased: Boolean(raw.erased) });

/** Adds a job, in the transaction that makes it needed. One that waits for the same target starts over. */
export const enqueue = (trx: Transaction, t: Tables, job: NewJob): Promise<void> => {
  const now = new Date().toISOString();
  return run(
    trx,
    `INSERT INTO ${t.jobs} (kind, uid, document_id, label, erased, position, total, done, state, attempts, error,
       claimed_by, claimed_until, created_at, updated_at)
     VALUES (?, ?, ?, ?, ?, '', ?, 0, 'waiting', 0, '', '', '', ?, ?)
     ON CONFLICT (kind, uid, document_id) DO UPDATE SET label = excluded.label, erased = excluded.erased, position = '',
       total = excluded.total, done = 0, state = 'waiting', attempts = 0, error = '', created_at = excluded.created_at,
       updated_at = excluded.updated_at`,
    [job.kind, job.uid, job.documentId, job.label, flag(t, job.erased), job.total, now, now],
  );
};

/**
 * Takes the oldest job that nobody works on, or whose worker has fallen silent. Of several workers that try at once, one
 * gets it.
 */
export const claimJob = async (trx: Transaction, t: Tables, worker: string, until: string): Promise<Job | null> => {
  const lock = t.client === 'postgres' ? 'FOR UPDATE SKIP LOCKED' : '';
  const [raw] = await rows<RawJob>(
    trx,
    `UPDATE ${t.jobs} SET claimed_by = ?, claimed_until = ? WHERE id = (
       SELECT id FROM ${t.jobs} WHERE state = 'waiting' AND claimed_until < ? ORDER BY id LIMIT 1 ${lock}
     ) RETURNING ${COLUMNS}`,
    [worker, until, new Date().toISOString()],
  );
  return raw ? toJob(raw) : null;
};

/** The job as it stands, where this worker still has it. */
export const ownJob = async (trx: Transaction, t: Tables, id: number, worker: string): Promise<Job | null> => {
  const [raw] = await rows<RawJob>(
    trx,
    `SELECT ${COLUMNS} FROM ${t.jobs} WHERE id = ? AND claimed_by = ? AND state = 'waiting'`,
    [id, worker],
  );
  return raw ? toJob(raw) : null;
};

/** Notes how far a job has come, in the transaction of the work itself. */
export const saveProgress = (
  trx: Transaction,
  t: Tables,
  id: number,
  progress: Pick<Job, 'position' | 'done' | 'total' | 'claimedUntil'>,
): Promise<void> =>
  run(
    trx,
    `UPDATE ${t.jobs} SET position = ?, done = ?, total = ?, claimed_until = ?, attempts = 0, error = '', updated_at = ? WHERE id = ?`,
    [progress.position, progress.done, progress.total, progress.claimedUntil, new Date().toISOString(), id],
  );

export const finishJob = (trx: Transaction, t: Tables, id: number, done: number): Promise<void> =>
  run(
    trx,
    `UPDATE ${t.jobs} SET state = 'done', done = ?, total = ?, claimed_by = '', claimed_until = '', updated_at = ? WHERE id = ?`,
    [done, done, new Date().toISOString(), id],
  );

/** @param again when the job may be tried again; '' gives it up */
export const failJob = (trx: Transaction, t: Tables, id: number, error: string, again: string): Promise<void> =>
  run(
    trx,
    `UPDATE ${t.jobs} SET state = ?, error = ?, attempts = attempts + 1, claimed_by = '', claimed_until = ?, updated_at = ? WHERE id = ?`,
    [again === '' ? 'failed' : 'waiting', error, again, new Date().toISOString(), id],
  );

/** Gives a job back, for another worker to go on with. */
export const releaseJob = (trx: Transaction, t: Tables, id: number, worker: string): Promise<void> =>
  run(trx, `UPDATE ${t.jobs} SET claimed_by = '', claimed_until = '' WHERE id = ? AND claimed_by = ?`, [id, worker]);

/** The jobs that are not done, then those done last. */
export const listJobs = async (trx: Transaction, t: Tables, limit: number): Promise<Job[]> =>
  (
    await rows<RawJob>(
      trx,
      `SELECT ${COLUMNS} FROM ${t.jobs} ORDER BY CASE state WHEN 'done' THEN 1 ELSE 0 END, updated_at DESC, id LIMIT ?`,
      [limit],
    )
  ).map(toJob);
