import type { Context } from 'koa';
import type { DeliveryConfig } from '../config';
import type { Answer } from './answer';
import { CORS_HEADERS, type Cors } from './cors';
import { chooseEncoding, encode } from './encoding';
import { etagOf, matches } from './etag';
import { sendStream } from './send-stream';

export interface RespondSettings {
  config: DeliveryConfig;
  cors: Cors;
  variesByOrigin: boolean;
  /** Nothing of Strapi's chain has touched the answer, or will. */
  isOutermost: boolean;
}

/** JSON is never a page: nothing in it may load or be framed. */
const SECURITY_HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
};

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
const isOldEnough = (date: Date): boolean => Date.now() - date.getTime() > 1_000;

const isUnmodified = (ctx: Context, etag: string | null, lastModified: Date | undefined): boolean => {
  const ifNoneMatch = ctx.get('If-None-Match');
  if (ifNoneMatch !== '') return etag !== null && matches(ifNoneMatch, etag);
  const ifModifiedSince = Date.parse(ctx.get('If-Modified-Since'));
  if (!lastModified || Number.isNaN(ifModifiedSince) || !isOldEnough(lastModified)) return false;
  return Math.floor(lastModified.getTime() / 1_000) * 1_000 <= ifModifiedSince;
};

/** The headers of an answer, before its body is known. */
const headersOf = (ctx: Context, answer: Answer, etag: string | null, settings: RespondSettings) => {
  const headers: Record<string, string> = {
    ...SECURITY_HEADERS,
    ...settings.cors.headers(ctx.get('Origin') || undefined),
    Vary: settings.variesByOrigin ? 'Accept-Encoding, Origin' : 'Accept-Encoding',
    'Cache-Control': cacheControl(answer, settings.config),
  };
  if (answer.keys.length > 0) headers['Surrogate-Key'] = answer.keys.join(' ');
  const link = linkHeader(answer);
  if (link !== '') headers.Link = link;
  if (etag !== null) headers.ETag = etag;
  if (answer.lastModified && isOldEnough(answer.lastModified))
    headers['Last-Modified'] = answer.lastModified.toUTCString();
  return { ...headers, ...answer.headers };
};

/**
 * Sends an answer. Where nothing of Strapi's chain runs around it, it goes straight to Node's response, which saves what
 * Koa does for answers that are still being made.
 */
const send = (
  ctx: Context,
  status: number,
  headers: Record<string, string>,
  body: string | Buffer | null,
  isOutermost: boolean,
): void => {
  if (body !== null) headers['Content-Length'] = String(Buffer.byteLength(body));
  if (isOutermost) {
    ctx.respond = false;
    ctx.res.writeHead(status, headers);
    ctx.res.end(ctx.method === 'HEAD' || body === null ? undefined : body);
    return;
  }
  // Strapi's own chain has allowed credentials, which public reads never take.
  CORS_HEADERS.forEach((name) => ctx.remove(name));
  ctx.status = status;
  ctx.body = body;
  ctx.status = status;
  ctx.set(headers);
};

/** Fits an answer to a request: encoding, conditional requests, HEAD, cache and security headers. */
export const respond = async (ctx: Context, answer: Answer, settings: RespondSettings): Promise<void> => {
  const { config, isOutermost } = settings;
  if (answer.stream) return sendStream(ctx, answer, answer.stream, headersOf(ctx, answer, null, settings));
  const isLong = answer.body.length >= config.compressFrom;
  const encoding = answer.unmodified ?? (isLong ? chooseEncoding(ctx.get('Accept-Encoding')) : 'identity');
  const etag = answer.tag === null ? null : etagOf(answer.tag, encoding);
  const headers = headersOf(ctx, answer, etag, settings);

  if (answer.unmodified || (answer.status === 200 && isUnmodified(ctx, etag, answer.lastModified)))
    return send(ctx, 304, headers, null, isOutermost);
  if (answer.body === '') return send(ctx, answer.status, headers, null, isOutermost);
  headers['Content-Type'] = answer.contentType;
  if (encoding !== 'identity') headers['Content-Encoding'] = encoding;
  const body =
    encoding === 'identity' ? answer.body : (answer.encoded?.[encoding] ?? (await encode(answer.body, encoding)));
  send(ctx, answer.status, headers, body, isOutermost);
};
