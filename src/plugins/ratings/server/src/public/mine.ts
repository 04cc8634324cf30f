import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { notRateable } from '../errors';
import type { Answer } from '../http/send';
import { readBody } from '../http/read-body';
import { ratingsService } from '../services/access';
import type { Identity } from '../services/voters';
import type { Tally, Target } from '../summary';
import type { Visitor } from '../voter/token';
import type { Score, Voter } from '../votes/ballot';
import { findTarget } from './find-target';
import { readBallot } from './read-ballot';
import type { RouteMatch } from './route';

/** The summary with the voter's own score; `voterToken` where it is new to the voter. */
const answerOf = (strapi: Core.Strapi, tally: Tally, mine: number | null, fresh: Visitor | null): Answer => ({
  status: 200,
  cache: 'private',
  body: {
    data: {
      ...ratingsService(strapi, 'summaries').of(tally),
      mine,
      ...(fresh ? { voterToken: fresh.token } : {}),
    },
    meta: {},
  },
});

/** The voter of a request; a visitor who has signed in becomes the member, votes and all. */
const voterOf = async (strapi: Core.Strapi, ctx: Context, { member, visitor }: Identity): Promise<Voter | null> => {
  if (!member) return visitor?.voter ?? null;
  if (visitor && (await ratingsService(strapi, 'votes').merge(visitor.voter, member)))
    ratingsService(strapi, 'voters').forget(ctx);
  return member;
};

/** `GET …/mine` */
export const showMine = async (strapi: Core.Strapi, ctx: Context, match: RouteMatch, locale: string | undefined) => {
  const collection = ratingsService(strapi, 'targets').get(match.collection);
  const { documentId } = await findTarget(collection, match.id, locale);
  const target = { collection: collection.name, documentId };
  const voter = await voterOf(strapi, ctx, await ratingsService(strapi, 'voters').identify(ctx));
  const votes = ratingsService(strapi, 'votes');
  const mine = voter ? await votes.scoreOf({ ...target, voterKey: voter.key }) : null;
  return answerOf(strapi, await votes.tally(target), mine, null);
};

/** Casts for somebody of whom nothing is counted yet, if the address has votes left. */
const castNew = (strapi: Core.Strapi, ctx: Context, target: Target, voter: Voter, score: Score) =>
  ratingsService(strapi, 'throttle').around(ctx, target, async () => {
    const result = await ratingsService(strapi, 'votes').cast({ ...target, voter, score });
    return { isNew: result.before === null, result };
  });

/** `PUT …/mine` */
export const putMine = async (strapi: Core.Strapi, ctx: Context, match: RouteMatch, locale: string | undefined) => {
  const collection = ratingsService(strapi, 'targets').get(match.collection);
  const score = readBallot(await readBody(ctx));
  const found = await findTarget(collection, match.id, locale);
  const target = { collection: collection.name, documentId: found.documentId };
  if (found.state === 'closed') throw notRateable(found.reason, target);

  const voters = ratingsService(strapi, 'voters');
  const votes = ratingsService(strapi, 'votes');
  const identity = await voters.identify(ctx);
  const voter = await voterOf(strapi, ctx, identity);
  if (identity.member) {
    const { tally } = await votes.cast({ ...target, voter: identity.member, score });
    return answerOf(strapi, tally, score, null);
  }
  const visitor = identity.visitor ?? voters.issue();
  const isKnownHere = voter !== null && (await votes.scoreOf({ ...target, voterKey: voter.key })) !== null;
  const { tally } = isKnownHere
    ? await votes.cast({ ...target, voter: visitor.voter, score })
    : await castNew(strapi, ctx, target, visitor.voter, score);
  // Only once it has counted: nobody is known by a vote that was refused.
  if (visitor.isFresh) voters.remember(ctx, visitor);
  return answerOf(strapi, tally, score, visitor.isFresh ? visitor : null);
};

/** `DELETE …/mine`. A vote may be taken back also where none may be given any more. */
export const deleteMine = async (strapi: Core.Strapi, ctx: Context, match: RouteMatch, locale: string | undefined) => {
  const collection = ratingsService(strapi, 'targets').get(match.collection);
  const { documentId } = await findTarget(collection, match.id, locale);
  const target = { collection: collection.name, documentId };
  const voter = await voterOf(strapi, ctx, await ratingsService(strapi, 'voters').identify(ctx));
  const votes = ratingsService(strapi, 'votes');
  if (!voter) return answerOf(strapi, await votes.tally(target), null, null);
  const { tally } = await votes.cast({ ...target, voter, score: null });
  return answerOf(strapi, tally, null, null);
};
