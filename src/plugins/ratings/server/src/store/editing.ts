import type { Target } from '../summary';
import { rows, run, type Script, type Statement } from './script';
import type { Tables } from './tables';

/** A vote as editors see it: nothing that tells who it was. */
export interface VoteLine {
  id: string;
  collection: string;
  documentId: string;
  score: number;
  origin: 'visitor' | 'member';
  /** The day of the first vote. */
  votedOn: string | null;
  createdAt: Date | number;
  updatedAt: Date | number;
}

const VOTE = `document_id AS id, collection, target AS "documentId", score, origin, CAST(voted_on AS TEXT) AS "votedOn",
  created_at AS "createdAt", updated_at AS "updatedAt"`;

/** A page of the votes on a target, the newest first. */
export const votesPageSql = (
  t: Tables,
  { collection, documentId }: Target,
  limit: number,
  offset: number,
): Statement => ({
  sql: `SELECT ${VOTE} FROM ${t.votes} WHERE collection = ? AND target = ? ORDER BY updated_at DESC, document_id LIMIT ? OFFSET ?`,
  values: [collection, documentId, limit, offset],
});

/** Votes on a target in the order of their ids, for a walk over all of them. @param after the id of the last one; '' for the first part */
export const votesAfterSql = (
  t: Tables,
  { collection, documentId }: Target,
  after: string,
  limit: number,
): Statement => ({
  sql: `SELECT ${VOTE} FROM ${t.votes} WHERE collection = ? AND target = ? AND document_id > ? ORDER BY document_id LIMIT ?`,
  values: [collection, documentId, after, limit],
});

/** How many votes a target has: a row with `count`. */
export const votesCountSql = (t: Tables, { collection, documentId }: Target): Statement => ({
  sql: `SELECT COUNT(*) AS count FROM ${t.votes} WHERE collection = ? AND target = ?`,
  values: [collection, documentId],
});

/** By day of the first vote: `day`, `count`, `sum`. */
export const trendSql = (t: Tables, { collection, documentId }: Target, from: string): Statement => ({
  sql: `SELECT CAST(voted_on AS TEXT) AS day, COUNT(*) AS count, SUM(score) AS sum FROM ${t.votes}
        WHERE collection = ? AND target = ? AND voted_on >= ? GROUP BY voted_on ORDER BY voted_on`,
  values: [collection, documentId, from],
});

/** How a target's tallies rank: by a bayesian average, or by the number of votes. */
export const topSql = (
  t: Tables,
  collection: string,
  by: 'best' | 'most',
  { votes, mean }: { votes: number; mean: number },
  limit: number,
): Statement => {
  const count = '(n1 + n2 + n3 + n4 + n5 + opening_count)';
  const sum = '(n1 + 2 * n2 + 3 * n3 + 4 * n4 + 5 * n5 + opening_sum)';
  // Whole numbers from the settings, and a mean that is one or a fraction: no text of a client's.
  const bayesian = `(${sum} + ${votes * mean}) * 1.0 / (${count} + ${votes})`;
  const order = by === 'best' ? `${bayesian} DESC, ${count} DESC` : `${count} DESC, ${bayesian} DESC`;
  return {
    sql: `SELECT collection, document_id AS "documentId", n1, n2, n3, n4, n5, opening_count AS "openingCount", opening_sum AS "openingSum",
            revision, updated_at AS "updatedAt" FROM ${t.summaries}
          WHERE collection = ? AND ${count} > 0 ORDER BY ${order}, document_id LIMIT ?`,
    values: [collection, limit],
  };
};

export interface EventLine {
  id: number | string;
  at: string;
  event: string;
  voteId: string;
  score: number;
  origin: string;
  votedOn: string | null;
  whoId: string;
  whoName: string;
  reason: string;
}

/** What was done to the votes on a target by hand, the latest first. */
export const eventsSql = (t: Tables, { collection, documentId }: Target, limit: number): Statement => ({
  sql: `SELECT id, at, event, vote_id AS "voteId", score, origin, voted_on AS "votedOn", who_id AS "whoId", who_name AS "whoName", reason
        FROM ${t.events} WHERE collection = ? AND document_id = ? ORDER BY id DESC LIMIT ?`,
  values: [collection, documentId, limit],
});

/** One vote by its id. */
export const voteSql = (t: Tables, id: string): Statement => ({
  sql: `SELECT ${VOTE} FROM ${t.votes} WHERE document_id = ?`,
  values: [id],
});

/** Removes a vote by its id. @returns the vote, or null where it was gone already */
export function* removeVote(t: Tables, id: string): Script<VoteLine | null> {
  const [found] = yield* rows<VoteLine>(`DELETE FROM ${t.votes} WHERE document_id = ? RETURNING ${VOTE}`, [id]);
  return found ?? null;
}

export interface NewEvent {
  at: string;
  event: 'annulled';
  vote: VoteLine;
  who: { id: string; name: string };
  reason: string;
}

export function* putEvent(t: Tables, { at, event, vote, who, reason }: NewEvent): Script<void> {
  yield* run(
    `INSERT INTO ${t.events} (at, event, collection, document_id, vote_id, score, origin, voted_on, who_id, who_name, reason)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      at,
      event,
      vote.collection,
      vote.documentId,
      vote.id,
      vote.score,
      vote.origin,
      vote.votedOn,
      who.id,
      who.name,
      reason,
    ],
  );
}

/** A batch of the retention: forgets the keys of visitors who have not voted since. Its rows are those that it forgot. */
export const forgetVisitorsSql = (t: Tables, before: string | number, limit: number): Statement => {
  // The conditions stand outside as well: of a vote that is changed at this very moment the key must stay.
  const isOld = `origin = 'visitor' AND voter_key IS NOT NULL AND updated_at < ?`;
  return {
    sql: `UPDATE ${t.votes} SET voter_key = NULL WHERE id IN (SELECT id FROM ${t.votes} WHERE ${isOld} LIMIT ?) AND ${isOld} RETURNING id`,
    values: [before, limit, before],
  };
};
