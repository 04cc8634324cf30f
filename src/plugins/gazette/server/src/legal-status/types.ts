import type { RelationType } from './relation-types';
import type { StatusCode } from './status-codes';

/** A day in Asia/Ho_Chi_Minh, YYYY-MM-DD with a year of four digits, so that days compare as text. */
export type Day = string;

/** What the register must know of a published document to compute its status. */
export interface RegisterDocument {
  /** Strapi's document id. */
  id: string;
  issuedOn: Day | null;
  effectiveFrom: Day | null;
  /** The last day in force, as the document itself says. */
  effectiveTo: Day | null;
  /** See `isNormative`: such a document takes effect on a stated day only. */
  normative: boolean;
  /** Imported as "không còn phù hợp". */
  obsolete?: boolean;
}

/** A relation of a published document whose target the register has. */
export interface LegalEffect {
  /** Id of the acting document. */
  source: string;
  /** Id of the document acted on. */
  target: string;
  type: RelationType;
  /** The part that is meant ("khoản 2 Điều 8"); null or blank for the whole document. */
  scope: string | null;
  effectiveOn: Day | null;
  /** Last day of a suspension, or the new last day in force of an extension. */
  until: Day | null;
}

/** Published documents and the relations between them, at one moment of the register's life. Answers must not change. */
export interface Register {
  /** Undefined for what is not published. */
  document(id: string): RegisterDocument | undefined;
  /** The effects whose target is the document, in any order. */
  effectsOn(id: string): readonly LegalEffect[];
}

/**
 * Why a status holds.
 * - `effective-from`, `issued-on`: its own first day in force, stated or by default
 * - `effective-to`: its last day has passed; `by` the document that moved that day, else null
 * - `extended`: its last day, or that of a part, was moved
 * - `replaced`, `repealed`, `annulled`, `suspended`: another document's act
 * - `obsolete`: so imported
 * - `no-effective-from`: a normative document that does not say when it takes effect
 * - `no-dates`: neither a first day in force nor a day of issue is known
 */
export const REASON_RULES = [
  'effective-from',
  'issued-on',
  'effective-to',
  'extended',
  'replaced',
  'repealed',
  'annulled',
  'suspended',
  'obsolete',
  'no-effective-from',
  'no-dates',
] as const;

/** A value of `rule`. */
export type ReasonRule = (typeof REASON_RULES)[number];

/** One cause of a status. */
export interface Reason {
  rule: ReasonRule;
  /** Id of the acting document; null for the document's own dates. */
  by: string | null;
  scope: string | null;
  /** The first day of the cause; null where it holds from the start or has no day. */
  on: Day | null;
}

/** A run of days with one status and the same causes. */
export interface Interval {
  /** First day; null for "since ever". */
  from: Day | null;
  /** The day after the last; null for "for ever". */
  until: Day | null;
  code: StatusCode;
  /** At least one; in order of day, then rule, document and scope. */
  because: Reason[];
}
