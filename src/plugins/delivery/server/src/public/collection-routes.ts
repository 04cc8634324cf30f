import type { CollectionDefinition } from '../collections/definition';
import { gone, notFound, PublicError } from '../errors';
import { JSON_TYPE, type Answer, type PublicRequest } from '../http/answer';
import { tagOf } from '../http/etag';
import type { ListQuery } from '../query/list-query';
import { areRead, type Overlays } from '../query/overlay-sql';
import { parseQueryString } from '../query/parse-query-string';
import { readItemQuery, readListQuery, type ItemQuery, type Locales } from '../query/read-list-query';
import { dayOf, nextDay, startOfDay } from '../query/time-ranges';
import type { ItemHead, Reader, StoredItem } from '../reader/reader';
import { closeJson, joinJson, pickFields, readPage } from './list-answer';
import type { PublicRoute } from './route-table';

/** What the handlers of a collection need of the running host. */
export interface PublicHost {
  reader(): Reader;
  locales(): Promise<Locales>;
  /** The absolute address of a path and query of this API. */
  absoluteUrl(path: string): string;
  /** The path of a list, prefix included. */
  pathOf(list: string): string;
}

/** What another page replaces: its place, and the name that offsets have for its size. */
const PLACE_PARAMETER = /^pagination\[(page|start|limit|cursor)\](=|$)/;

/** A list's address as sent, from a cursor on. Pages and offsets go on by cursor too, which no publication in between shifts. */
const nextPath = (originalUrl: string, cursor: string, { paging }: ListQuery): string => {
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

const selfLink = (host: PublicHost, { originalUrl }: PublicRequest): Record<string, string> =>
  originalUrl.length > MAX_SELF_LENGTH ? {} : { self: host.absoluteUrl(originalUrl) };

export const listHandler =
  (host: PublicHost, list: string, definition: CollectionDefinition) =>
  async (request: PublicRequest): Promise<Answer> => {
    const query = readListQuery(parseQueryString(request.queryString), list, definition, await host.locales());
    const { rows, json, fingerprint, pagination, nextCursor, facets } = await readPage(host.reader(), query);
    const { fields } = query;
    const data = fields
      ? rows.map(({ start, bytes }) => pickFields([json.subarray(start, start + bytes)], fields)).join(',')
      : json;
    const meta = JSON.stringify({ pagination, facets });
    const next = nextCursor === null ? null : nextPath(request.originalUrl, nextCursor, query);
    return {
      status: 200,
      body: joinJson(['{"data":[', data, `],"meta":${meta}}`]),
      contentType: JSON_TYPE,
      // What the body is made of, which is much shorter than the body.
      tag: tagOf(`${fingerprint} ${fields?.join() ?? ''} ${meta}`),
      cache: 'shared',
      until: turnOf(query.overlays),
      keys: [list],
      links: { ...selfLink(host, request), ...(next ? { next: host.absoluteUrl(next) } : {}) },
    };
  };

const movedTo = (
  host: PublicHost,
  request: PublicRequest,
  list: string,
  collection: string,
  documentId: string,
  slug: string,
): Answer => {
  const query = request.queryString === '' ? '' : `?${request.queryString}`;
  const location = `${host.pathOf(list)}/${encodeURIComponent(slug)}${query}`;
  return {
    status: 301,
    body: JSON.stringify({ data: null, meta: { location } }),
    contentType: JSON_TYPE,
    tag: null,
    cache: 'shared',
    keys: [collection, `${collection}/${documentId}`],
    links: {},
    headers: { Location: location },
  };
};

/** When an answer that shows a dated member may be another one without a publication: the end of the day. */
const turnOf = ({ day }: Overlays): Date | undefined =>
  day !== null && day === dayOf(new Date()) ? startOfDay(nextDay(day)) : undefined;

/** The answer with an item as far as it does not need the item's text. */
const itemFrame = (host: PublicHost, request: PublicRequest, head: ItemHead, query: ItemQuery) => {
  const isFallback = head.locale !== query.locale;
  const isRead = areRead(query.overlays);
  const overlay = isRead ? `-${tagOf(head.overlay).slice(0, 10)}` : '';
  const variant = (isFallback ? '-f' : '') + (query.fields ? `-${tagOf(query.fields.join()).slice(0, 8)}` : '');
  return {
    status: 200,
    contentType: JSON_TYPE,
    // The hash leaves the version out: content that comes back to what it was has the old hash and a new version.
    tag: `${head.hash}-${head.version}-${head.revision}${overlay}${variant}`,
    // What is read beside the snapshot changes without it.
    lastModified: isRead ? undefined : new Date(head.updatedAt),
    until: turnOf(query.overlays),
    cache: 'shared' as const,
    keys: [head.collection, `${head.collection}/${head.documentId}`],
    links: selfLink(host, request),
  };
};

const itemAnswer = (host: PublicHost, request: PublicRequest, stored: StoredItem, query: ItemQuery): Answer => {
  const json = closeJson(stored.item, stored.overlay, stored.locale !== query.locale);
  const data = query.fields ? [pickFields(json, query.fields)] : json;
  return { ...itemFrame(host, request, stored, query), body: joinJson(['{"data":', ...data, ',"meta":{}}']) };
};

const MAX_ID_LENGTH = 300;

export const itemHandler = (
  host: PublicHost,
  list: string,
  definition: CollectionDefinition,
  members: readonly string[],
) => {
  const missing = () => notFound(`No published item of ${list} has this address.`);

  /** The answer for an address that shows nothing in the language asked for. */
  const absent = async (request: PublicRequest, id: string, query: ItemQuery): Promise<Answer> => {
    const reader = host.reader();
    const trace = await reader.trace(members, query.locale, id);
    if (!trace) throw missing();
    const { documentId, collection, slugLocale, live, lastChanges } = trace;
    const liveIn = (locale: string | null) => live.find((one) => one.locale === locale);
    const isOwn = (one: { slug: string } | undefined) => one !== undefined && (one.slug === id || documentId === id);

    // A slug of another language is another address: it leads on only where the client accepts that language too.
    const speaks = slugLocale === null || slugLocale === query.locale || slugLocale === query.fallback;
    const target = liveIn(query.locale) ?? liveIn(query.fallback);
    if (speaks && target) {
      if (!isOwn(target)) return movedTo(host, request, list, collection, documentId, target.slug);
      const stored = await reader.item({
        collections: members,
        locale: target.locale,
        id: documentId,
        overlays: query.overlays,
      });
      if (stored) return itemAnswer(host, request, stored, query);
    }
    const wasHere = lastChanges.some(({ locale }) => locale === query.locale);
    const isOfHere = slugLocale === null ? wasHere : slugLocale === query.locale;
    if (live.length > 0 && (target || !isOfHere)) {
      throw new PublicError(404, 'NotFoundError', `This item has no address like this in "${query.locale}".`, {
        locales: live.filter(({ locale }) => locale !== query.locale),
        documentId,
      });
    }
    const last = lastChanges.find(({ locale }) => locale === query.locale) ?? lastChanges[0];
    if (!last) throw missing();
    throw gone({ documentId, collection, deletedAt: last.at });
  };

  return async (request: PublicRequest): Promise<Answer> => {
    const id = request.params.id ?? '';
    const query = readItemQuery(parseQueryString(request.queryString), list, definition, await host.locales());
    if (id === '' || id.length > MAX_ID_LENGTH) throw missing();
    const address = { collections: members, locale: query.locale, id, overlays: query.overlays };
    if (request.isConditional) {
      const head = await host.reader().itemHead(address);
      const frame = head && itemFrame(host, request, head, query);
      const unmodified = frame && request.held(frame.tag);
      if (frame && unmodified) return { ...frame, body: '', unmodified };
    }
    const stored = await host.reader().item(address);
    return stored ? itemAnswer(host, request, stored, query) : absent(request, id, query);
  };
};

/** The item of a single type, at the collection's own address. */
const singleHandler = (host: PublicHost, definition: CollectionDefinition) => async (request: PublicRequest) => {
  const { name } = definition;
  const query = readItemQuery(parseQueryString(request.queryString), name, definition, await host.locales());
  const read = (locale: string) => host.reader().single({ collections: [name], locale, overlays: query.overlays });
  const stored = (await read(query.locale)) ?? (query.fallback === null ? null : await read(query.fallback));
  if (stored) return itemAnswer(host, request, stored, query);
  throw notFound(`Nothing of ${name} is public in "${query.locale}".`);
};

/** The addresses of a list and its items. @param definition how the list is read: its one collection's, or a union's */
export const collectionRoutes = (
  host: PublicHost,
  definition: CollectionDefinition,
  members: CollectionDefinition[],
): PublicRoute[] => {
  const list = definition.name;
  if (definition.single) return [{ path: `/${list}`, handler: singleHandler(host, definition) }];
  const names = members.map(({ name }) => name);
  return [
    { path: `/${list}`, handler: listHandler(host, list, definition) },
    { path: `/${list}/:id`, handler: itemHandler(host, list, definition, names) },
  ];
};
