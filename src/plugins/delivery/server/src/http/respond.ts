import type { Context } from 'koa';
import type { DeliveryConfig } from '../config';
import type { Answer } from './answer';
import { CORS_HEADERS, type Cors } from './cors';
import { chooseEncoding, encode } from './encoding';
import { etagOf, matches } from './etag';

export interface RespondSettings {
  config: DeliveryConfig;
  cors: Cors;
  variesByOrigin: boolean;
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

const linkHeader = (links: Record<string, string>): string =>
  Object.entries(links)
    .map(([relation, url]) => `<${linkTarget(url)}>; rel="${relation}"`)
    .join(', ');

const cacheControl = (answer: Answer, { sharedMaxAge, staleWhileRevalidate }: DeliveryConfig): string =>
  answer.cache === 'none'
    ? 'no-store'
    : `public, max-age=0, s-maxage=${sharedMaxAge}, stale-while-revalidate=${staleWhileRevalidate}`;

/** `Last-Modified` counts whole seconds: given too early, a second change in the same second would be missed. */
const isOldEnough = (date: Date): boolean => Date.now() - date.getTime() > 1_000;

const isUnmodified = (ctx: Context, etag: string | null, lastModified: Date | undefined): boolean => {
  const ifNoneMatch = ctx.get('If-None-Match');
  if (ifNoneMatch !== '') return etag !== null && matches(ifNoneMatch, etag);
  const ifModifiedSince = Date.parse(ctx.get('If-Modified-Since'));
  if (!lastModified || Number.isNaN(ifModifiedSince) || !isOldEnough(lastModified)) return false;
  return Math.floor(lastModified.getTime() / 1_000) * 1_000 <= ifModifiedSince;
};

/** Fits an answer to a request: encoding, conditional requests, HEAD (by Koa), cache and security headers. */
export const respond = async (ctx: Context, answer: Answer, settings: RespondSettings): Promise<void> => {
  const { config, cors } = settings;
  const compressible = answer.body.length >= config.compressFrom;
  const encoding = compressible ? chooseEncoding(ctx.get('Accept-Encoding')) : 'identity';
  const etag = answer.tag === null ? null : etagOf(answer.tag, encoding);

  ctx.set(SECURITY_HEADERS);
  // Where Strapi's own chain ran before, it allowed credentials, which public reads never take.
  CORS_HEADERS.forEach((name) => ctx.remove(name));
  ctx.set(cors.headers(ctx.get('Origin') || undefined));
  ctx.set('Vary', settings.variesByOrigin ? 'Accept-Encoding, Origin' : 'Accept-Encoding');
  ctx.set('Cache-Control', cacheControl(answer, config));
  if (answer.keys.length > 0) ctx.set('Surrogate-Key', answer.keys.join(' '));
  if (Object.keys(answer.links).length > 0) ctx.set('Link', linkHeader(answer.links));
  if (etag !== null) ctx.set('ETag', etag);
  if (answer.lastModified && isOldEnough(answer.lastModified))
    ctx.set('Last-Modified', answer.lastModified.toUTCString());
  if (answer.headers) ctx.set(answer.headers);

  if (answer.status === 200 && isUnmodified(ctx, etag, answer.lastModified)) {
    ctx.status = 304;
    return;
  }
  ctx.status = answer.status;
  if (answer.body === '') {
    ctx.body = null;
    ctx.status = answer.status;
    return;
  }
  ctx.type = answer.contentType;
  if (encoding !== 'identity') ctx.set('Content-Encoding', encoding);
  ctx.body = await encode(answer.body, encoding);
};
