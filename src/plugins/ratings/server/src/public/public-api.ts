import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import type { RatingsConfig } from '../config';
import { foreignOrigin, internalError, invalidParameter, methodNotAllowed, RatingError } from '../errors';
import { corsSettingsIn, createCors, type OriginRights } from '../http/cors';
import { createOwnOrigins } from '../http/own-origin';
import { send, type Answer } from '../http/send';
import { deleteMine, putMine, showMine } from './mine';
import { readLocale } from './read-ballot';
import { matchRoute, METHODS, type RouteMatch } from './route';
import { showSummary } from './show-summary';

/** Answers the public addresses; the same for the middleware and for the routes that Strapi mounts. */
export interface PublicApi {
  /** Null where the request is not for ratings. */
  find(ctx: Context): RouteMatch | 'malformed' | null;
  answer(ctx: Context, match: RouteMatch | 'malformed'): Promise<void>;
}

const allowedFor = (match: RouteMatch | 'malformed'): readonly string[] =>
  METHODS[match === 'malformed' ? 'mine' : match.kind];

/** @param isOutermost whether the answers go out as they are, with none of Strapi's chain around them */
export const createPublicApi = (strapi: Core.Strapi, isOutermost: boolean): PublicApi => {
  const config = strapi.config.get<RatingsConfig>('plugin::ratings');
  const base = `${strapi.config.get<string>('api.rest.prefix', '/api')}${config.prefix}/ratings`;
  const cors = createCors(corsSettingsIn(strapi.config.get<unknown[]>('middlewares', [])));
  const isOwn = createOwnOrigins(config.ownOrigins);

  const refuseForeign = (ctx: Context, { isNamed }: OriginRights): void => {
    const origin = ctx.get('Origin');
    // Programs send none; browsers do with every vote. Where all may read, a page must still be named to vote: else any
    // site could make each of its visitors a voter here.
    if (origin !== '' && !isNamed && !isOwn(ctx, origin)) throw foreignOrigin(origin);
  };

  const handle = async (ctx: Context, match: RouteMatch | 'malformed', rights: OriginRights): Promise<Answer> => {
    const allowed = allowedFor(match);
    if (!allowed.includes(ctx.method)) throw methodNotAllowed(ctx.method, allowed);
    if (match === 'malformed') throw invalidParameter('path', 'A part of the address is not valid percent-encoding.');
    const locale = readLocale(ctx.querystring);
    if (match.kind === 'summary') return showSummary(strapi, ctx, match, locale);
    if (ctx.method !== 'PUT' && ctx.method !== 'DELETE') return showMine(strapi, ctx, match, locale);
    refuseForeign(ctx, rights);
    return ctx.method === 'PUT' ? putMine(strapi, ctx, match, locale) : deleteMine(strapi, ctx, match, locale);
  };

  const errorAnswer = (error: unknown): Answer => {
    if (!(error instanceof RatingError)) strapi.log.error(error);
    const known = error instanceof RatingError ? error : internalError();
    return { status: known.status, cache: 'private', body: known.toBody(), headers: known.headers };
  };

  return {
    find: (ctx) => (ctx.path.startsWith(`${base}/`) ? matchRoute(ctx.path.slice(base.length)) : null),
    async answer(ctx, match) {
      const rights = await cors.rightsOf(ctx);
      if (ctx.method === 'OPTIONS') {
        const allow = allowedFor(match).join(', ');
        const headers = { Allow: allow, ...cors.preflight(allow) };
        return send(ctx, { status: 204, cache: 'shared', body: null, headers }, rights.headers, isOutermost);
      }
      let answer: Answer;
      try {
        answer = await handle(ctx, match, rights);
      } catch (error) {
        answer = errorAnswer(error);
      }
      send(ctx, answer, rights.headers, isOutermost);
    },
  };
};
