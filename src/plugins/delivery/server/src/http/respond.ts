import type { Context } from 'koa';
import type { Answer } from './answer';
import { CORS_HEADERS } from './cors';
import { chooseEncoding, encode } from './encoding';
import { etagOf, matches } from './etag';
import { headersOf, isOldEnough, setHeaders, type HeaderList, type HeaderSettings } from './headers';
import { sendStream } from './send-stream';

export interface RespondSettings extends HeaderSettings {
  /** Nothing of Strapi's chain has touched the answer, or will. */
  isOutermost: boolean;
}

const isUnmodified = (ctx: Context, etag: string | null, lastModified: Date | undefined): boolean => {
  const ifNoneMatch = ctx.get('If-None-Match');
  if (ifNoneMatch !== '') return etag !== null && matches(ifNoneMatch, etag);
  const since = ctx.get('If-Modified-Since');
  if (since === '' || !lastModified || !isOldEnough(lastModified)) return false;
  const ifModifiedSince = Date.parse(since);
  return Math.floor(lastModified.getTime() / 1_000) * 1_000 <= ifModifiedSince;
};

/**
 * Sends an answer. Where nothing of Strapi's chain runs around it, it goes straight to Node's response, which saves what
 * Koa does for answers that are still being made.
 */
const send = (
  ctx: Context,
  status: number,
  headers: HeaderList,
  body: string | Buffer | null,
  isOutermost: boolean,
): void => {
  if (body !== null) headers.push('Content-Length', String(Buffer.byteLength(body)));
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
  setHeaders(ctx, headers);
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
  headers.push('Content-Type', answer.contentType);
  if (encoding !== 'identity') headers.push('Content-Encoding', encoding);
  const body =
    encoding === 'identity' ? answer.body : (answer.encoded?.[encoding] ?? (await encode(answer.body, encoding)));
  send(ctx, answer.status, headers, body, isOutermost);
};
