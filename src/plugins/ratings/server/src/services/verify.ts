import { setTimeout as wait } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import type { Database } from '../store/database';
import { countVotes, histogramsAfterSql, type CountedRow } from '../store/recount';
import {
  lockTallies,
  putHistogram,
  talliesAfterSql,
  tallyCountSql,
  tallyFrom,
  tallySql,
  type TallyRow,
} from '../store/tallies';
import { rows } from '../store/script';
import { emptyTally, type Histogram, type Summary, type Tally, type Target } from '../summary';
import { targetKey } from '../votes/ballot';
import { ratingsService } from './access';

/** Something that is kept, or shown, otherwise than the votes say. */
export interface Difference {
  /** `articles abc…` */
  where: string;
  what: string;
  repaired: boolean;
}

export interface VerifyOptions {
  /** Brings what differs to what the votes say. */
  repair: boolean;
  onDifference(difference: Difference): void;
  onProgress?(progress: { collection: string; done: number; total: number }): void;
}

/** Counts every vote again. */
export interface Verifier {
  /** Runs while the site serves. @returns how many differences there are; those that were repaired count */
  all(options: VerifyOptions): Promise<number>;
}

const PART = 200;

/** By when a running server has shown a vote. */
const LAG_MS = 2_500;

type ShownSummary = Pick<Summary, 'count' | 'sum' | 'average'>;

const same = (a: Histogram, b: Histogram): boolean => a.every((votes, index) => votes === b[index]);

const inWords = (histogram: Histogram): string => histogram.join(', ');

export const createVerifier = ({ strapi }: { strapi: Core.Strapi }): Verifier => {
  const database = (): Database => ratingsService(strapi, 'database').get();

  /** Counts one target with everybody else who votes on it waiting. @returns the tally, its votes, and whether it was mended */
  const recount = (target: Target, repair: boolean): Promise<{ tally: Tally; counted: Histogram; next: Tally }> => {
    const { tables, write } = database();
    return write(function* () {
      const now = Date.now();
      yield* lockTallies(tables, [target], now);
      const read = function* () {
        const { sql, values } = tallySql(tables, target);
        const [row] = yield* rows<TallyRow>(sql, values);
        return row ? tallyFrom(row) : emptyTally(target);
      };
      const tally = yield* read();
      const counted = yield* countVotes(tables, target);
      if (repair && !same(tally.histogram, counted)) yield* putHistogram(tables, target, counted, now);
      return { tally, counted, next: yield* read() };
    });
  };

  /** Targets of which the votes, counted without a lock, are not what is kept; most often nobody voted meanwhile, and there are none. */
  async function* suspects(): AsyncGenerator<{ rows: TallyRow[]; targets: Target[] }> {
    const db = database();
    let after: Target = { collection: '', documentId: '' };
    for (;;) {
      const found = await db.read<TallyRow>(talliesAfterSql(db.tables, after, PART));
      const last = found[found.length - 1];
      const counted = await db.read<CountedRow>(histogramsAfterSql(db.tables, after, last ?? null));
      const byKey = new Map<string, number[]>();
      for (const { score, votes, ...target } of counted) {
        const histogram = byKey.get(targetKey(target)) ?? [0, 0, 0, 0, 0];
        histogram[score - 1] = Number(votes);
        byKey.set(targetKey(target), histogram);
      }
      const kept = new Map(found.map((row) => [targetKey(row), tallyFrom(row).histogram]));
      const keys = [...new Set([...byKey.keys(), ...kept.keys()])].filter((key) => {
        const [votes, histogram] = [byKey.get(key) ?? [0, 0, 0, 0, 0], kept.get(key)];
        return histogram === undefined || histogram.some((number, index) => number !== votes[index]);
      });
      const targets = keys.map((key) => {
        const [collection = '', documentId = ''] = key.split('\n');
        return { collection, documentId };
      });
      yield { rows: found, targets };
      if (!last) return;
      after = last;
    }
  }

  const shownOf = (tally: Tally): ShownSummary => {
    const { count, sum, average } = ratingsService(strapi, 'summaries').of(tally);
    return { count, sum, average };
  };

  const differFrom = async (tallies: readonly Tally[]): Promise<{ tally: Tally; there: ShownSummary | null }[]> => {
    const audience = ratingsService(strapi, 'summaries').audience();
    if (!audience || tallies.length === 0) return [];
    const shown = await audience.shown(tallies);
    return tallies
      .map((tally) => ({ tally, there: shown.get(targetKey(tally))?.summary ?? null }))
      .filter(({ tally, there }) => {
        const next = shownOf(tally);
        if (there === null) return next.count > 0;
        return there.count !== next.count || there.sum !== next.sum || there.average !== next.average;
      });
  };

  /** What is shown otherwise, and still is after the second in which it may lag. */
  const notShown = async (tallies: readonly Tally[]) => {
    const suspected = await differFrom(tallies);
    if (suspected.length === 0) return [];
    await wait(LAG_MS);
    const votes = ratingsService(strapi, 'votes');
    return differFrom(await Promise.all(suspected.map(({ tally }) => votes.tally(tally))));
  };

  return {
    async all({ repair, onDifference, onProgress }) {
      const summaries = ratingsService(strapi, 'summaries');
      const db = database();
      const [{ count: total = 0 } = {}] = await db.read<{ count: number | string }>(tallyCountSql(db.tables));
      let count = 0;
      let done = 0;
      const tell = (target: Target, what: string, repaired: boolean) => {
        count += 1;
        onDifference({ where: `${target.collection} ${target.documentId}`, what, repaired });
      };
      for await (const { rows: part, targets } of suspects()) {
        for (const target of targets) {
          const { tally, counted, next } = await recount(target, repair);
          if (same(tally.histogram, counted)) continue;
          tell(
            target,
            `the summary says ${inWords(tally.histogram)} votes of 1 to 5 points, there are ${inWords(counted)}`,
            repair,
          );
          if (repair) summaries.noteChanged([next]);
        }
        for (const { tally, there } of await notShown(part.map(tallyFrom))) {
          tell(tally, `items show ${JSON.stringify(there)}, votes say ${JSON.stringify(shownOf(tally))}`, repair);
          if (repair) summaries.noteChanged([tally]);
        }
        done += part.length;
        onProgress?.({ collection: 'ratings', done, total: Math.max(Number(total), done) });
      }
      return count;
    },
  };
};
