import { knownLocales, lastKnownLocales } from './document-locales';

/** The document that a page of the content manager is about. */
export interface PageDocument {
  model: string;
  /** Empty for a single type; null while the page makes a new document. */
  documentId: string | null;
}

const PAGE = /\/content-manager\/(collection-types|single-types)\/([^/]+)(?:\/([^/]+))?/;

/** Reads the path of the address; null on a page of no document. */
export const pageDocumentOf = (path: string): PageDocument | null => {
  const [, kind, model, id] = PAGE.exec(path) ?? [];
  if (model === undefined) return null;
  if (kind === 'single-types') return { model, documentId: '' };
  return id === undefined ? null : { model, documentId: id === 'create' || id === 'clone' ? null : id };
};

/** The part of the browser's location that says what a page shows. */
export interface PageAddress {
  pathname: string;
  /** The query, with the language of the content. */
  search: string;
}

/**
 * Whether a form may not change what is shared between languages: in every language but the default, as soon as the
 * document exists in the default language. What is made in another language first has its shared values there.
 * @param defaultLocale null while it is not known
 */
export const isLocked = (model: string, { pathname, search }: PageAddress, defaultLocale: string | null): boolean => {
  const locale = new URLSearchParams(search).get('plugins[i18n][locale]');
  if (locale === null || defaultLocale === null || locale === defaultLocale) return false;

  const page = pageDocumentOf(pathname);
  // A relation's window shows a document of which the address says nothing.
  if (page?.model !== model) return lastKnownLocales(model)?.has(defaultLocale) ?? false;
  if (page.documentId === null) return false;
  return knownLocales(model, page.documentId)?.has(defaultLocale) ?? true;
};
