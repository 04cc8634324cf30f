import { symbolKey } from '../symbols';
import type { CitationSummary, FoundCitation } from './types';

/** One summary per distinct symbol, in order of first appearance; the first stated date and issuer win. */
export function summariseCitations(found: readonly FoundCitation[]): CitationSummary[] {
  const summaries = new Map<string, CitationSummary>();
  for (const { symbol, text, date, issuerName } of found) {
    const key = symbolKey(symbol) ?? symbol;
    const summary = summaries.get(key);
    if (summary === undefined) {
      summaries.set(key, { symbol, text, occurrences: 1, date, issuerName, document: null, ambiguous: false });
    } else {
      summary.occurrences += 1;
      summary.date ??= date;
      summary.issuerName ??= issuerName;
    }
  }
  return [...summaries.values()];
}
