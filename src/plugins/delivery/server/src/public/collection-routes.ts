import type { CollectionDefinition } from '../collections/definition';
import { gone, notFound, PublicError } from '../errors';
import { JSON_TYPE, type Answer, type PublicRequest } from '../http/answer';
import { tagOf } from '../http/etag';
import type { ListQuery } from '../query/list-query';
import { parseQueryString } from '../query/parse-query-string';
import { readItemQuery, readListQuery, type ItemQuery, type Locales } from '../query/read-list-query';
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
    const { rows, pagination, nextCursor, facets } = await readPage(host.reader(), query);
    const items = rows.flatMap((row, index) => {
      const json = closeJson(row.summary, row.overlay, row.locale !== query.locale);
      const comma = index === 0 ? [] : [','];
      return [...comma, ...(query.fields ? [pickFields(json, query.fields)] : json)];
    });
    const meta = JSON.stringify({ pagination, facets });
    const next = nextCursor === null ? null : nextPath(request.originalUrl, nextCursor, query);
    return {
      status: 200,
      body: joinJson(['{"data":[', ...items, `],"meta":${meta}}`]),
      contentType: JSON_TYPE,
      // What the body is made of, which is much shorter than the body.
      tag: tagOf(
        JSON.stringify([rows.map((row) => [row.did, row.locale, row.indexHash, row.version, row.revision]), meta]),
      ),
      cache: 'shared',
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

/** The answer with an item as far as it does not need the item's text. */
const itemFrame = (host: PublicHost, request: PublicRequest, head: ItemHead, query: ItemQuery) => {
  const isFallback = head.locale !== query.locale;
  const variant = (isFallback ? '-f' : '') + (query.fields ? `-${tagOf(query.fields.join()).slice(0, 8)}` : '');
  return {
    status: 200,
    contentType: JSON_TYPE,
    // The hash leaves the version out: content that comes back to what it was has the old hash and a new version.
    tag: `${head.hash}-${head.version}-${head.revision}${variant}`,
    lastModified: new Date(head.updatedAt),
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
      const stored = await reader.item(members, target.locale, documentId);
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
    const query = readItemQuery(
      parseQueryString(request.queryString),
      `/${list}/{id}`,
      definition,
      await host.locales(),
    );
    if (id === '' || id.length > MAX_ID_LENGTH) throw missing();
    if (request.isConditional) {
      const head = await host.reader().itemHead(members, query.locale, id);
      const frame = head && itemFrame(host, request, head, query);
      const unmodified = frame && request.held(frame.tag);
      if (frame && unmodified) return { ...frame, body: '', unmodified };
    }
    const stored = await host.reader().item(members, query.locale, id);
    return stored ? itemAnswer(host, request, stored, query) : absent(request, id, query);
  };
};

/** The item of a single type, at the collection's own address. */
const singleHandler = (host: PublicHost, definition: CollectionDefinition) => async (request: PublicRequest) => {
  const { name } = definition;
  const query = readItemQuery(parseQueryString(request.queryString), `/${name}`, definition, await host.locales());
  const stored =
    (await host.reader().single(name, query.locale)) ??
    (query.fallback === null ? null : await host.reader().single(name, query.fallback));
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
