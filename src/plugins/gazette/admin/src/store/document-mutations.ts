import { apiActionOf, isRecord, type ApiAction, type StoreMiddleware } from './api-action';

/** One step of a change that the admin asks the server for. */
export interface DocumentMutation {
  /** The content manager's name of the change: `updateDocument`, `publishDocument`, `discardDocument`... */
  endpoint: string;
  phase: ApiAction['phase'];
  model: string;
  /** Absent for a single type and for a document that is being created. */
  documentId: string | undefined;
  /** The server's answer, where the phase is `rejected`. */
  error: unknown;
}

type Listener = (mutation: DocumentMutation) => void;

const listeners = new Set<Listener>();

/** Reads an action of the admin's store; null for one that is no change of a document. */
export const documentMutationOf = (action: unknown): DocumentMutation | null => {
  const request = apiActionOf(action);
  if (request?.kind !== 'mutation' || !isRecord(request.args)) return null;
  const { endpoint, phase, payload } = request;
  const { model, documentId } = request.args;
  if (typeof model !== 'string') return null;
  return {
    endpoint,
    phase,
    model,
    documentId: typeof documentId === 'string' ? documentId : undefined,
    error: phase === 'rejected' ? payload : undefined,
  };
};

/**
 * Tells listeners of every change of a document, at its start before the content manager touches the form's data, at
 * its end before the form hears of it. Observes only.
 */
export const observeDocumentMutations: StoreMiddleware = () => () => (next) => (action) => {
  const mutation = documentMutationOf(action);
  if (mutation !== null) listeners.forEach((listener) => listener(mutation));
  return next(action);
};

/** @returns ends the listening */
export const onDocumentMutation = (listener: Listener): (() => void) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
};
