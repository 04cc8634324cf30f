import { randomUUID } from 'node:crypto';
import type { Target } from '../summary';
import { voteKey, type StoredVote, type VoteRemoval, type VoteWrite } from '../votes/ballot';
import { rows, run, type Script, type Statement } from './script';
import type { Tables } from './tables';

/** A voter on a target. */
export type Place = Target & { voterKey: string };

interface VoteRow {
  collection: string;
  documentId: string;
  voterKey: string;
  score: number;
  updatedAt: Date | number;
}

/** A moment as Strapi stores it: milliseconds on SQLite; on PostgreSQL what pg makes of a date. */
export const momentOf = ({ client }: Tables, milliseconds: number): Date | number =>
  client === 'postgres' ? new Date(milliseconds) : milliseconds;

/**
 * A documentId for a vote: 24 characters like those that Strapi gives. They begin with the time, so that the table's keys
 * grow at their end, which costs a fraction of growing everywhere.
 */
const newDocumentId = (now: number): string =>
  `v${now.toString(36).padStart(9, '0')}${randomUUID().replaceAll('-', '').slice(0, 14)}`;

const placesOf = (places: readonly Place[]): string[][] => [
  places.map(({ collection }) => collection),
  places.map(({ documentId }) => documentId),
  places.map(({ voterKey }) => voterKey),
];

const COLUMNS = `v.collection, v.target AS "documentId", v.voter_key AS "voterKey", v.score, v.updated_at AS "updatedAt"`;

/** The votes of voters on targets, by `voteKey`. */
export function* votesAt(t: Tables, places: readonly Place[]): Script<Map<string, StoredVote>> {
  const found: VoteRow[] = [];
  if (t.client === 'postgres') {
    found.push(
      ...(yield* rows<VoteRow>(
        `SELECT ${COLUMNS} FROM unnest(?::text[], ?::text[], ?::text[]) AS w (collection, target, voter_key)
         JOIN ${t.votes} v ON v.collection = w.collection AND v.target = w.target AND v.voter_key = w.voter_key`,
        placesOf(places),
      )),
    );
  } else {
    for (const { collection, documentId, voterKey } of places)
      found.push(
        ...(yield* rows<VoteRow>(
          `SELECT ${COLUMNS} FROM ${t.votes} v WHERE v.collection = ? AND v.target = ? AND v.voter_key = ?`,
          [collection, documentId, voterKey],
        )),
      );
  }
  return new Map(
    found.map(({ voterKey, score, updatedAt, ...target }) => [
      voteKey(target, voterKey),
      { score, updatedAt: Number(updatedAt) },
    ]),
  );
}

const INTO = '(document_id, collection, target, voter_key, member, origin, score, voted_on, created_at, updated_at, published_at)';
const BEHIND = `ON CONFLICT (collection, target, voter_key) DO UPDATE SET score = excluded.score, updated_at = excluded.updated_at`;

/** @param day of votes that are new, YYYY-MM-DD */
export function* putVotes(t: Tables, votes: readonly VoteWrite[], day: string): Script<void> {
  if (votes.length === 0) return;
  const lines = votes.map(({ collection, documentId, voter, score, updatedAt }) => {
    const at = momentOf(t, updatedAt);
    return [newDocumentId(updatedAt), collection, documentId, voter.key, voter.member, voter.origin, score, day, at, at, at];
  });
  if (t.client === 'postgres') {
    const types = ['text', 'text', 'text', 'text', 'text', 'text', 'int', 'date', 'timestamp', 'timestamp', 'timestamp'];
    yield* run(
      `INSERT INTO ${t.votes} ${INTO} SELECT * FROM unnest(${types.map((type) => `?::${type}[]`).join(', ')}) ${BEHIND}`,
      types.map((_, column) => lines.map((line) => line[column] ?? null)),
    );
    return;
  }
  const marks = INTO.replace(/[a-z_]+/g, '?');
  for (const line of lines) yield* run(`INSERT INTO ${t.votes} ${INTO} VALUES ${marks} ${BEHIND}`, line);
}

export function* removeVotes(t: Tables, removals: readonly VoteRemoval[]): Script<void> {
  if (removals.length === 0) return;
  if (t.client === 'postgres') {
    yield* run(
      `DELETE FROM ${t.votes} v USING unnest(?::text[], ?::text[], ?::text[]) AS w (collection, target, voter_key)
       WHERE v.collection = w.collection AND v.target = w.target AND v.voter_key = w.voter_key`,
      placesOf(removals),
    );
    return;
  }
  for (const { collection, documentId, voterKey } of removals)
    yield* run(`DELETE FROM ${t.votes} WHERE collection = ? AND target = ? AND voter_key = ?`, [
      collection,
      documentId,
      voterKey,
    ]);
}

/** The score that a voter has given a target: a row with `score`, or none. */
export const scoreSql = (t: Tables, { collection, documentId, voterKey }: Place): Statement => ({
  sql: `SELECT score FROM ${t.votes} WHERE collection = ? AND target = ? AND voter_key = ?`,
  values: [collection, documentId, voterKey],
});

/** The targets that a voter has voted on. */
export const targetsOfSql = (t: Tables, voterKey: string): Statement => ({
  sql: `SELECT collection, target AS "documentId" FROM ${t.votes} WHERE voter_key = ?`,
  values: [voterKey],
});
