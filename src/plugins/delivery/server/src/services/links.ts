import type { Core } from '@strapi/strapi';
import { edgesFrom } from '../store/edges';
import { inTransaction, tablesFor } from '../store/tables';

/** A published link of a document, whether or not its target is public now. */
export interface Link {
  kind: string;
  targetUid: string;
  targetId: string;
}

/** What published documents link to, kept by documentId. */
export interface Links {
  /** The links of a document as it was last published, in the editor's order. */
  from(documentId: string): Promise<Link[]>;
}

export const createLinks = ({ strapi }: { strapi: Core.Strapi }): Links => ({
  from: (documentId) => inTransaction(strapi, (trx) => edgesFrom(trx, tablesFor(strapi), [documentId])),
});
