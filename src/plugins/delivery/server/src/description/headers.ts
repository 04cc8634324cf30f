import type { JsonObject } from './json-schemas';
import type { HeaderName } from './operation';

const header = (description: string, example: string): JsonObject => ({
  description,
  schema: { type: 'string' },
  example,
});

/** What the headers of answers mean. */
export const HEADERS: Record<HeaderName, JsonObject> = {
  ETag: header(
    'Strong, and another one for each content encoding. Sent back as `If-None-Match`, it is answered 304 while nothing has changed.',
    '"kQ3v0b9G3bqkM9lZC1cW2w-3-0"',
  ),
  'Last-Modified': header(
    'When the content changed last; only once that is over a second ago.',
    'Tue, 05 Mar 2024 02:00:00 GMT',
  ),
  'Cache-Control': header(
    'How long shared caches may keep the answer; browsers ask every time.',
    'public, max-age=0, s-maxage=60, stale-while-revalidate=60',
  ),
  'Surrogate-Key': header(
    'What the answer depends on, for caches that are purged by key.',
    'posts posts/cbqd34mw0kvz146ng3gqrrrj',
  ),
  Link: header(
    'The address of the answer itself, of the next page, of the same in other forms (`alternate`), of the WebSub hub (RFC 8288).',
    '<https://api.example.vn/api/posts?pagination%5Bcursor%5D=WyI0>; rel="next"',
  ),
  Location: header('Where the item is now.', '/api/posts/ten-moi'),
  'Retry-After': header('Seconds until it is worth asking again.', '5'),
  'Set-Cookie': header('The cookie by which a visitor, or a session, is known again.', 'voter=…; HttpOnly'),
  Allow: header('The methods that the address takes.', 'GET, HEAD, OPTIONS'),
};
