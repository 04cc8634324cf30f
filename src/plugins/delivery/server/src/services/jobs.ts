import type { Core } from '@strapi/strapi';
import type { CollectionDefinition } from '../collections/definition';
import { countRows } from '../jobs/steps';
import { createWorker, type Worker } from '../jobs/worker';
import { enqueue, listJobs, type Job } from '../store/jobs';
import { inTransaction, tablesFor, type Transaction } from '../store/tables';
import { deliveryService } from './access';

/** Work that is too long for the transaction that makes it needed. It survives a restart, and runs once however many instances there are. */
export interface Jobs {
  start(): void;
  stop(): Promise<void>;
  /** Looks for work as soon as a transaction has committed. */
  wakeAfter(trx: Transaction): void;
  /** Leaves it to a job to project every document of these collections. */
  rebuildLater(definitions: readonly CollectionDefinition[]): Promise<void>;
  /** What is being done, what failed, and what was done last. */
  list(): Promise<Job[]>;
}

const LISTED = 20;

export const createJobs = ({ strapi }: { strapi: Core.Strapi }): Jobs => {
  let worker: Worker | null = null;
  const wakeAfter = (trx: Transaction): void => {
    trx.executionPromise.then(
      () => worker?.wake(),
      () => undefined,
    );
  };
  return {
    start() {
      worker = createWorker({
        strapi,
        registry: deliveryService(strapi, 'collections'),
        projector: deliveryService(strapi, 'projector'),
      });
      worker.start();
    },
    async stop() {
      await worker?.stop();
      worker = null;
    },
    wakeAfter,
    rebuildLater: (definitions) =>
      inTransaction(strapi, async (trx) => {
        for (const definition of definitions) {
          const total = await countRows(strapi, definition);
          // On an empty database there is nothing to do, and nothing to tell editors of.
          if (total === 0) continue;
          const { uid } = definition;
          const label = strapi.contentType(uid).info.displayName;
          await enqueue(trx, tablesFor(strapi), {
            kind: 'collection',
            uid,
            documentId: '',
            label,
            erased: false,
            total,
          });
        }
        wakeAfter(trx);
      }),
    list: () => inTransaction(strapi, (trx) => listJobs(trx, tablesFor(strapi), LISTED)),
  };
};
