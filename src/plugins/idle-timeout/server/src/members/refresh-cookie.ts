import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

interface CookieSettings {
  name?: string;
  path?: string;
  domain?: string;
  sameSite?: 'strict' | 'lax' | 'none' | boolean;
  secure?: boolean;
}

export const cookieSettings = (strapi: Core.Strapi): CookieSettings =>
  strapi.config.get<CookieSettings | undefined>('plugin::users-permissions.sessions.cookie') ?? {};

const nameOf = ({ name }: CookieSettings): string => name ?? 'strapi_up_refresh';

/** The name of the cookie with the refresh token. */
export const cookieName = (strapi: Core.Strapi): string => nameOf(cookieSettings(strapi));

/** The refresh token of a member whose front end left it to a cookie that scripts cannot read. */
export const readCookie = (strapi: Core.Strapi, ctx: Context): string | undefined =>
  ctx.cookies.get(nameOf(cookieSettings(strapi))) || undefined;

/** Takes the cookie back, with the attributes that users-permissions set it with. */
export const clearCookie = (strapi: Core.Strapi, ctx: Context): void => {
  const settings = cookieSettings(strapi);
  const { path = '/', domain, sameSite = 'lax' } = settings;
  const options = { path, domain, sameSite, httpOnly: true, overwrite: true, secure: ctx.secure };
  ctx.cookies.set(nameOf(settings), '', { ...options, expires: new Date(0) });
};
