import type { Core } from '@strapi/strapi';
import type { Language } from '../errors';
import { isRecord } from './model';

/** The language in which a person is told what is wrong: the admin's, else what the request asks for, else Vietnamese. */
export const editorLanguage = (strapi: Core.Strapi): Language => {
  const context: unknown = strapi.requestContext.get();
  if (!isRecord(context)) return 'vi';
  const state = isRecord(context.state) ? context.state : {};
  const user = isRecord(state.user) ? state.user : {};
  if (user.preferedLanguage === 'en' || user.preferedLanguage === 'vi') return user.preferedLanguage;
  const path = typeof context.path === 'string' ? context.path : '';
  if (!path.startsWith(strapi.config.get<string>('api.rest.prefix', '/api'))) return 'vi';
  const headers = isRecord(context.headers) ? context.headers : {};
  const accepted = typeof headers['accept-language'] === 'string' ? headers['accept-language'] : '';
  return /^\s*en\b/i.test(accepted) ? 'en' : 'vi';
};

/** Who is acting, for a log: the admin user's or member's id, a token's name, or the process. */
export const actor = (strapi: Core.Strapi): string => {
  const context: unknown = strapi.requestContext.get();
  if (!isRecord(context)) return 'process';
  const state = isRecord(context.state) ? context.state : {};
  if (isRecord(state.user) && state.user.id !== undefined) return `user ${String(state.user.id)}`;
  const credentials = isRecord(state.auth) && isRecord(state.auth.credentials) ? state.auth.credentials : {};
  return credentials.name === undefined ? 'unknown' : `token ${String(credentials.name)}`;
};
