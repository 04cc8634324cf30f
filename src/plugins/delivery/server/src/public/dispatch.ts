import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import type { DeliveryConfig } from '../config';
import { internalError, methodNotAllowed, PublicError } from '../errors';
import { JSON_TYPE, type Answer } from '../http/answer';
import { createCors, variesByOrigin, type CorsSettings } from '../http/cors';
import { chooseEncoding } from '../http/encoding';
import { staySilentWhenGone } from '../http/gone';
import { readJson } from '../http/read-json';
import { etagOf, matches } from '../http/etag';
import { setHeaders } from '../http/headers';
import { respond, type RespondSettings } from '../http/respond';
import { checkQueryString } from '../query/parse-query-string';
import type { RouteMatch, RouteTable } from './route-table';

const methodsOf = (match: RouteMatch | PublicError): readonly string[] =>
  !(match instanceof PublicError) && match.route.method === 'POST' ? ['POST', 'OPTIONS'] : ['GET', 'HEAD', 'OPTIONS'];

const errorAnswer = (error: PublicError, keys: string[] = []): Answer => ({
  status: error.status,
  body: JSON.stringify(error.toBody()),
  contentType: JSON_TYPE,
  tag: null,
  cache: 'none',
  keys,
  links: {},
  headers: error.headers,
});

/** Comes when the connection of a request ends before its answer does. */
const closedOf = (ctx: Context): AbortSignal => {
  const { res } = ctx;
  const controller = new AbortController();
  staySilentWhenGone(ctx);
  if (res.destroyed) controller.abort();
  else res.once('close', () => controller.abort());
  return controller.signal;
};

/** Answers public requests; the same for the middleware and for the routes that Strapi mounts. */
export interface Dispatcher {
  /** The route of a request below the API's prefix, or null where the request is not for delivery. */
  find(ctx: Context): RouteMatch | PublicError | null;
  answer(ctx: Context, match: RouteMatch | PublicError): Promise<void>;
}

const corsSettings = (strapi: Core.Strapi): CorsSettings => {
  const middlewares = strapi.config.get<unknown[]>('middlewares', []);
  const entry = middlewares.find(
    (one): one is { name: string; config?: CorsSettings } =>
      typeof one === 'object' && one !== null && 'name' in one && one.name === 'strapi::cors',
  );
  return entry?.config ?? {};
};

/** @param isOutermost whether the answers go out as they are, with none of Strapi's chain around them */
export const createDispatcher = (strapi: Core.Strapi, table: RouteTable, isOutermost: boolean): Dispatcher => {
  const config = strapi.config.get<DeliveryConfig>('plugin::delivery');
  const prefix = `${strapi.config.get<string>('api.rest.prefix', '/api')}${config.prefix}`;
  const cors = corsSettings(strapi);
  const settings: RespondSettings = {
    config,
    cors: createCors(cors),
    variesByOrigin: variesByOrigin(cors),
    isOutermost,
  };

  const handle = async (ctx: Context, { route, params }: RouteMatch): Promise<Answer> => {
    const methods = methodsOf({ route, params });
    if (!route.anyMethod && !methods.includes(ctx.method)) throw methodNotAllowed(ctx.method, methods);
    checkQueryString(ctx.querystring);
    const ifNoneMatch = ctx.get('If-None-Match');
    return route.handler({
      params,
      queryString: ctx.querystring,
      originalUrl: `${ctx.path}${ctx.search}`,
      isConditional: ifNoneMatch !== '',
      isHead: ctx.method === 'HEAD',
      closed: () => closedOf(ctx),
      json: (limit) => readJson(ctx, limit),
      held(tag) {
        const encoding = chooseEncoding(ctx.get('Accept-Encoding'));
        return ifNoneMatch !== '' && matches(ifNoneMatch, etagOf(tag, encoding)) ? encoding : null;
      },
    });
  };

  const preflight = (ctx: Context, match: RouteMatch | PublicError) => {
    const allow = methodsOf(match).join(', ');
    setHeaders(ctx, settings.cors.preflight(ctx.get('Origin') || undefined, allow));
    if (settings.variesByOrigin) ctx.set('Vary', 'Origin');
    ctx.set('Allow', allow);
    ctx.status = 204;
  };

  return {
    find(ctx) {
      if (!ctx.path.startsWith(`${prefix}/`)) return null;
      try {
        return table.match(ctx.path.slice(prefix.length));
      } catch (error) {
        if (error instanceof PublicError) return error;
        throw error;
      }
    },
    async answer(ctx, match) {
      if (ctx.method === 'OPTIONS') return preflight(ctx, match);
      try {
        if (match instanceof PublicError) throw match;
        await respond(ctx, await handle(ctx, match), settings);
      } catch (error) {
        if (!(error instanceof PublicError)) strapi.log.error(error);
        // Half an answer is out: what is left is to end it so that the client sees that it is not whole.
        if (ctx.res.headersSent) return void ctx.res.destroy();
        const known = error instanceof PublicError ? error : internalError();
        if (known.status === 405) ctx.set('Allow', methodsOf(match).join(', '));
        await respond(ctx, errorAnswer(known), settings);
      }
    },
  };
};
