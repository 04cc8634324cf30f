/** What the server says about the version that a refused save ran into. */
export interface StoredRevision {
  revision: number;
  /** Who saved it; null when the server does not know. */
  savedBy: string | null;
  /** When, as an ISO 8601 time. */
  savedAt: string;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Reads the answer to a save of an outdated text; null for every other error. */
export const storedRevisionOf = (error: unknown): StoredRevision | null => {
  if (!isRecord(error) || !isRecord(error.details)) return null;
  const { revision, savedBy, savedAt } = error.details;
  if (typeof revision !== 'number' || typeof savedAt !== 'string') return null;
  return { revision, savedBy: typeof savedBy === 'string' && savedBy !== '' ? savedBy : null, savedAt };
};
