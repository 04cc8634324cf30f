import type { Core } from '@strapi/strapi';
import type { RatingsConfig } from '../config';
import { noSuchVote } from '../errors';
import type { Database } from '../store/database';
import {
  eventsSql,
  putEvent,
  removeVote,
  topSql,
  trendSql,
  votesAfterSql,
  votesCountSql,
  votesPageSql,
  voteSql,
  type EventLine,
  type VoteLine,
} from '../store/editing';
import {
  addToTalliesSql,
  lockTallies,
  talliesAfterSql,
  talliesAmong,
  tallyFrom,
  tallySql,
  type TallyRow,
} from '../store/tallies';
import { rows, together } from '../store/script';
import { emptyTally, type Target } from '../summary';
import { createDayOf } from '../votes/day';
import { targetKey } from '../votes/ballot';
import { ratingsService } from './access';
import { iso, listed, listedEvent, type Editing } from './editing-shapes';
import type { TargetTitle } from './targets';

const TREND_DAYS = 90;
const EVENTS = 100;
const PART = 500;
const DAY_MS = 86_400_000;

export const createEditing = ({ strapi }: { strapi: Core.Strapi }): Editing => {
  const { prior, timeZone } = strapi.config.get<RatingsConfig>('plugin::ratings');
  const dayOf = createDayOf(timeZone);
  const database = (): Database => ratingsService(strapi, 'database').get();
  const summaries = () => ratingsService(strapi, 'summaries');

  const titlesOf = async (collection: string, documentIds: readonly string[]): Promise<Map<string, TargetTitle>> => {
    const rated = ratingsService(strapi, 'targets').get(collection);
    return documentIds.length > 0 && rated.titles ? rated.titles(documentIds) : new Map();
  };

  const ranked = async (collection: string, found: readonly TallyRow[]) => {
    const titles = await titlesOf(
      collection,
      found.map(({ documentId }) => documentId),
    );
    return found.map((row) => {
      const tally = tallyFrom(row);
      return {
        collection,
        documentId: tally.documentId,
        item: titles.get(tally.documentId) ?? null,
        ...summaries().of(tally),
        opening: { count: tally.openingCount, sum: tally.openingSum },
      };
    });
  };

  return {
    async overview({ collection, documentId }) {
      const target = { collection, documentId };
      const db = database();
      const [row] = await db.read<TallyRow>(tallySql(db.tables, target));
      const tally = row ? tallyFrom(row) : emptyTally(target);
      const from = dayOf(new Date(Date.now() - (TREND_DAYS - 1) * DAY_MS));
      const trend = await db.read<{ day: string; count: number | string; sum: number | string }>(
        trendSql(db.tables, target, from),
      );
      return {
        ...target,
        ...summaries().of(tally),
        opening: { count: tally.openingCount, sum: tally.openingSum },
        trend: trend.map(({ day, count, sum }) => ({ day, count: Number(count), sum: Number(sum) })),
      };
    },
    async votes(target, page, pageSize) {
      const db = database();
      const [counted] = await db.read<{ count: number | string }>(votesCountSql(db.tables, target));
      const found = await db.read<VoteLine>(votesPageSql(db.tables, target, pageSize, (page - 1) * pageSize));
      return { votes: found.map(listed), total: Number(counted?.count ?? 0) };
    },
    async events(target) {
      const db = database();
      return (await db.read<EventLine>(eventsSql(db.tables, target, EVENTS))).map(listedEvent);
    },
    async annul(voteId, who, reason) {
      const db = database();
      const [vote] = await db.read<VoteLine>(voteSql(db.tables, voteId));
      if (!vote) throw noSuchVote();
      const { changed, event } = await db.write(function* () {
        const now = Date.now();
        yield* lockTallies(db.tables, [vote], now);
        const removed = yield* removeVote(db.tables, voteId);
        if (!removed) throw noSuchVote();
        yield* putEvent(db.tables, { at: iso(now), event: 'annulled', vote: removed, who, reason });
        const histogram = [1, 2, 3, 4, 5].map((score) => (score === removed.score ? -1 : 0));
        const { collection, documentId } = removed;
        const delta = { collection, documentId, histogram };
        const tallies = talliesAmong(
          yield* together(addToTalliesSql(db.tables, new Map([[targetKey(delta), delta]]), now)),
        );
        const { sql, values } = eventsSql(db.tables, removed, 1);
        const [line] = yield* rows<EventLine>(sql, values);
        if (!line) throw new Error('ratings: the event of an annulled vote was not kept.');
        return { changed: tallies, event: listedEvent(line) };
      });
      summaries().noteChanged(changed);
      strapi.log.info(
        JSON.stringify({
          event: 'vote-annulled',
          who: `user ${who.id}`,
          when: event.at,
          vote: voteId,
          collection: vote.collection,
          documentId: vote.documentId,
          score: vote.score,
          reason,
        }),
      );
      return event;
    },
    async top(collection, limit) {
      const db = database();
      const by = async (order: 'best' | 'most') =>
        (await ranked(collection, await db.read<TallyRow>(topSql(db.tables, collection, order, prior, limit)))).map(
          ({ histogram: _histogram, opening: _opening, ...one }) => one,
        );
      return { best: await by('best'), most: await by('most') };
    },
    async *everyVote(target) {
      const db = database();
      let after = '';
      for (;;) {
        const found = await db.read<VoteLine>(votesAfterSql(db.tables, target, after, PART));
        const last = found[found.length - 1];
        if (!last) return;
        yield found.map(listed);
        after = last.id;
      }
    },
    async *everySummary(collection) {
      const db = database();
      let after: Target = { collection, documentId: '' };
      for (;;) {
        const all = await db.read<TallyRow>(talliesAfterSql(db.tables, after, PART));
        const found = all.filter((row) => row.collection === collection);
        if (found.length > 0) yield await ranked(collection, found);
        const last = found[found.length - 1];
        if (!last || found.length < PART) return;
        after = last;
      }
    },
  };
};
