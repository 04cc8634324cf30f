import type { Core } from '@strapi/strapi';
import type { RatingsConfig } from '../config';
import type { Database } from '../store/database';
import { talliesAfterSql, talliesSinceSql, tallyFrom, type TallyRow } from '../store/tallies';
import { rankOf, summaryOf, type Summary, type Tally, type Target } from '../summary';
import { createCoalescer, type Coalescer } from '../summary/coalescer';
import { targetKey } from '../votes/ballot';
import { ratingsService } from './access';

/** A summary that others show. */
export interface SummaryChange extends Target {
  summary: Summary;
  /** A text that sorts by code point as items rank by their rating; see `rankOf`. */
  rank: string;
  /** Counts the changes of this summary: of two, the one with the higher revision is right. */
  revision: number;
}

/** Whoever shows summaries beside items. */
export interface SummaryAudience {
  /**
   * Shows changed summaries; all of them, or throws. Called at most once a second, with each item once. An older
   * revision than the shown one must change nothing: another instance may have been faster.
   */
  show(changes: readonly SummaryChange[]): Promise<void>;
  /** What is shown: by `{collection}\n{documentId}`, the revision and the summary. */
  shown(
    targets: readonly Target[],
  ): Promise<Map<string, { revision: number; summary: Pick<Summary, 'count' | 'sum' | 'average'> }>>;
}

/** Tells whoever shows summaries that they have changed. */
export interface Summaries {
  /** In `register`; one a host. */
  attach(audience: SummaryAudience): void;
  audience(): SummaryAudience | null;
  changeOf(tally: Tally): SummaryChange;
  of(tally: Tally): Summary;
  /** Leaves it to the next handing on to tell of these. */
  noteChanged(tallies: readonly Tally[]): void;
  /** Tells of what another process left untold, as it was killed. @param since milliseconds since 1970; all, without it */
  catchUp(since?: number): Promise<number>;
  start(): void;
  /** Tells what waits. */
  stop(): Promise<void>;
}

const EVERY_MS = 1_000;
const TOGETHER = 500;
/** How often an instance looks for what others left untold, and how far back. */
const CATCH_UP_MS = 15_000;
const CATCH_UP_BACK_MS = 300_000;

export const createSummaries = ({ strapi }: { strapi: Core.Strapi }): Summaries => {
  const { prior } = strapi.config.get<RatingsConfig>('plugin::ratings');
  let audience: SummaryAudience | null = null;
  let timer: NodeJS.Timeout | null = null;
  let coalescer: Coalescer<Tally> | null = null;
  const database = (): Database => ratingsService(strapi, 'database').get();

  const current = (): Coalescer<Tally> =>
    (coalescer ??= createCoalescer<Tally>({
      every: EVERY_MS,
      size: TOGETHER,
      newer: (a, b) => (b.revision >= a.revision ? b : a),
      send: async (tallies) => audience?.show(tallies.map(changeOf)),
      onFailure: (error) =>
        strapi.log.warn(`ratings: changed summaries could not be shown (${String(error)}); it is tried again.`),
    }));

  const changeOf = (tally: Tally): SummaryChange => ({
    collection: tally.collection,
    documentId: tally.documentId,
    summary: summaryOf(tally, prior),
    rank: rankOf(tally, prior),
    revision: tally.revision,
  });

  const noteChanged = (tallies: readonly Tally[]): void => {
    if (!audience) return;
    // Votes outlast a collection that is rated no more. Nobody shows them, and they must not hold up those behind them.
    const rated = new Set(ratingsService(strapi, 'targets').names());
    for (const tally of tallies) if (rated.has(tally.collection)) current().add(targetKey(tally), tally);
  };

  const tellUntold = async (rows: readonly TallyRow[]): Promise<number> => {
    if (!audience || rows.length === 0) return 0;
    const tallies = rows.map(tallyFrom);
    const shown = await audience.shown(tallies);
    const untold = tallies.filter((tally) => (shown.get(targetKey(tally))?.revision ?? 0) < tally.revision);
    noteChanged(untold);
    return untold.length;
  };

  const catchUp = async (since?: number): Promise<number> => {
    const db = database();
    if (since !== undefined) return tellUntold(await db.read<TallyRow>(talliesSinceSql(db.tables, since)));
    let count = 0;
    let after: Target = { collection: '', documentId: '' };
    for (;;) {
      const rows = await db.read<TallyRow>(talliesAfterSql(db.tables, after, TOGETHER));
      const last = rows[rows.length - 1];
      if (!last) return count;
      count += await tellUntold(rows);
      after = last;
    }
  };

  return {
    attach(one) {
      if (audience) throw new Error('ratings: summaries are shown by one audience, and there is one.');
      audience = one;
    },
    audience: () => audience,
    changeOf,
    of: (tally) => summaryOf(tally, prior),
    noteChanged,
    catchUp,
    start() {
      timer ??= setInterval(() => {
        catchUp(Date.now() - CATCH_UP_BACK_MS).catch((error) =>
          strapi.log.warn(`ratings: it could not be seen what is untold (${String(error)}).`),
        );
      }, CATCH_UP_MS);
      timer.unref();
    },
    async stop() {
      if (timer) clearInterval(timer);
      timer = null;
      await coalescer?.stop();
      coalescer = null;
    },
  };
};
