import { decideBallots, targetKey, type Ballot, type Decision } from '../votes/ballot';
import type { Tally } from '../summary';
import { atTheEnd, type Script, type Statement } from './script';
import type { Tables } from './tables';
import {
  addToTalliesSql,
  distinct,
  lockTallies,
  talliesAmong,
  talliesOfSql,
  tallyFrom,
  type TallyRow,
} from './tallies';
import { momentOf, newDocumentId, putVotesSql, removeVotesSql, votesAtSql, votesFrom } from './votes';

/** What became of a batch of ballots. */
export interface CastBatch {
  /** By ballot: the voter's score before; null for a vote that is new. */
  before: (number | null)[];
  /** The tallies of the targets that the batch has changed. */
  changed: Tally[];
  /** Those of the others. */
  same: Tally[];
}

/** What a decision changes, in statements; the tallies come last. @param day on which new votes are given, YYYY-MM-DD */
export const decisionSql = (t: Tables, decision: Decision, day: string, now: number): Statement[] => [
  ...removeVotesSql(t, decision.removals),
  ...putVotesSql(t, decision.writes, day),
  ...addToTalliesSql(t, decision.deltas, now),
];

interface CastRow extends TallyRow {
  before: number | null;
  isChanged: boolean;
}

/** The whole batch as one statement: see the function's migration. */
const castSql = (t: Tables, ballots: readonly Ballot[], day: string, now: number): Statement => ({
  sql: `SELECT * FROM ${t.cast}(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::int[], ?::text[], ?::date, ?::timestamp, ?::bigint)`,
  values: [
    ballots.map(({ collection }) => collection),
    ballots.map(({ documentId }) => documentId),
    ballots.map(({ voter }) => voter.key),
    ballots.map(({ voter }) => voter.member),
    ballots.map(({ voter }) => voter.origin),
    ballots.map(({ score }) => score),
    ballots.map(() => newDocumentId(now)),
    day,
    momentOf(t, now),
    now,
  ],
});

function* castAtOnce(t: Tables, ballots: readonly Ballot[], day: string, now: number): Script<CastBatch> {
  const [answer = []] = yield* atTheEnd([castSql(t, ballots, day, now)]);
  // The columns are those of the function.
  const rows = answer as CastRow[];
  const tallies = (isChanged: boolean) => [
    ...new Map(
      rows.filter((row) => row.isChanged === isChanged).map((row) => [targetKey(row), tallyFrom(row)]),
    ).values(),
  ];
  return { before: rows.map(({ before }) => before), changed: tallies(true), same: tallies(false) };
}

function* castStepByStep(t: Tables, ballots: readonly Ballot[], day: string, now: number): Script<CastBatch> {
  const targets = distinct(ballots);
  const places = ballots.map(({ voter, ...target }) => ({ ...target, voterKey: voter.key }));
  const stored = votesFrom(yield* lockTallies(t, targets, now, votesAtSql(t, places)));
  const decision = decideBallots(ballots, stored, now);
  const isChanged = (target: { collection: string; documentId: string }) => decision.deltas.has(targetKey(target));
  const unchanged = targets.filter((target) => !isChanged(target));
  const tallies = talliesAmong(yield* atTheEnd([...decisionSql(t, decision, day, now), ...talliesOfSql(t, unchanged)]));
  return {
    before: decision.before,
    changed: tallies.filter(isChanged),
    same: tallies.filter((tally) => !isChanged(tally)),
  };
}

/** Casts ballots, all or none, one after another, each counted as it is written. */
export const castBallots = (t: Tables, ballots: readonly Ballot[], day: string, now: number): Script<CastBatch> =>
  t.client === 'postgres' ? castAtOnce(t, ballots, day, now) : castStepByStep(t, ballots, day, now);
