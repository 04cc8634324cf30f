import type { StrapiApp } from '@strapi/strapi/admin';

type StoreMiddleware = Parameters<StrapiApp['addMiddlewares']>[0][number];

/** A change of a document that the server has accepted. */
export interface Save {
  model: string;
  /** '' for one that was just made, and for a single type. */
  documentId: string;
}

const SAVES = new Set(['createDocument', 'updateDocument', 'publishDocument', 'discardDocument', 'deleteDocument']);
const FULFILLED = /\/executeMutation\/fulfilled$/;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Reads an action of the admin's store; null for one that is no accepted change of a document. */
export const saveOf = (action: unknown): Save | null => {
  if (!isRecord(action) || typeof action.type !== 'string' || !FULFILLED.test(action.type)) return null;
  const arg = isRecord(action.meta) ? action.meta.arg : null;
  if (!isRecord(arg) || !SAVES.has(String(arg.endpointName)) || !isRecord(arg.originalArgs)) return null;
  const { model, documentId } = arg.originalArgs;
  return typeof model === 'string' ? { model, documentId: typeof documentId === 'string' ? documentId : '' } : null;
};

type Listener = (save: Save) => void;

const listeners = new Set<Listener>();

/** Calls `listener` with every accepted change from now on. Returns what ends it. */
export const onSave = (listener: Listener): (() => void) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
};

/** Observes only. */
export const observeSaves: StoreMiddleware = () => () => (next) => (action) => {
  const result = next(action);
  const save = saveOf(action);
  if (save !== null) listeners.forEach((listener) => listener(save));
  return result;
};
