import type { RelationType } from '../legal-status';

/** A relation that a text states, for an editor to accept or not. */
export type ProposedRelation = {
  type: RelationType;
  /** Canonical symbol of the cited document. */
  symbol: string;
  /** The part of the cited document, in the text's words on one line ("khoản 2 Điều 8"); null for the whole of it. */
  scope: string | null;
  /** 0 to 1: how sure the reader is of the type. */
  confidence: number;
};

/** One place that cites a document, and what the text says of it there. */
export type Mention = {
  /** Index of the citation among those found. */
  citation: number;
  type: RelationType;
  scope: string | null;
  /** Words such as "một số điều", which tell that it is a part but not which. */
  partly: string | null;
  confidence: number;
};
