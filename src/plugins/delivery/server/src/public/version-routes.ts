import { versionErased, versionNotFound } from '../errors';
import { JSON_TYPE, type Answer, type PublicRequest } from '../http/answer';
import { tagOf } from '../http/etag';
import { NO_OVERLAYS } from '../query/overlay-sql';
import { parseQueryString } from '../query/parse-query-string';
import {
  readVersionLocale,
  readVersionsPage,
  readVersionsQuery,
  versionNumber,
  type VersionHead,
  type VersionTarget,
} from '../versions';
import type { PublicHost } from './collection-routes';
import { findHead, type ItemPlace } from './find-item';
import { nextPath, selfLink } from './links';

type Found = { target: VersionTarget } | { moved: Answer };

/** The item whose versions are asked for. Only what is public now has public versions. */
const findTarget = async (
  host: PublicHost,
  request: PublicRequest,
  place: ItemPlace,
  locale: string,
): Promise<Found> => {
  const found = await findHead(host, request, place, { locale, fallback: null, overlays: NO_OVERLAYS });
  if ('moved' in found) return found;
  const { collection, documentId } = found.item;
  return { target: { collection, documentId, locale } };
};

const keysOf = ({ collection, documentId }: VersionTarget): string[] => [collection, `${collection}/${documentId}`];

/** The published versions of an item, newest first. */
export const versionsHandler =
  (host: PublicHost, list: string, members: readonly string[]) =>
  async (request: PublicRequest): Promise<Answer> => {
    const where = `/${list}/{id}/versions`;
    const query = readVersionsQuery(parseQueryString(request.queryString), where, await host.locales());
    const found = await findTarget(host, request, { list, members, below: '/versions' }, query.locale);
    if ('moved' in found) return found.moved;
    const { target } = found;
    const reader = host.reader().versions;
    const { heads, previous, pagination, nextCursor } = await readVersionsPage(reader, target, query);
    const meta = JSON.stringify({ pagination });
    const frame = {
      status: 200,
      contentType: JSON_TYPE,
      // A version never changes, unless it is erased.
      tag: tagOf(JSON.stringify([target, heads, previous, meta])),
      cache: 'shared' as const,
      keys: keysOf(target),
      links: {
        ...selfLink(host, request),
        ...(nextCursor === null ? {} : { next: host.absoluteUrl(nextPath(request.originalUrl, nextCursor, query)) }),
      },
    };
    const unmodified = request.isConditional && request.held(frame.tag);
    if (unmodified) return { ...frame, body: '', unmodified };
    const data = await reader.summaries(target, heads, previous);
    return { ...frame, body: `{"data":${JSON.stringify(data)},"meta":${meta}}` };
  };

/** One version of an item: its public JSON as it was then. */
export const versionHandler =
  (host: PublicHost, list: string, members: readonly string[]) =>
  async (request: PublicRequest): Promise<Answer> => {
    const { n = '' } = request.params;
    const where = `/${list}/{id}/versions/{n}`;
    const locale = readVersionLocale(parseQueryString(request.queryString), where, await host.locales());
    const below = `/versions/${encodeURIComponent(n)}`;
    const found = await findTarget(host, request, { list, members, below }, locale);
    if ('moved' in found) return found.moved;
    const { target } = found;
    const number = versionNumber(n);
    if (number === null) throw versionNotFound(n);
    const reader = host.reader().versions;

    const frameOf = ({ version, at, etag }: VersionHead) => ({
      status: 200,
      contentType: JSON_TYPE,
      tag: `${etag ?? ''}-${version}-v`,
      lastModified: new Date(at),
      cache: 'shared' as const,
      keys: keysOf(target),
      links: selfLink(host, request),
    });
    if (request.isConditional) {
      const head = await reader.head(target, number);
      const frame = head && !head.redacted && frameOf(head);
      const unmodified = frame && request.held(frame.tag);
      if (frame && unmodified) return { ...frame, body: '', unmodified };
    }
    const stored = await reader.version(target, number);
    if (!stored) throw versionNotFound(n);
    if (stored.redacted)
      throw versionErased({ documentId: target.documentId, collection: target.collection, version: number });
    const { item, version, at, event, major } = stored;
    return { ...frameOf(stored), body: `{"data":${item},"meta":${JSON.stringify({ version, at, event, major })}}` };
  };
