import type { Core } from '@strapi/strapi';

/** A row as the Document Service returns it. */
export interface DocumentRow {
  id: number;
  documentId: string;
  [attribute: string]: unknown;
}

export interface DocumentParams {
  documentId?: string;
  data?: Record<string, unknown>;
  locale?: string | string[];
  status?: 'draft' | 'published';
  [parameter: string]: unknown;
}

interface Entries {
  documentId: string;
  entries: DocumentRow[];
}

/** The Document Service of one content type, typed by what it does rather than by generated schemas, which a clone has not. */
export interface Documents {
  create(params: DocumentParams): Promise<DocumentRow>;
  update(params: DocumentParams): Promise<DocumentRow>;
  findOne(params: DocumentParams): Promise<DocumentRow | null>;
  findFirst(params?: DocumentParams): Promise<DocumentRow | null>;
  findMany(params?: DocumentParams): Promise<DocumentRow[]>;
  count(params?: DocumentParams): Promise<number>;
  publish(params: DocumentParams): Promise<Entries>;
  unpublish(params: DocumentParams): Promise<Entries>;
  discardDraft(params: DocumentParams): Promise<Entries>;
  delete(params: DocumentParams): Promise<Entries>;
  clone(params: DocumentParams): Promise<Entries>;
}

/** Strapi as tests use it. */
export type TestStrapi = Omit<Core.Strapi, 'documents'> & { documents: (uid: string) => Documents };
