import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import type { RatingsConfig } from '../config';
import { notConfirmed, signedOut, voterTokenRefused } from '../errors';
import { createVisitorTokens, memberVoter, secretsFrom, type Visitor } from '../voter/token';
import type { Voter } from '../votes/ballot';

export const TOKEN_HEADER = 'X-Voter-Token';

/** Who sends a request. */
export interface Identity {
  /** The member who is signed in. */
  member: Voter | null;
  /** As whom the browser, or the front end, is known. */
  visitor: Visitor | null;
}

/** As many cookies of one name as are looked at; each costs a signature. */
const MOST_COOKIES = 10;

/** The values of all cookies of a name, in the order that they are sent in. */
const cookiesNamed = (header: string, name: string): string[] =>
  header
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .slice(0, MOST_COOKIES)
    .map((pair) => pair.slice(name.length + 1).replace(/^"(.*)"$/, '$1'));

/** Tells voters apart. */
export interface Voters {
  /** @throws RatingError 401 for an ended session or a token that is none, 403 for a member who is not confirmed */
  identify(ctx: Context): Promise<Identity>;
  /** A visitor who was never here. */
  issue(): Visitor;
  /** The Set-Cookie by which a browser remembers a visitor. */
  cookieFor(ctx: Context, visitor: Visitor): string;
  /** The Set-Cookie by which it forgets the visitor that it was. */
  forgetting(ctx: Context): string;
}

interface JwtService {
  getToken(ctx: Context): Promise<{ id?: number | string } | null> | null;
}

interface MemberRow {
  documentId: string;
  confirmed?: boolean | null;
  blocked?: boolean | null;
}

const USER = 'plugin::users-permissions.user';
/** As long as browsers keep a cookie at most. */
const COOKIE_SECONDS = 400 * 86_400;

export const createVoters = ({ strapi }: { strapi: Core.Strapi }): Voters => {
  const { secrets, cookieName, prefix } = strapi.config.get<RatingsConfig>('plugin::ratings');
  const tokens = createVisitorTokens(secretsFrom(secrets, strapi.config.get<string[]>('server.app.keys', [])));
  const path = `${strapi.config.get<string>('api.rest.prefix', '/api')}${prefix}/ratings`;
  // Tokens are of letters, digits, points and hyphens: nothing that a cookie would have to quote.
  const cookie = (ctx: Context, value: string, seconds: number): string =>
    `${cookieName}=${value}; path=${path}; max-age=${seconds}; samesite=lax; httponly${ctx.secure ? '; secure' : ''}`;

  const sessionOf = async (ctx: Context): Promise<{ id?: number | string } | null> => {
    const users = strapi.plugin('users-permissions');
    if (!users) return null;
    try {
      return await users.service<JwtService>('jwt').getToken(ctx);
    } catch (error) {
      // Who keeps sessions may say why one has ended.
      const details =
        error instanceof Error && 'details' in error && typeof error.details === 'object' ? error.details : {};
      throw signedOut({ ...details });
    }
  };

  const memberOf = async (ctx: Context): Promise<Voter | null> => {
    if (ctx.get('Authorization') === '') return null;
    const session = await sessionOf(ctx);
    if (session?.id === undefined) throw signedOut();
    const user: MemberRow | null = await strapi.db
      .query(USER)
      .findOne({ where: { id: session.id }, select: ['documentId', 'confirmed', 'blocked'] });
    if (!user || user.blocked) throw signedOut();
    if (!user.confirmed) throw notConfirmed();
    return memberVoter(user.documentId);
  };

  const visitorOf = (ctx: Context): Visitor | null => {
    const header = ctx.get(TOKEN_HEADER);
    if (header !== '') {
      const visitor = tokens.read(header);
      if (!visitor) throw voterTokenRefused();
      return visitor;
    }
    // A cookie comes by itself: one that says nothing is replaced, and its bearer is new. Browsers send several of one name
    // where another path or a neighbouring host has set one as well; that one must not hide ours.
    for (const text of cookiesNamed(ctx.get('Cookie'), cookieName)) {
      const visitor = tokens.read(text);
      if (visitor) return visitor;
    }
    return null;
  };

  return {
    identify: async (ctx) => ({ member: await memberOf(ctx), visitor: visitorOf(ctx) }),
    issue: () => tokens.issue(),
    cookieFor: (ctx, { token }) => cookie(ctx, token, COOKIE_SECONDS),
    forgetting: (ctx) => cookie(ctx, '', 0),
  };
};
