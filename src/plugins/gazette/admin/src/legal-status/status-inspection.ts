/** A document of the register, to be opened in the content manager. */
export interface NamedDocument {
  documentId: string;
  collection: string;
  symbol: string;
}

export interface StatusOfDay {
  code: string;
  label: string;
  /** The first day, YYYY-MM-DD; null for ever before. */
  from: string | null;
  because: { label: string; on: string | null; scope: string | null; by: NamedDocument | null }[];
}

/** What the server says of a published document's legal status; its texts are in the editor's language. */
export interface StatusInspection {
  today: StatusOfDay;
  later: StatusOfDay[];
  problems: { code: string; text: string; documents: NamedDocument[] }[];
}

const TYPES: Readonly<Record<string, string>> = {
  directives: 'plugin::gazette.directive',
  resolutions: 'plugin::gazette.resolution',
};

/** The content types that have a legal status. */
export const hasLegalStatus = (model: string): boolean => Object.values(TYPES).includes(model);

/** The content type of a collection's documents. */
export const typeOf = (collection: string): string => TYPES[collection] ?? '';
