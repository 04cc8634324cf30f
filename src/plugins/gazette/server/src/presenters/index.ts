export { articleMentions, presentArticle, PUBLIC_ATTRIBUTES as ARTICLE_ATTRIBUTES } from './article';
export type { PickedDocument, PublicArticle } from './article';
export { AUTHOR_ATTRIBUTES, presentAuthorItem } from './author';
export type { PublicAuthor } from './author';
export {
  DIRECTIVE_ATTRIBUTES,
  documentMentions,
  documentRelations,
  presentDirective,
  presentResolution,
  RESOLUTION_ATTRIBUTES,
} from './document';
export type { PublicDirective, PublicDocument, PublicResolution } from './document';
export { DOSSIER_ATTRIBUTES, presentDossierItem } from './dossier';
export type { PublicDossier } from './dossier';
export { ISSUER_ATTRIBUTES, ISSUER_PARENT, ISSUER_PREDECESSOR, presentIssuerItem } from './issuer';
export type { PublicIssuer } from './issuer';
export { branchLabel, featuredLabel, levelLabel, relationLabel, statusLabel } from './labels';
export { PAGE_ATTRIBUTES, PAGE_PARENT, presentPage } from './page';
export type { PublicPage } from './page';
export { presentDossier, ownSlug, presentIssuer, presentNamed, slugIn, translatedText } from './references';
export { MENU, presentSite, SITE_ATTRIBUTES } from './site';
export type { PublicSite } from './site';
export type { PublicSupporting } from './supporting';
export { presentTag, TAG_ATTRIBUTES } from './tag';
export type { PublicTag } from './tag';
export { presentTopic, TOPIC_ATTRIBUTES, TOPIC_PARENT } from './topic';
export type { PublicTopic } from './topic';
export { isVietnamese } from './values';
export type * from './rows';
