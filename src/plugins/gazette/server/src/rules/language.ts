import type { Core } from '@strapi/strapi';
import type { Language } from '../errors';
import { isRecord } from './model';

interface LanguageRange {
  tag: string;
  quality: number;
}

/** The ranges of an Accept-Language header, the most wanted first (RFC 9110, 12.5.4); what is refused (q=0) is left out. */
const rangesOf = (header: string): LanguageRange[] =>
  header
    .split(',')
    .map((range): LanguageRange => {
      const [tag = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
      const weight = parameters.find((parameter) => /^q\s*=/.test(parameter))?.replace(/^q\s*=\s*/, '');
      const quality = weight === undefined ? 1 : Number(weight);
      return { tag, quality: quality >= 0 && quality <= 1 ? quality : 0 };
    })
    .filter(({ tag, quality }) => tag !== '' && quality > 0)
    .sort((a, b) => b.quality - a.quality);

/** The language of ours that a client wants most; Vietnamese where it wants neither, or says nothing. */
export const acceptedLanguage = (header: string): Language => {
  for (const { tag } of rangesOf(header)) {
    if (/^en(-|$)/.test(tag)) return 'en';
    if (tag === '*' || /^vi(-|$)/.test(tag)) return 'vi';
  }
  return 'vi';
};

/** The language of the admin's interface, which the admin sends as a cookie with each of its requests. */
export const languageOfInterface = (cookies: unknown): Language | null => {
  const found = /(?:^|;\s*)gazette-language=(vi|en)(?:;|$)/.exec(typeof cookies === 'string' ? cookies : '')?.[1];
  return found === 'vi' || found === 'en' ? found : null;
};

/** The language in which a person is told what is wrong: the admin's, else what the request asks for, else Vietnamese. */
export const editorLanguage = (strapi: Core.Strapi): Language => {
  const context: unknown = strapi.requestContext.get();
  if (!isRecord(context)) return 'vi';
  const state = isRecord(context.state) ? context.state : {};
  const user = isRecord(state.user) ? state.user : {};
  if (user.preferedLanguage === 'en' || user.preferedLanguage === 'vi') return user.preferedLanguage;
  const headers = isRecord(context.headers) ? context.headers : {};
  const path = typeof context.path === 'string' ? context.path : '';
  if (!path.startsWith(strapi.config.get<string>('api.rest.prefix', '/api')))
    return languageOfInterface(headers.cookie) ?? 'vi';
  return acceptedLanguage(typeof headers['accept-language'] === 'string' ? headers['accept-language'] : '');
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
