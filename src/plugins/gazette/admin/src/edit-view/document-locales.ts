import { apiActionOf, isRecord, type StoreMiddleware } from '../store/api-action';

/** The locales in which a document has a row, by model and document, as the server said last. */
const locales = new Map<string, ReadonlySet<string>>();

/** By model, the document that was opened last. */
const lastOpened = new Map<string, string>();

const keyOf = (model: string, documentId: string): string => `${model}:${documentId}`;

const localeOf = (row: unknown): string[] => (isRecord(row) && typeof row.locale === 'string' ? [row.locale] : []);

/** The locales that an answer to `getDocument` names: the row's own, and those that it lists beside it. */
export const localesIn = (answer: unknown): ReadonlySet<string> => {
  if (!isRecord(answer)) return new Set();
  const others =
    isRecord(answer.meta) && Array.isArray(answer.meta.availableLocales) ? answer.meta.availableLocales : [];
  return new Set([...localeOf(answer.data), ...others.flatMap(localeOf)]);
};

/** Notes in which locales a document exists, where an action of the admin's store brings the document. */
export const noteLocales = (action: unknown): void => {
  const request = apiActionOf(action);
  if (request?.endpoint !== 'getDocument' || request.phase !== 'fulfilled' || !isRecord(request.args)) return;
  const { model, documentId } = request.args;
  if (typeof model !== 'string') return;
  const id = typeof documentId === 'string' ? documentId : '';
  locales.set(keyOf(model, id), localesIn(request.payload));
  lastOpened.set(model, id);
};

/** Does so before the content manager shows the document's form. Observes only. */
export const observeDocumentLocales: StoreMiddleware = () => () => (next) => (action) => {
  noteLocales(action);
  return next(action);
};

/**
 * Where a document exists; undefined as long as the server has not said.
 * @param documentId empty for a single type
 */
export const knownLocales = (model: string, documentId: string): ReadonlySet<string> | undefined =>
  locales.get(keyOf(model, documentId));

/** The same of the document of a type that was opened last; for forms that the page's address does not name. */
export const lastKnownLocales = (model: string): ReadonlySet<string> | undefined => {
  const documentId = lastOpened.get(model);
  return documentId === undefined ? undefined : knownLocales(model, documentId);
};
