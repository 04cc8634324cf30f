export { articles, type ArticleSummary } from './articles';
export { directives, type DirectiveSummary } from './directives';
export { registerCollections } from './register-collections';
export { resolutions, type ResolutionSummary } from './resolutions';
