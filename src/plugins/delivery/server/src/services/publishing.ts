import type { Core } from '@strapi/strapi';
import { lockPublishing } from '../store/lock';
import { inTransaction, tablesFor } from '../store/tables';

/** The turn that everything takes which may change what is public. */
export interface Publishing {
  /**
   * Takes the turn for the open transaction, until it ends. A transaction that will publish calls this before it touches
   * any row: whoever has a row and waits for the turn, while another has the turn and waits for the row, waits for ever.
   */
  lock(): Promise<void>;
}

export const createPublishing = ({ strapi }: { strapi: Core.Strapi }): Publishing => ({
  lock: () => inTransaction(strapi, (trx) => lockPublishing(trx, tablesFor(strapi))),
});
