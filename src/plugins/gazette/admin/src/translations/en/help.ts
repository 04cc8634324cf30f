import { articleHelp } from './article-help';
import { directiveHelp, resolutionHelp } from './document-help';
import { SLUG } from './publication-help';

/** Help texts, by content type and attribute. */
export const typeHelp = {
  article: articleHelp,
  directive: directiveHelp,
  resolution: resolutionHelp,
  issuer: {
    slug: SLUG,
    code: 'The abbreviation in symbols: TW, TU, HU, UBND, HĐND.',
    validTo: 'The day on which the authority ended; its documents stay.',
  },
  topic: {
    slug: SLUG,
    parent: "A parent's list holds its descendants' items.",
  },
  dossier: {
    slug: SLUG,
  },
  tag: {
    slug: SLUG,
  },
  author: {
    slug: SLUG,
    role: 'The position held now.',
  },
  page: {
    slug: SLUG,
  },
  site: {
    menus: 'Each item leads to an address or to anything public.',
  },
};

/** Help texts, by component and attribute. */
export const componentHelp = {
  figure: {
    alternativeText: 'Describes the image to those who cannot see it. With an image, required to publish.',
  },
  attachment: {
    title: 'Empty takes the name of the file.',
    official: 'For the copy that is signed and sealed.',
    accessible: 'When the file holds text, not only a picture of it.',
  },
  signer: {
    capacity: 'TM. on behalf of, KT. for the head, TL. by order, TUQ. by delegation.',
  },
  seo: {
    metaTitle: 'Empty takes the title.',
    metaDescription: 'Empty takes the summary.',
  },
  html: {
    html: 'Scripts, styles and event handlers are removed on save; tables, lists and links stay.',
  },
  media: {
    url: 'When no file is uploaded.',
  },
  authorship: {
    position: "Empty takes the author's present position.",
  },
  translation: {
    locale: 'Language code, such as en.',
  },
  withdrawal: {
    reason: 'Shown to readers.',
  },
  'legal-relation': {
    targetSymbol: 'Type the symbol; the link is made once the register has the document.',
    scope: 'For instance: clause 2, article 8. Empty when the whole document is meant.',
    effectiveOn: 'Empty takes the day on which this document takes effect.',
    until: 'For a suspension or an extension.',
    targetDocumentId: 'Filled in by the software.',
    targetCollection: 'Filled in by the software.',
  },
};

/** What stands at a field that another language may not change. */
export const lockedHelp = {
  text: 'Copied from the default language, read-only.',
};
