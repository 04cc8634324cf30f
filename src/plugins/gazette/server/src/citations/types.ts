import type { SymbolFamily } from '../symbols';

/** One place where a text cites a document. */
export type FoundCitation = {
  /** Offset of the first character, in UTF-16 units of the text as given. */
  start: number;
  /** Offset after the last character, in UTF-16 units of the text as given. */
  end: number;
  /** The text's own words: the kind's noun if adjacent (with "số") to the end of the symbol, else from the first digit. */
  text: string;
  /** Canonical symbol. */
  symbol: string;
  /** As printed, leading zeros kept. */
  number: string;
  year: number | null;
  /** Type code; L (Luật, Bộ luật), PL or NQ from the noun for the National Assembly; null when nothing tells. */
  type: string | null;
  issuer: string;
  /** The issuer as the text states it, or null. */
  issuerName: string | null;
  /** The stated date of issue as an ISO day, or null. */
  date: string | null;
  family: SymbolFamily;
  /** 0 to 1: how sure the finder is that this is a citation, with this symbol. */
  confidence: number;
};

/** What an item's `citations` say about one distinct symbol; `document` and `ambiguous` are filled in by the register. */
export type CitationSummary = {
  symbol: string;
  /** Words of the first occurrence. */
  text: string;
  occurrences: number;
  /** First stated date, an ISO day, or null. */
  date: string | null;
  /** First stated issuer, or null. */
  issuerName: string | null;
  document: null;
  ambiguous: false;
};
