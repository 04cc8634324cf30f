import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify/sync';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { notFound, RatingError } from '../errors';
import { ratingsService } from '../services/access';
import { refuseNul } from './answering';

const VOTE_COLUMNS = ['collection', 'documentId', 'vote', 'score', 'origin', 'votedOn', 'createdAt', 'updatedAt'];
const SUMMARY_COLUMNS = [
  ...['collection', 'documentId', 'title', 'url', 'count', 'sum', 'average', 'bayesian'],
  ...['votes1', 'votes2', 'votes3', 'votes4', 'votes5', 'openingCount', 'openingSum'],
];

/** Spreadsheets read a file as UTF-8 by this mark only. */
const MARK = '\uFEFF';

/** A title that begins with = is a text to whoever opens the file, and no formula. */
const line = (cells: readonly unknown[]): string => stringify([[...cells]], { escape_formulas: true });

async function* csv(columns: readonly string[], parts: AsyncIterable<unknown[][]>): AsyncGenerator<string> {
  yield MARK + line(columns);
  for await (const part of parts) yield part.map(line).join('');
}

const withoutEnding = (name: string): string => {
  if (!name.endsWith('.csv')) throw notFound('An export ends in .csv, for example /ratings/export/{collection}.csv.');
  return name.slice(0, -'.csv'.length);
};

/** Votes and summaries as CSV, sent as they are read. */
export const exportsController = ({ strapi }: { strapi: Core.Strapi }) => {
  const editing = () => ratingsService(strapi, 'editing');
  const collectionOf = (name: string) => ratingsService(strapi, 'targets').get(name).name;

  const send = (ctx: Context, name: string, columns: readonly string[], parts: AsyncIterable<unknown[][]>): void => {
    ctx.set('Cache-Control', 'no-store');
    // Both names are of letters, digits and hyphens.
    ctx.set('Content-Disposition', `attachment; filename="ratings-${name.replace(/[^\w-]/g, '')}.csv"`);
    ctx.type = 'text/csv; charset=utf-8';
    ctx.body = Readable.from(csv(columns, parts));
  };

  const orError =
    (work: (ctx: Context) => void) =>
    (ctx: Context): void => {
      try {
        refuseNul(ctx);
        work(ctx);
      } catch (error) {
        if (!(error instanceof RatingError)) throw error;
        ctx.status = error.status;
        ctx.body = error.toBody();
      }
    };

  async function* voteLines(collection: string, documentId: string): AsyncGenerator<unknown[][]> {
    for await (const votes of editing().everyVote({ collection, documentId }))
      yield votes.map(({ id, score, origin, votedOn, createdAt, updatedAt }) => [
        ...[collection, documentId, id, score, origin, votedOn, createdAt, updatedAt],
      ]);
  }

  async function* summaryLines(collection: string): AsyncGenerator<unknown[][]> {
    for await (const summaries of editing().everySummary(collection))
      yield summaries.map(({ documentId, item, count, sum, average, bayesian, histogram, opening }) => [
        ...[collection, documentId, item?.title ?? '', item?.url ?? '', count, sum, average, bayesian],
        ...[...histogram, opening.count, opening.sum],
      ]);
  }

  return {
    summaries: orError((ctx) => {
      const collection = collectionOf(withoutEnding(String(ctx.params.collection)));
      send(ctx, collection, SUMMARY_COLUMNS, summaryLines(collection));
    }),
    votes: orError((ctx) => {
      const collection = collectionOf(String(ctx.params.collection));
      const documentId = withoutEnding(String(ctx.params.documentId));
      send(ctx, `${collection}-${documentId}`, VOTE_COLUMNS, voteLines(collection, documentId));
    }),
  };
};
