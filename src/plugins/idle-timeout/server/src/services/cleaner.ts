import type { Core } from '@strapi/strapi';
import { EDITORS, MEMBERS, type Origin } from '../sessions/kinds';
import { endOf } from '../sessions/session-state';
import { deleteEnded, endSession, findLapsed, tokenSessionsOf } from '../store/sessions';
import { inTransaction, tablesFor } from '../store/tables';
import { idleService } from './access';
import { forgetStrapiSessions } from './strapi-sessions';

const EVERY_MS = 60_000;
/** Small enough not to hold the one connection of SQLite for long. */
const BATCH = 200;
/** Far longer than an access token lives: until then it may be shown, and its bearer be told why it is refused. */
const KEEP_ENDED_MS = 7 * 86_400_000;

/** Writes down which sessions lapsed, and forgets those that ended long ago. */
export interface Cleaner {
  start(): void;
  /** One round. Returns how many sessions it ended and how many it forgot. */
  clean(): Promise<{ ended: number; forgotten: number }>;
  stop(): Promise<void>;
}

export const createCleaner = ({ strapi }: { strapi: Core.Strapi }): Cleaner => {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<unknown> = Promise.resolve();
  let stopping = false;

  const endLapsed = (origin: Origin): Promise<number> =>
    inTransaction(strapi, async (trx) => {
      const t = tablesFor(strapi);
      const idleMs = idleService(strapi, 'sessions').settings(origin).idleTimeoutSeconds * 1000;
      const lapsed = await findLapsed(trx, t, origin, idleMs, BATCH);
      for (const session of lapsed) await endSession(trx, t, session.id, endOf(session, idleMs) ?? 'idle');
      await forgetStrapiSessions(
        strapi,
        await tokenSessionsOf(
          trx,
          t,
          lapsed.map(({ id }) => id),
        ),
      );
      return lapsed.length;
    });

  const forget = (): Promise<number> =>
    inTransaction(strapi, (trx) => deleteEnded(trx, tablesFor(strapi), KEEP_ENDED_MS, BATCH));

  /** In batches, each a transaction of its own. */
  const all = async (batch: () => Promise<number>): Promise<number> => {
    let total = 0;
    for (let count = BATCH; count === BATCH && !stopping; total += count) count = await batch();
    return total;
  };

  const clean = async () => ({
    ended: (await all(() => endLapsed(MEMBERS))) + (await all(() => endLapsed(EDITORS))),
    forgotten: await all(forget),
  });

  const round = () => {
    running = clean().catch((error: unknown) =>
      strapi.log.warn(`idle-timeout: ended sessions were not cleaned up (${String(error)}); it will be tried again.`),
    );
  };

  return {
    clean,
    start() {
      timer ??= setInterval(round, EVERY_MS);
      timer.unref();
    },
    async stop() {
      stopping = true;
      clearInterval(timer);
      await running;
    },
  };
};
