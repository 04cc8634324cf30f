import type { StrapiApp } from '@strapi/strapi/admin';

/** One step of a change that the admin asks the server for. */
export interface DocumentMutation {
  /** The content manager's name of the change: `updateDocument`, `publishDocument`, `discardDocument`... */
  endpoint: string;
  phase: 'pending' | 'fulfilled' | 'rejected';
  model: string;
  /** Absent for a single type and for a document that is being created. */
  documentId: string | undefined;
  /** The server's answer, where the phase is `rejected`. */
  error: unknown;
}

type Listener = (mutation: DocumentMutation) => void;
type Middlewares = Parameters<StrapiApp['addMiddlewares']>[0];

const PHASES = ['pending', 'fulfilled', 'rejected'] as const;

const listeners = new Set<Listener>();

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Reads an action of the admin's store; null for one that is no change of a document. */
export const documentMutationOf = (action: unknown): DocumentMutation | null => {
  if (!isRecord(action) || typeof action.type !== 'string' || !isRecord(action.meta)) return null;
  const { type } = action;
  const phase = PHASES.find((name) => type.endsWith(`/executeMutation/${name}`));
  const { arg } = action.meta;
  if (phase === undefined || !isRecord(arg) || !isRecord(arg.originalArgs)) return null;
  const { endpointName, originalArgs } = arg;
  const { model, documentId } = originalArgs;
  if (typeof endpointName !== 'string' || typeof model !== 'string') return null;
  return {
    endpoint: endpointName,
    phase,
    model,
    documentId: typeof documentId === 'string' ? documentId : undefined,
    error: phase === 'rejected' ? action.payload : undefined,
  };
};

/**
 * Tells listeners of every change of a document, at its start before the content manager touches the form's data, at
 * its end before the form hears of it. Observes only.
 */
export const observeDocumentMutations: Middlewares[number] = () => () => (next) => (action) => {
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
