import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { foreignOrigin } from '../errors';
import { corsOrigins } from '../members/cors-origins';
import { isTrusted } from '../members/trusted-origin';

/** Addresses of users-permissions that take the refresh cookie for who is signed in. */
const BY_COOKIE = ['/auth/refresh', '/auth/logout'];

/**
 * Keeps users-permissions from renewing or ending a session for a page that may not use its cookie. Strapi's CORS answers
 * `*` with the asking origin and credentials, and `SameSite=Lax` lets a neighbouring host of the same domain send the
 * cookie: such a page could read the new access token. A token in the body is the page's own, and stays.
 */
export const guardRenewalCookie = (strapi: Core.Strapi) => {
  const prefix = strapi.config.get<string>('api.rest.prefix', '/api');
  const paths = new Set(BY_COOKIE.map((path) => `${prefix}${path}`));
  const origins = corsOrigins(strapi);
  return async (ctx: Context, next: Next): Promise<void> => {
    const origin = ctx.get('Origin');
    const isGuarded = paths.has(ctx.path.replace(/\/$/, '')) && ctx.get('Cookie') !== '';
    if (!isGuarded || isTrusted({ origin, host: ctx.host, allowed: origins })) return next();
    delete ctx.req.headers.cookie;
    await next();
    if (ctx.status < 400) return;
    const { name, message, details } = foreignOrigin(origin);
    ctx.status = 403;
    ctx.body = { data: null, error: { status: 403, name, message, details } };
  };
};
