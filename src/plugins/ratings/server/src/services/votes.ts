import type { Core } from '@strapi/strapi';
import type { RatingsConfig } from '../config';
import { overloaded } from '../errors';
import { castBallots, decisionSql } from '../store/cast';
import { distinct, lockTallies, talliesAmong, tallyFrom, tallySql, type TallyRow } from '../store/tallies';
import { scoreSql, targetsOfSql, votesAtSql, votesFrom, type Place } from '../store/votes';
import type { Database } from '../store/database';
import { together } from '../store/script';
import { emptyTally, type Tally, type Target } from '../summary';
import { decideMerge, targetKey, type Ballot, type Voter } from '../votes/ballot';
import { createBatches, type Batches } from '../votes/batches';
import { createDayOf } from '../votes/day';
import { ratingsService } from './access';

/** What became of a ballot. */
export interface Cast {
  /** The voter's score before; null for a vote that is new. */
  before: number | null;
  /** As it was when the ballot was committed, or a moment later. */
  tally: Tally;
}

/** Gives, changes and takes back votes. Each is counted in the transaction that writes it. */
export interface Votes {
  cast(ballot: Ballot): Promise<Cast>;
  /** Makes a visitor's votes a member's. Where both have voted on a target, the newer vote stays. @returns whether there were any */
  merge(visitor: Voter, member: Voter): Promise<boolean>;
  scoreOf(place: Place): Promise<number | null>;
  /** What is committed now. */
  tally(target: Target): Promise<Tally>;
  /** Waits for the votes in hand. */
  settle(): Promise<void>;
}

/** As many ballots as one transaction takes at most. */
const BATCH = 200;
/** More than these may not wait: their voters would have gone. */
const WAITING = 10_000;

export const createVotes = ({ strapi }: { strapi: Core.Strapi }): Votes => {
  const config = strapi.config.get<RatingsConfig>('plugin::ratings');
  const dayOf = createDayOf(config.timeZone);
  const database = (): Database => ratingsService(strapi, 'database').get();
  let batches: Batches<Ballot, Cast> | null = null;

  const execute = async (ballots: readonly Ballot[]): Promise<Cast[]> => {
    const { tables, write } = database();
    const now = Date.now();
    const day = dayOf(new Date(now));
    const { before, changed, same } = await write(() => castBallots(tables, ballots, day, now));
    ratingsService(strapi, 'summaries').noteChanged(changed);
    const tallies = new Map([...changed, ...same].map((tally) => [targetKey(tally), tally]));
    return ballots.map((ballot, index) => ({
      before: before[index] ?? null,
      tally: tallies.get(targetKey(ballot)) ?? emptyTally(ballot),
    }));
  };

  const queue = (): Batches<Ballot, Cast> =>
    (batches ??= createBatches(execute, {
      workers: database().writers,
      size: BATCH,
      waiting: WAITING,
      onFull: overloaded,
    }));

  return {
    cast: (ballot) => queue().add(ballot),
    async merge(visitor, member) {
      const db = database();
      const targets = await db.read<Target>(targetsOfSql(db.tables, visitor.key));
      if (targets.length === 0) return false;
      const changed = await db.write(function* () {
        const now = Date.now();
        const places = targets.flatMap((target) => [visitor, member].map(({ key }) => ({ ...target, voterKey: key })));
        const stored = votesFrom(yield* lockTallies(db.tables, distinct(targets), now, votesAtSql(db.tables, places)));
        const decision = decideMerge(targets, visitor, member, stored);
        return talliesAmong(yield* together(decisionSql(db.tables, decision, dayOf(new Date(now)), now)));
      });
      ratingsService(strapi, 'summaries').noteChanged(changed);
      return true;
    },
    async scoreOf(place) {
      const db = database();
      const [row] = await db.read<{ score: number }>(scoreSql(db.tables, place));
      return row?.score ?? null;
    },
    async tally(target) {
      const db = database();
      const [row] = await db.read<TallyRow>(tallySql(db.tables, target));
      return row ? tallyFrom(row) : emptyTally(target);
    },
    settle: async () => batches?.settle(),
  };
};
