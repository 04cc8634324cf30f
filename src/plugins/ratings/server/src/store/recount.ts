import type { Histogram, Target } from '../summary';
import { rows, type Script, type Statement } from './script';
import type { Tables } from './tables';

/** How many votes of one score a target has. */
export interface CountedRow extends Target {
  score: number;
  votes: number | string;
}

/** Counts the votes on a target. */
export function* countVotes(t: Tables, { collection, documentId }: Target): Script<Histogram> {
  const found = yield* rows<{ score: number; votes: number | string }>(
    `SELECT score, COUNT(*) AS votes FROM ${t.votes} WHERE collection = ? AND target = ? GROUP BY score`,
    [collection, documentId],
  );
  const of = (score: number) => Number(found.find((row) => row.score === score)?.votes ?? 0);
  return [of(1), of(2), of(3), of(4), of(5)];
}

/** The votes of all targets behind one and up to another, in the order of their keys; to the end where that is null. */
export const histogramsAfterSql = (t: Tables, after: Target, last: Target | null): Statement => {
  // Keys are compared by code point, as the summaries' own are.
  const key = t.client === 'postgres' ? '(collection COLLATE "C", target COLLATE "C")' : '(collection, target)';
  return {
    sql: `SELECT collection, target AS "documentId", score, COUNT(*) AS votes FROM ${t.votes}
          WHERE ${key} > (?, ?)${last ? ` AND ${key} <= (?, ?)` : ''} GROUP BY collection, target, score`,
    values: [after.collection, after.documentId, ...(last ? [last.collection, last.documentId] : [])],
  };
};
