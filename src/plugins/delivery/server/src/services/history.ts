import type { Core } from '@strapi/strapi';
import { wasPublic } from '../store/changes';
import { inTransaction, tablesFor } from '../store/tables';

/** What was public once. */
export interface History {
  /** Whether a document ever was public, in any language. */
  wasPublic(documentId: string): Promise<boolean>;
}

export const createHistory = ({ strapi }: { strapi: Core.Strapi }): History => ({
  wasPublic: (documentId) => inTransaction(strapi, (trx) => wasPublic(trx, tablesFor(strapi), documentId)),
});
