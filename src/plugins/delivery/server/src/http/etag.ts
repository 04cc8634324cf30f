import { createHash } from 'node:crypto';

/** A tag for a body that has none stored: 132 bits of SHA-256. */
export const tagOf = (body: string): string => createHash('sha256').update(body).digest('base64url').slice(0, 22);

export type Encoding = 'identity' | 'gzip' | 'br';

/** A strong ETag: each encoding is a representation of its own (RFC 9110, section 8.8.3.3). */
export const etagOf = (tag: string, encoding: Encoding): string =>
  encoding === 'identity' ? `"${tag}"` : `"${tag}-${encoding}"`;

/** Whether If-None-Match holds (RFC 9110, section 13.1.2: weak comparison). */
export const matches = (ifNoneMatch: string, etag: string): boolean =>
  ifNoneMatch
    .split(',')
    .map((candidate) => candidate.trim().replace(/^W\//, ''))
    .some((candidate) => candidate === '*' || candidate === etag);
