import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { foreignOrigin, methodNotAllowed, notSignedIn, sessionEnded } from '../errors';
import { findMember, type Member } from '../members/member';
import { identify, type Caller } from '../members/identify';
import { endQuery, nothing, read, readQuery } from '../members/input';
import { clearCookie } from '../members/refresh-cookie';
import { answerRefusals } from './answer-refusals';
import { idleService } from '../services/access';
import { MEMBERS } from '../sessions/kinds';
import { noTimes, timesOf, type EndReason, type Session } from '../sessions/session-state';

type SignedIn = { session: Session; member: Member; reason: null };
type SignedOut = { session: null; reason: EndReason | null };

const SESSION = ['GET', 'HEAD', 'DELETE', 'OPTIONS'] as const;
const KEEP_ALIVE = ['POST', 'OPTIONS'] as const;

/** The session of a member, over REST: `/auth/session`. */
export const memberSession = ({ strapi }: { strapi: Core.Strapi }) => {
  const sessions = idleService(strapi, 'sessions');
  const settings = () => sessions.settings(MEMBERS);

  const find = async (caller: Caller, how: 'look' | 'keepAlive'): Promise<SignedIn | SignedOut> => {
    const { tokenSession, claimed } = caller;
    if (tokenSession === null) {
      const reason = claimed === null ? null : (await sessions.look(MEMBERS, claimed)).reason;
      return { session: null, reason };
    }
    const looked = await sessions.look(MEMBERS, tokenSession);
    if (looked.session === null) return looked;
    const found = await findMember(strapi, looked.session.userId);
    if (found === null || found.isBlocked) return { session: null, reason: found === null ? 'deleted' : 'blocked' };
    const kept = how === 'look' ? looked : await sessions.keepAlive(MEMBERS, tokenSession);
    return kept.session === null ? kept : { session: kept.session, member: found.member, reason: null };
  };

  /** @throws ForbiddenError, UnauthorizedError saying why where the session has ended */
  const demand = async (ctx: Context, how: 'look' | 'keepAlive') => {
    const caller = await identify(strapi, ctx);
    if (caller.foreignOrigin !== null) throw foreignOrigin(caller.foreignOrigin);
    const found = await find(caller, how);
    if (found.session === null) throw found.reason === null ? notSignedIn() : sessionEnded(found.reason);
    return { caller, ...found };
  };

  const answer = (ctx: Context, found: SignedIn | SignedOut): void => {
    const data =
      found.session === null
        ? { authenticated: false, user: null, ...noTimes(settings()) }
        : { authenticated: true, user: found.member, ...timesOf(found.session, settings()) };
    ctx.body = { data, meta: found.reason === null ? {} : { endedBecause: found.reason } };
  };

  const isPrivate = (ctx: Context) => ctx.set('Cache-Control', 'private, no-store');

  return {
    /** What the session's addresses do not know how to do. */
    refuseMethod(ctx: Context) {
      isPrivate(ctx);
      const allowed = ctx.path.replace(/\/$/, '').endsWith('/keep-alive') ? KEEP_ALIVE : SESSION;
      ctx.set('Allow', allowed.join(', '));
      ctx.status = ctx.method === 'OPTIONS' ? 204 : 405;
      if (ctx.status === 405) ctx.body = methodNotAllowed(ctx.method, allowed);
    },

    /** Extends nothing, and answers everyone. */
    async status(ctx: Context) {
      isPrivate(ctx);
      readQuery(nothing, ctx.querystring);
      answer(ctx, await find(await identify(strapi, ctx), 'look'));
    },

    keepAlive: answerRefusals(async (ctx) => {
      isPrivate(ctx);
      readQuery(nothing, ctx.querystring);
      read(nothing, ctx.request.body, 'field');
      answer(ctx, await demand(ctx, 'keepAlive'));
    }),

    end: answerRefusals(async (ctx) => {
      isPrivate(ctx);
      const { scope } = readQuery(endQuery, ctx.querystring);
      const { caller, session } = await demand(ctx, 'look');
      if (scope === 'all') await sessions.endAll(MEMBERS, session.userId, 'ended');
      else await sessions.end(MEMBERS, session.id);
      if (caller.byCookie) clearCookie(strapi, ctx);
      answer(ctx, { session: null, reason: 'ended' });
    }),
  };
};
