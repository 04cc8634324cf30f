import { parseSymbol } from '../symbols';

/** Always normative, whatever the symbol. */
const LAWS = new Set(['law', 'ordinance', 'decree']);
/** Normative as texts of the State; the Party's circulars (thông tri) are not. */
const CIRCULARS = new Set(['circular', 'joint-circular']);
/** Normative where the symbol holds a year; without one they decide a single case. */
const WITH_YEAR = new Set([
  'decision',
  'council',
  'government',
  'national-assembly',
  'thematic',
  'joint',
  'joint-resolution',
]);
const NOT_OF_THE_STATE = new Set(['party', 'front', 'union']);

/** What tells a normative document from others. */
export interface DocumentNature {
  /** Code of the attribute `kind`. */
  kind: string | null;
  symbol: string | null;
  /** Branch of the main issuer; null where unknown. */
  issuerBranch: string | null;
}

/**
 * Whether a document is normative (văn bản quy phạm pháp luật): a law, ordinance or decree, a circular of the State, or a
 * decision or resolution of a State body with a year in its symbol. Such a document takes effect on the day that it
 * states, and not by default on the day of issue.
 */
export const isNormative = ({ kind, symbol, issuerBranch }: DocumentNature): boolean => {
  if (kind === null) return false;
  if (LAWS.has(kind)) return true;
  const parsed = parseSymbol(symbol ?? '');
  const { family = null, year = null } = parsed.ok ? parsed.symbol : {};
  if (family === 'party') return false;
  if (CIRCULARS.has(kind)) return family === 'state' || !NOT_OF_THE_STATE.has(issuerBranch ?? '');
  return (
    WITH_YEAR.has(kind) && year !== null && (kind.startsWith('joint') || !NOT_OF_THE_STATE.has(issuerBranch ?? ''))
  );
};
