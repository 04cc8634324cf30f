import { randomUUID } from 'node:crypto';
import type { Target } from '../summary';
import { voteKey, type StoredVote, type VoteRemoval, type VoteWrite } from '../votes/ballot';
import type { Statement } from './script';
import type { Tables } from './tables';

/** A voter on a target. */
export type Place = Target & { voterKey: string };

interface VoteRow {
  collection: string;
  documentId: string;
  voterKey: string;
  score: number;
  updatedAt: Date | number;
  votedOn: string | null;
}

const two = (number: number, digits = 2): string => String(number).padStart(digits, '0');

/** A moment as Strapi stores it: milliseconds on SQLite; on PostgreSQL the time of this process's own clock, as pg writes dates. */
export const momentOf = ({ client }: Tables, milliseconds: number): string | number => {
  if (client === 'sqlite') return milliseconds;
  const at = new Date(milliseconds);
  const day = [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join('-');
  return `${day} ${[at.getHours(), at.getMinutes(), at.getSeconds()].map((part) => two(part)).join(':')}.${two(at.getMilliseconds(), 3)}`;
};

/**
 * A documentId for a vote: 24 characters like those that Strapi gives. They begin with the time, so that the table's keys
 * grow at their end, which costs a fraction of growing everywhere.
 */
export const newDocumentId = (now: number): string =>
  `v${now.toString(36).padStart(9, '0')}${randomUUID().replaceAll('-', '').slice(0, 14)}`;

const placesOf = (places: readonly Place[]): string[][] => [
  places.map(({ collection }) => collection),
  places.map(({ documentId }) => documentId),
  places.map(({ voterKey }) => voterKey),
];

const COLUMNS = `v.collection, v.target AS "documentId", v.voter_key AS "voterKey", v.score, v.updated_at AS "updatedAt",
  CAST(v.voted_on AS TEXT) AS "votedOn"`;

/**
 * The votes of voters on targets; see `votesFrom`. On PostgreSQL they are locked as well: what forgets whose a vote is asks
 * for no tally, and a vote that is forgotten between this and its change would be counted as one and stored as two.
 */
export const votesAtSql = (t: Tables, places: readonly Place[]): Statement[] =>
  t.client === 'postgres'
    ? [
        {
          sql: `SELECT ${COLUMNS} FROM unnest(?::text[], ?::text[], ?::text[]) AS w (collection, target, voter_key)
                JOIN ${t.votes} v ON v.collection = w.collection AND v.target = w.target AND v.voter_key = w.voter_key
                FOR UPDATE OF v`,
          values: placesOf(places),
        },
      ]
    : places.map(({ collection, documentId, voterKey }) => ({
        sql: `SELECT ${COLUMNS} FROM ${t.votes} v WHERE v.collection = ? AND v.target = ? AND v.voter_key = ?`,
        values: [collection, documentId, voterKey],
      }));

/** What `votesAtSql` finds, by `voteKey`. */
export const votesFrom = (answers: readonly unknown[][]): Map<string, StoredVote> =>
  new Map(
    // The columns are those of `votesAtSql`.
    (answers.flat() as VoteRow[]).map(({ voterKey, score, updatedAt, votedOn, ...target }) => [
      voteKey(target, voterKey),
      { score, updatedAt: Number(updatedAt), votedOn },
    ]),
  );

const INTO =
  '(document_id, collection, target, voter_key, member, origin, score, voted_on, created_at, updated_at, published_at)';
const BEHIND = `ON CONFLICT (collection, target, voter_key) DO UPDATE SET score = excluded.score, updated_at = excluded.updated_at`;

const TYPES = ['text', 'text', 'text', 'text', 'text', 'text', 'int', 'date', 'timestamp', 'timestamp', 'timestamp'];

/** Writes votes. @param day of those that are new and bring none along, YYYY-MM-DD */
export const putVotesSql = (t: Tables, votes: readonly VoteWrite[], day: string): Statement[] => {
  const lines = votes.map(({ collection, documentId, voter, score, updatedAt, votedOn }) => {
    const at = momentOf(t, updatedAt);
    return [
      ...[newDocumentId(updatedAt), collection, documentId, voter.key, voter.member, voter.origin, score],
      votedOn ?? day,
      ...[at, at, at],
    ];
  });
  if (lines.length === 0) return [];
  if (t.client === 'sqlite') {
    const marks = INTO.replace(/[a-z_]+/g, '?');
    return lines.map((values) => ({ sql: `INSERT INTO ${t.votes} ${INTO} VALUES ${marks} ${BEHIND}`, values }));
  }
  const columns = TYPES.map((type) => `?::${type}[]`).join(', ');
  return [
    {
      sql: `INSERT INTO ${t.votes} ${INTO} SELECT * FROM unnest(${columns}) ${BEHIND}`,
      values: TYPES.map((_, column) => lines.map((line) => line[column] ?? null)),
    },
  ];
};

export const removeVotesSql = (t: Tables, removals: readonly VoteRemoval[]): Statement[] => {
  if (removals.length === 0) return [];
  if (t.client === 'sqlite')
    return removals.map(({ collection, documentId, voterKey }) => ({
      sql: `DELETE FROM ${t.votes} WHERE collection = ? AND target = ? AND voter_key = ?`,
      values: [collection, documentId, voterKey],
    }));
  return [
    {
      sql: `DELETE FROM ${t.votes} v USING unnest(?::text[], ?::text[], ?::text[]) AS w (collection, target, voter_key)
            WHERE v.collection = w.collection AND v.target = w.target AND v.voter_key = w.voter_key`,
      values: placesOf(removals),
    },
  ];
};

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
