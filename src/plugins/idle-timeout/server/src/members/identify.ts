import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { claimedSession, originalSessionManager } from '../guard/session-manager';
import { MEMBERS } from '../sessions/kinds';
import { corsOrigins } from './cors-origins';
import { readCookie } from './refresh-cookie';
import { isTrusted } from './trusted-origin';

/** Who asks, before anyone has looked whether the session still counts. */
export interface Caller {
  /** The session id of a token that is genuine; null where there is none. */
  tokenSession: string | null;
  /** The session id that a useless token states: enough to say why it is useless, and for nothing else. */
  claimed: string | null;
  byCookie: boolean;
  /** The page's website, where it may not use the cookie that came with the request. */
  foreignOrigin: string | null;
}

const NOBODY: Caller = { tokenSession: null, claimed: null, byCookie: false, foreignOrigin: null };

const sessionOf = async (strapi: Core.Strapi, token: string): Promise<string | null> => {
  const manager = originalSessionManager(strapi)(MEMBERS);
  const access = manager.validateAccessToken(token);
  if (access.isValid) return access.payload.sessionId;
  // A reader's page asks about its session for longer than an access token lives, and rotates nothing for that.
  const refresh = await manager.validateRefreshToken(token);
  return refresh.isValid ? (refresh.sessionId ?? null) : null;
};

const byToken = async (strapi: Core.Strapi, token: string, byCookie: boolean): Promise<Caller> => {
  const tokenSession = await sessionOf(strapi, token);
  return { ...NOBODY, byCookie, tokenSession, claimed: tokenSession ?? claimedSession(token) };
};

/**
 * Reads who a request to the session's addresses is from: `Authorization: Bearer` with an access or a refresh token, else
 * the refresh cookie of users-permissions.
 */
export const identify = async (strapi: Core.Strapi, ctx: Context): Promise<Caller> => {
  const header = ctx.get('Authorization');
  if (header !== '') {
    const [scheme = '', token, ...rest] = header.trim().split(/\s+/);
    if (scheme.toLowerCase() !== 'bearer' || token === undefined || rest.length > 0) return NOBODY;
    return byToken(strapi, token, false);
  }
  const cookie = readCookie(strapi, ctx);
  if (cookie === undefined) return NOBODY;
  const origin = ctx.get('Origin');
  if (!isTrusted({ origin, host: ctx.host, allowed: corsOrigins(strapi) })) return { ...NOBODY, foreignOrigin: origin };
  return byToken(strapi, cookie, true);
};
