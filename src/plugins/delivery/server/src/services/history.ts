import type { Core } from '@strapi/strapi';
import { inTransaction, rows, tablesFor } from '../store/tables';

/** What was public once. */
export interface History {
  /** Whether a document ever was public, in any language. */
  wasPublic(documentId: string): Promise<boolean>;
}

export const createHistory = ({ strapi }: { strapi: Core.Strapi }): History => ({
  wasPublic: (documentId) =>
    inTransaction(strapi, async (trx) => {
      const found = await rows(
        trx,
        `SELECT 1 AS found FROM ${tablesFor(strapi).changes} WHERE document_id = ? LIMIT 1`,
        [documentId],
      );
      return found.length > 0;
    }),
});
