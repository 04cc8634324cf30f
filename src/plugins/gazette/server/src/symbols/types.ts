/** Whose numbering rules a symbol follows: the Communist Party's or the State's. */
export type SymbolFamily = 'party' | 'state';

/**
 * The form of a symbol.
 * - `party`: N-TYPE/ISSUER (57-KL/TW)
 * - `normative`: N/YYYY/TYPE-ISSUER (30/2020/NĐ-CP)
 * - `assembly`: N/YYYY/QHxx or N/YYYY/UBTVQHxx (45/2019/QH14)
 * - `administrative`: N/TYPE-ISSUER (156/QĐ-UBND)
 * - `letter`: N/ISSUER-UNIT, công văn (1234/BGDĐT-VP)
 * - `legacy`: forms of old texts (27/CP, 115-TTg, 89-TC/TCT, 26-NQ)
 */
export type SymbolLayout = 'party' | 'normative' | 'assembly' | 'administrative' | 'letter' | 'legacy';

/** The mark after the number. Only the legacy layout leaves a choice (27/CP, 115-TTg). */
export type NumberMark = '-' | '/';

/** What a symbol is made of, in canonical spelling; `printSymbol` puts it together again. */
export type SymbolParts = {
  /** As printed, leading zeros kept: "03", "30a", "66.13". */
  number: string;
  /** Four digits; null in layouts that print no year. */
  year: number | null;
  /** Type code ("KL", "NĐ"); CV for a letter; null for the National Assembly and most legacy symbols. */
  type: string | null;
  /** Everything after the type code; after the slash for a letter (BGDĐT-VP); empty in 26-NQ. */
  issuer: string;
  layout: SymbolLayout;
  /** Read for the legacy layout only; without it the issuer's customary mark is printed. */
  mark?: NumberMark;
};

/** A symbol (số, ký hiệu) read from text. */
export type OfficialSymbol = SymbolParts & {
  /** NFC, no spaces, ASCII hyphen, upper-case codes with their known lower-case letters (QĐi, TTg, CTr). */
  canonical: string;
  family: SymbolFamily;
  mark: NumberMark;
  /** Lookup key, equal for all spellings of one symbol and different for Đ and D. */
  key: string;
};

/** Why a text is no symbol. */
export type RefusalCode =
  | 'empty'
  | 'too-long'
  | 'no-number'
  | 'blank-number'
  | 'date-like'
  | 'standard-number'
  | 'contract-number'
  | 'form-number'
  | 'leading-text'
  | 'trailing-text'
  | 'no-issuer'
  | 'unknown-type'
  | 'bad-year'
  | 'unknown-layout';

/** A refusal: a code for programs and a sentence for people. */
export type SymbolRefusal = { ok: false; code: RefusalCode; reason: { vi: string; en: string } };

export type SymbolResult = { ok: true; symbol: OfficialSymbol } | SymbolRefusal;
