export { findBackReferences, type BackReference } from './back-references';
export { findCitations } from './find-citations';
export { summariseCitations } from './summarise-citations';
export type { CitationSummary, FoundCitation } from './types';
