import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { notRateable } from '../errors';
import type { Answer } from '../http/send';
import { readBody } from '../http/read-body';
import { ratingsService } from '../services/access';
import type { Identity } from '../services/voters';
import type { Tally, Target } from '../summary';
import type { Visitor } from '../voter/token';
import { voteKey, type Score, type Voter } from '../votes/ballot';
import { createTurns } from '../votes/turns';
import { findTarget } from './find-target';
import { readBallot } from './read-ballot';
import type { RouteMatch } from './route';

/** The summary with the voter's own score; `voterToken` where it is new to the voter. */
const answerOf = (
  strapi: Core.Strapi,
  tally: Tally,
  mine: number | null,
  { fresh = null, cookie = null }: { fresh?: Visitor | null; cookie?: string | null } = {},
): Answer => ({
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
  ...(cookie === null ? {} : { headers: { 'Set-Cookie': cookie } }),
});

/** The voter of a request, and what the browser is told of it. */
interface Known {
  voter: Voter | null;
  cookie: string | null;
}

/** A visitor who has signed in becomes the member, votes and all. */
const voterOf = async (strapi: Core.Strapi, ctx: Context, { member, visitor }: Identity): Promise<Known> => {
  if (!member) return { voter: visitor?.voter ?? null, cookie: null };
  const hasMerged = visitor !== null && (await ratingsService(strapi, 'votes').merge(visitor.voter, member));
  return { voter: member, cookie: hasMerged ? ratingsService(strapi, 'voters').forgetting(ctx) : null };
};

const targetOf = async (strapi: Core.Strapi, match: RouteMatch, locale: string | undefined) => {
  const collection = ratingsService(strapi, 'targets').get(match.collection);
  const found = await findTarget(collection, match.id, locale);
  const target: Target = { collection: collection.name, documentId: found.documentId };
  return { target, found };
};

/** `GET …/mine` */
export const showMine = async (strapi: Core.Strapi, ctx: Context, match: RouteMatch, locale: string | undefined) => {
  const { target } = await targetOf(strapi, match, locale);
  const { voter, cookie } = await voterOf(strapi, ctx, await ratingsService(strapi, 'voters').identify(ctx));
  const votes = ratingsService(strapi, 'votes');
  const mine = voter ? await votes.scoreOf({ ...target, voterKey: voter.key }) : null;
  return answerOf(strapi, await votes.tally(target), mine, { cookie });
};

/** Casts for somebody of whom nothing is counted yet, if the address has votes left. */
const castNew = (strapi: Core.Strapi, ctx: Context, target: Target, voter: Voter, score: Score) =>
  ratingsService(strapi, 'throttle').around(ctx, target, async () => {
    const result = await ratingsService(strapi, 'votes').cast({ ...target, voter, score });
    return { isNew: result.before === null, result };
  });

const turns = createTurns();

const putAsVisitor = async (strapi: Core.Strapi, ctx: Context, target: Target, sent: Visitor | null, score: Score) => {
  const votes = ratingsService(strapi, 'votes');
  const visitor = sent ?? ratingsService(strapi, 'voters').issue();
  const { voter } = visitor;
  const isKnownHere = async () => sent !== null && (await votes.scoreOf({ ...target, voterKey: voter.key })) !== null;
  const castKnown = () => votes.cast({ ...target, voter, score });
  // Of several first votes that one visitor sends at once only the first is new; the others take none of the address's.
  const { tally } = (await isKnownHere())
    ? await castKnown()
    : await turns(voteKey(target, voter.key), async () =>
        (await isKnownHere()) ? castKnown() : castNew(strapi, ctx, target, voter, score),
      );
  if (!visitor.isFresh) return answerOf(strapi, tally, score);
  // Only once it has counted: nobody is known by a vote that was refused.
  return answerOf(strapi, tally, score, {
    fresh: visitor,
    cookie: ratingsService(strapi, 'voters').cookieFor(ctx, visitor),
  });
};

/** `PUT …/mine` */
export const putMine = async (strapi: Core.Strapi, ctx: Context, match: RouteMatch, locale: string | undefined) => {
  const score = readBallot(await readBody(ctx));
  const { target, found } = await targetOf(strapi, match, locale);
  if (found.state === 'closed') throw notRateable(found.reason, { ...target });
  const identity = await ratingsService(strapi, 'voters').identify(ctx);
  if (!identity.member) return putAsVisitor(strapi, ctx, target, identity.visitor, score);
  const { cookie } = await voterOf(strapi, ctx, identity);
  const { tally } = await ratingsService(strapi, 'votes').cast({ ...target, voter: identity.member, score });
  return answerOf(strapi, tally, score, { cookie });
};

/** `DELETE …/mine`. A vote may be taken back also where none may be given any more. */
export const deleteMine = async (strapi: Core.Strapi, ctx: Context, match: RouteMatch, locale: string | undefined) => {
  const { target } = await targetOf(strapi, match, locale);
  const { voter, cookie } = await voterOf(strapi, ctx, await ratingsService(strapi, 'voters').identify(ctx));
  const votes = ratingsService(strapi, 'votes');
  if (!voter) return answerOf(strapi, await votes.tally(target), null);
  const { tally } = await votes.cast({ ...target, voter, score: null });
  return answerOf(strapi, tally, null, { cookie });
};
