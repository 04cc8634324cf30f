import type { Core } from '@strapi/strapi';
import { isRecord } from './sample-entry';

/** How far the loading has come; kept in Strapi's core store, so that a next boot goes on after a kill. */
export interface SampleProgress {
  state: 'loading' | 'done';
  /** Ids of uploaded files by their path in the sample folder. */
  files: Record<string, number>;
  /** Document ids by `collection/key`. */
  documents: Record<string, string>;
  /** `collection/key` of what is linked and, if it should be, published. */
  finished: string[];
}

const KEY = { type: 'core', key: 'sample-content' } as const;

export const emptyProgress = (): SampleProgress => ({ state: 'loading', files: {}, documents: {}, finished: [] });

/** The progress stored, or null when sample content was never begun. */
export async function readProgress(strapi: Core.Strapi): Promise<SampleProgress | null> {
  const stored: unknown = await strapi.store.get(KEY);
  if (!isRecord(stored)) return null;
  return {
    state: stored.state === 'done' ? 'done' : 'loading',
    files: valuesWhere(stored.files, (value): value is number => typeof value === 'number'),
    documents: valuesWhere(stored.documents, (value): value is string => typeof value === 'string'),
    finished: Array.isArray(stored.finished) ? stored.finished.map(String) : [],
  };
}

function valuesWhere<Value>(stored: unknown, fits: (value: unknown) => value is Value): Record<string, Value> {
  const values: Record<string, Value> = {};
  if (!isRecord(stored)) return values;
  for (const [name, value] of Object.entries(stored)) if (fits(value)) values[name] = value;
  return values;
}

/** Stores the progress; inside `strapi.db.transaction` it is written with the entry it tells of, or not at all. */
export async function writeProgress(strapi: Core.Strapi, progress: SampleProgress): Promise<void> {
  await strapi.store.set({ ...KEY, value: progress });
}
