import type { PublicRequest } from '../http/answer';
import type { ListQuery } from '../query/list-query';

/** What another page replaces: its place, and the name that offsets have for its size. */
const PLACE_PARAMETER = /^pagination\[(page|start|limit|cursor)\](=|$)/;

/** A list's address as sent, from a cursor on. Pages and offsets go on by cursor too, which no publication in between shifts. */
export const nextPath = (originalUrl: string, cursor: string, { paging }: ListQuery): string => {
  const [path = '', ...query] = originalUrl.split('?');
  const kept = query
    .join('?')
    .split('&')
    .filter((part) => part !== '' && !PLACE_PARAMETER.test(decodeURIComponent(part)));
  const size = paging.form === 'offset' ? [`pagination%5BpageSize%5D=${paging.limit}`] : [];
  return `${path}?${[...kept, ...size, `pagination%5Bcursor%5D=${encodeURIComponent(cursor)}`].join('&')}`;
};

/** An address is repeated only where the headers stay below what proxies take. */
const MAX_SELF_LENGTH = 2_000;

export const selfLink = (
  { absoluteUrl }: { absoluteUrl(path: string): string },
  { originalUrl }: PublicRequest,
): Record<string, string> => (originalUrl.length > MAX_SELF_LENGTH ? {} : { self: absoluteUrl(originalUrl) });
