export { presentArticle, PUBLIC_ATTRIBUTES as ARTICLE_ATTRIBUTES } from './article';
export type { PickedDocument, PublicArticle } from './article';
export { DIRECTIVE_ATTRIBUTES, presentDirective, presentResolution, RESOLUTION_ATTRIBUTES } from './document';
export type { PublicDirective, PublicDocument, PublicResolution } from './document';
export { branchLabel, featuredLabel, levelLabel } from './labels';
export { presentDossier, presentIssuer, presentNamed } from './references';
export { isVietnamese } from './values';
export type * from './rows';
