import type { Context } from 'koa';
import type { DeliveryConfig } from '../config';
import type { Answer } from './answer';
import type { Cors } from './cors';

/**
 * Names and values in turn, as Node's `writeHead` takes them. An object of as many members takes ten times as long to make,
 * which was a twentieth of all that an answer costs.
 */
export type HeaderList = string[];

export interface HeaderSettings {
  config: DeliveryConfig;
  cors: Cors;
  variesByOrigin: boolean;
}

/** JSON is never a page: nothing in it may load or be framed. */
const SECURITY_HEADERS: readonly string[] = [
  ...['X-Content-Type-Options', 'nosniff'],
  ...['Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'"],
  ...['Referrer-Policy', 'no-referrer'],
  ...['Strict-Transport-Security', 'max-age=31536000; includeSubDomains'],
];

/** An address as it may stand between angle brackets (RFC 8288), so that no request can write a link of its own. */
const linkTarget = (url: string): string => url.replace(/[<>"\\^`{|}]/g, encodeURIComponent);

const linkHeader = ({ links, alternates = [] }: Answer): string =>
  [
    ...Object.entries(links).map(([relation, url]) => `<${linkTarget(url)}>; rel="${relation}"`),
    ...alternates.map(({ url, type }) => `<${linkTarget(url)}>; rel="alternate"; type="${type}"`),
  ].join(', ');

const cacheControl = (answer: Answer, { sharedMaxAge, staleWhileRevalidate }: DeliveryConfig): string => {
  if (answer.cache === 'none') return 'no-store';
  const left = answer.until ? Math.max(0, Math.floor((answer.until.getTime() - Date.now()) / 1_000)) : Infinity;
  const shared = Math.min(sharedMaxAge, left);
  // What is stale when the day turns must not be shown after it.
  const stale = Math.min(staleWhileRevalidate, Math.max(0, left - shared));
  return `public, max-age=0, s-maxage=${shared}, stale-while-revalidate=${stale}`;
};

/** `Last-Modified` counts whole seconds: given too early, a second change in the same second would be missed. */
export const isOldEnough = (date: Date): boolean => Date.now() - date.getTime() > 1_000;

/** Puts a header in the place of one of the same name, or behind the others. */
const put = (headers: HeaderList, name: string, value: string): void => {
  for (let at = 0; at < headers.length; at += 2)
    if (headers[at] === name) {
      headers[at + 1] = value;
      return;
    }
  headers.push(name, value);
};

/** The headers of an answer, before its body is known. */
export const headersOf = (
  ctx: Context,
  answer: Answer,
  etag: string | null,
  { config, cors, variesByOrigin }: HeaderSettings,
): HeaderList => {
  const headers = SECURITY_HEADERS.concat(cors.headers(ctx.get('Origin') || undefined));
  headers.push('Vary', variesByOrigin ? 'Accept-Encoding, Origin' : 'Accept-Encoding');
  headers.push('Cache-Control', cacheControl(answer, config));
  if (answer.keys.length > 0) headers.push('Surrogate-Key', answer.keys.join(' '));
  const link = linkHeader(answer);
  if (link !== '') headers.push('Link', link);
  if (etag !== null) headers.push('ETag', etag);
  if (answer.lastModified && isOldEnough(answer.lastModified))
    headers.push('Last-Modified', answer.lastModified.toUTCString());
  if (answer.headers) for (const [name, value] of Object.entries(answer.headers)) put(headers, name, value);
  return headers;
};

/** Sets them on an answer that Koa still makes. */
export const setHeaders = (ctx: Context, headers: readonly string[]): void => {
  for (let at = 0; at < headers.length; at += 2) ctx.set(headers[at] ?? '', headers[at + 1] ?? '');
};
