import type { Core } from '@strapi/strapi';
import type { RatingsConfig } from '../config';
import { forgetVisitorsSql } from '../store/editing';
import { rows } from '../store/script';
import { momentOf } from '../store/votes';
import { ratingsService } from './access';

const BATCH = 1_000;
const DAY_MS = 86_400_000;

/** Keeps it from being known for ever who voted how. */
export interface Retention {
  /**
   * Forgets the keys of visitors whose votes are older than the configured time. The votes, and all counts, stay. A batch a
   * transaction: it may be cut off, and run in several instances at once.
   * @returns how many were forgotten
   */
  forgetOld(now?: number): Promise<number>;
}

export const createRetention = ({ strapi }: { strapi: Core.Strapi }): Retention => ({
  async forgetOld(now = Date.now()) {
    const { voterRetentionDays } = strapi.config.get<RatingsConfig>('plugin::ratings');
    if (voterRetentionDays === 0) return 0;
    const { tables, write } = ratingsService(strapi, 'database').get();
    let count = 0;
    for (;;) {
      const forgotten = await write(function* () {
        const { sql, values } = forgetVisitorsSql(tables, momentOf(tables, now - voterRetentionDays * DAY_MS), BATCH);
        return (yield* rows(sql, values)).length;
      });
      count += forgotten;
      if (forgotten < BATCH) return count;
    }
  },
});
