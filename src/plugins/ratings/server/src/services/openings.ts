import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { putOpening } from '../store/tallies';
import { openingBalance, type OpeningBalance, type Target } from '../summary';
import { ratingsService } from './access';

/** Totals from before this site counted: shown in count, sum and average, and not in the histogram. */
export interface Openings {
  /**
   * Puts a balance in place of the one that is there; the same again changes nothing. Not inside a transaction of
   * Strapi's: it has its own.
   * @returns whether it changed something
   * @throws Error for totals that cannot be
   */
  set(target: Target, balance: OpeningBalance): Promise<boolean>;
}

export const createOpenings = ({ strapi }: { strapi: Core.Strapi }): Openings => ({
  async set({ collection, documentId }, balance) {
    const checked = openingBalance.safeParse(balance);
    if (!checked.success)
      throw new Error(
        `The opening balance of ${collection} ${documentId} cannot be: ${z.prettifyError(checked.error)}`,
      );
    if (strapi.db.inTransaction())
      throw new Error(
        'ratings: an opening balance is set outside of transactions; on SQLite it would wait for this one.',
      );
    const db = ratingsService(strapi, 'database').get();
    const changed = await db.write(() => putOpening(db.tables, { collection, documentId }, checked.data, Date.now()));
    if (changed) ratingsService(strapi, 'summaries').noteChanged([changed]);
    return changed !== null;
  },
});
