export { readBylineAuthor, type BylineAuthor } from './byline-author';
export { decodePage, MAX_PAGE_BYTES } from './decode-page';
export { parseNukeVietPage, type NukeVietPage } from './nukeviet-page';
export { PageFormatError, type PageFault, type PagePart } from './page-format-error';
export type { BilingualText, PageWarning } from './page-warning';
export { pageToArticle, type ArticleDraft, type ImportRecord, type ParagraphBlock } from './page-to-article';
