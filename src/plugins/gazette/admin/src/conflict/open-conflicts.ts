import { useSyncExternalStore } from 'react';
import type { StoredRevision } from './stored-revision';

/** A refused save whose editor has not yet decided what to do. */
export interface Conflict {
  stored: StoredRevision;
  /** Lets the form take the stored version. */
  release(): void;
}

const conflicts = new Map<string, Conflict>();
const subscribers = new Set<() => void>();

const subscribe = (subscriber: () => void) => {
  subscribers.add(subscriber);
  return () => {
    subscribers.delete(subscriber);
  };
};

/** Names a document; a single type has no id. */
export const conflictKey = (model: string, documentId: string | undefined): string => `${model}:${documentId ?? ''}`;

export const openConflict = (key: string, conflict: Conflict): void => {
  conflicts.set(key, conflict);
  subscribers.forEach((notify) => notify());
};

export const closeConflict = (key: string): void => {
  if (conflicts.delete(key)) subscribers.forEach((notify) => notify());
};

/** The conflict of one document; undefined when there is none. Kept in this page only, never stored. */
export const useConflict = (key: string): Conflict | undefined =>
  useSyncExternalStore(subscribe, () => conflicts.get(key));
