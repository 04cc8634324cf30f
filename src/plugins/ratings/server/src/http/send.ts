import { createHash } from 'node:crypto';
import type { Context } from 'koa';
import { CORS_HEADERS } from './cors';

/** JSON is never a page: nothing in it may load or be framed. */
const SECURITY_HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
};

export interface Answer {
  status: number;
  /** Null for an answer without a body. */
  body: unknown;
  /** `shared` answers are the same for everybody; they carry an ETag, and are asked for again each time. */
  cache: 'shared' | 'private';
  headers?: Record<string, string>;
}

const PRIVATE = 'private, no-store';
/** A summary is exact at once, so whoever keeps it asks each time whether it still is. */
const SHARED = 'public, no-cache';

const etagOf = (text: string): string => `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;

const matches = (ifNoneMatch: string, etag: string): boolean =>
  ifNoneMatch === '*' || ifNoneMatch.split(',').some((one) => one.trim().replace(/^W\//, '') === etag);

/**
 * Sends an answer. Where nothing of Strapi's chain runs around it, it goes straight to Node's response, which saves what Koa
 * does for answers that are still being made.
 * @param cors what the answer says to a page of another origin
 */
export const send = (
  ctx: Context,
  { status: wanted, body, cache, headers: own }: Answer,
  cors: Record<string, string>,
  isOutermost: boolean,
): void => {
  const headers: Record<string, string> = {
    ...SECURITY_HEADERS,
    ...cors,
    'Cache-Control': cache === 'shared' ? SHARED : PRIVATE,
    ...own,
  };
  let status = wanted;
  let text = body === null ? null : JSON.stringify(body);
  if (cache === 'shared' && status === 200 && text !== null) {
    headers.ETag = etagOf(text);
    if (matches(ctx.get('If-None-Match'), headers.ETag)) [status, text] = [304, null];
  }
  if (text !== null) {
    headers['Content-Type'] = 'application/json; charset=utf-8';
    headers['Content-Length'] = String(Buffer.byteLength(text));
  }
  if (isOutermost) {
    ctx.respond = false;
    ctx.res.writeHead(status, headers);
    ctx.res.end(ctx.method === 'HEAD' || text === null ? undefined : text);
    return;
  }
  // Strapi's own chain has allowed credentials to every origin.
  CORS_HEADERS.forEach((name) => ctx.remove(name));
  ctx.status = status;
  ctx.body = text;
  ctx.status = status;
  ctx.set(headers);
};
