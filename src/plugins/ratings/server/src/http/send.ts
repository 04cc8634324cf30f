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

/** @param cors what the answer says to a page of another origin */
export const send = (ctx: Context, { status, body, cache, headers }: Answer, cors: Record<string, string>): void => {
  // Where Strapi's own chain runs around this, it has allowed credentials to every origin.
  CORS_HEADERS.forEach((name) => ctx.remove(name));
  ctx.status = status;
  ctx.set({
    ...SECURITY_HEADERS,
    ...cors,
    'Cache-Control': cache === 'shared' ? SHARED : PRIVATE,
    ...headers,
  });
  if (body === null) {
    ctx.body = null;
    ctx.status = status;
    return;
  }
  const text = JSON.stringify(body);
  if (cache === 'shared' && status === 200) {
    const etag = etagOf(text);
    ctx.set('ETag', etag);
    if (matches(ctx.get('If-None-Match'), etag)) {
      ctx.status = 304;
      return;
    }
  }
  ctx.body = text;
  ctx.type = 'application/json; charset=utf-8';
};
