export { all, placeOf, type Expression } from './expression';
export { accentedForm, foldedForm } from './fold';
export { highlight, marksOf, snippet, type Mark } from './highlight';
export { BAR, INDEX_REVISION, indexText, type IndexedText, type SearchText } from './index-text';
export { MAX_QUERY_LENGTH, MAX_QUERY_WORDS, parseSearch, type SearchTerms } from './parse-query';
export { rankSearch, type Rank, type RankedSearch } from './ranks';
