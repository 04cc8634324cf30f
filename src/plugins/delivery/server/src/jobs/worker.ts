import { randomUUID } from 'node:crypto';
import { claimJob, failJob, finishJob, ownJob, releaseJob, saveProgress, type Job } from '../store/jobs';
import { lockPublishing } from '../store/lock';
import { inTransaction, tablesFor, type Transaction } from '../store/tables';
import { dayOf } from '../query/time-ranges';
import { nextStep, type StepContext } from './steps';
import { turnDay } from './turn-day';

/** How long a silent worker keeps its job: it tells of itself with every batch. */
const CLAIM_MS = 15_000;
/** How often a worker looks for jobs that it was not told of: those of other instances, and abandoned ones. */
const POLL_MS = 5_000;
const MAX_ATTEMPTS = 5;
const RETRY_MS = 10_000;

const inFuture = (milliseconds: number): string => new Date(Date.now() + milliseconds).toISOString();

/** Does jobs one after another, a batch a transaction. */
export interface Worker {
  start(): void;
  /** Looks for a job now. */
  wake(): void;
  /** Ends after the batch in hand; the rest of the job goes to whoever comes next. */
  stop(): Promise<void>;
}

export const createWorker = (context: StepContext): Worker => {
  const { strapi } = context;
  const name = randomUUID();
  let stopping = false;
  let running: Promise<void> | null = null;
  let rouse: (() => void) | null = null;
  let isRoused = false;
  let turned = '';

  const inOwn = <T>(work: (trx: Transaction) => Promise<T>): Promise<T> => inTransaction(strapi, work);

  const step = (id: number): Promise<boolean> =>
    inOwn(async (trx) => {
      const tables = tablesFor(strapi);
      await lockPublishing(trx, tables);
      const job = await ownJob(trx, tables, id, name);
      if (!job) return false;
      const result = await nextStep(context, trx, job);
      if (result === null) {
        await finishJob(trx, tables, id, job.done);
        return false;
      }
      const done = job.done + result.visited;
      await saveProgress(trx, tables, id, {
        position: result.position,
        done,
        total: Math.max(job.total, done),
        claimedUntil: inFuture(CLAIM_MS),
      });
      return true;
    });

  const fail = async (job: Job, error: unknown): Promise<void> => {
    const message = error instanceof Error ? error.message : String(error);
    const isLast = job.attempts + 1 >= MAX_ATTEMPTS;
    strapi.log[isLast ? 'error' : 'warn'](
      `delivery: the background job for "${job.label}" failed (${message}); ${isLast ? 'it was given up' : 'it will be tried again'}.`,
    );
    await inOwn((trx) =>
      failJob(trx, tablesFor(strapi), job.id, message, isLast ? '' : inFuture(RETRY_MS * (job.attempts + 1))),
    );
  };

  const work = async (job: Job): Promise<void> => {
    try {
      while (!stopping && (await step(job.id)));
      if (stopping) await inOwn((trx) => releaseJob(trx, tablesFor(strapi), job.id, name));
    } catch (error) {
      await fail(job, error);
    }
  };

  /** Asks the database once a day. */
  const turn = async (): Promise<void> => {
    const today = dayOf(new Date());
    if (today === turned) return;
    await turnDay(strapi, context.registry);
    turned = today;
  };

  const pause = (): Promise<void> =>
    new Promise((resolve) => {
      if (isRoused || stopping) return resolve();
      const timer = setTimeout(resolve, POLL_MS);
      timer.unref();
      rouse = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const loop = async (): Promise<void> => {
    while (!stopping) {
      isRoused = false;
      try {
        await turn();
        const job = await inOwn((trx) => claimJob(trx, tablesFor(strapi), name, inFuture(CLAIM_MS)));
        if (job) {
          await work(job);
          continue;
        }
      } catch (error) {
        if (!stopping) strapi.log.warn(`delivery: background jobs pause (${String(error)}).`);
      }
      await pause();
      rouse = null;
    }
  };

  return {
    start() {
      running ??= loop();
    },
    wake() {
      isRoused = true;
      rouse?.();
    },
    async stop() {
      stopping = true;
      rouse?.();
      await running;
    },
  };
};
