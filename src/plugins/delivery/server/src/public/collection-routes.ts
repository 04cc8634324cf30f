import type { CollectionDefinition } from '../collections/definition';
import {
  describeItem,
  describeList,
  describeSingle,
  describeVersion,
  describeVersions,
} from '../description/collection-operations';
import { notFound } from '../errors';
import { JSON_TYPE, type Alternate, type Answer, type PublicRequest } from '../http/answer';
import { tagOf } from '../http/etag';
import type { ListQuery } from '../query/list-query';
import { areRead, type Overlays } from '../query/overlay-sql';
import { parseQueryString } from '../query/parse-query-string';
import { readItemQuery, readListQuery, type ItemQuery, type Locales } from '../query/read-list-query';
import { dayOf, nextDay, startOfDay } from '../query/time-ranges';
import type { ItemHead, Reader, StoredItem } from '../reader/reader';
import { findElsewhere, itemNotFound, MAX_ID_LENGTH, movedTo } from './absent-item';
import { nextPath, selfLink } from './links';
import { closeJson, joinJson, pickFields, readPage } from './list-answer';
import type { PublicRoute } from './route-table';
import { versionHandler, versionsHandler } from './version-routes';

/** What the handlers of a collection need of the running host. */
export interface PublicHost {
  reader(): Reader;
  locales(): Promise<Locales>;
  /** The absolute address of a path and query of this API. */
  absoluteUrl(path: string): string;
  /** The path of a list, prefix included. */
  pathOf(list: string): string;
  /** Where a list can be read in other forms, for the same query. */
  alternatesOf(list: string, queryString: string): readonly Alternate[];
}

/** A page of a list. @param alternates where it can be read in other forms */
export const answerList = async (
  host: PublicHost,
  request: PublicRequest,
  query: ListQuery,
  alternates?: Answer['alternates'],
): Promise<Answer> => {
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
    keys: [query.list],
    links: { ...selfLink(host, request), ...(next ? { next: host.absoluteUrl(next) } : {}) },
    alternates,
  };
};

export const listHandler =
  (host: PublicHost, list: string, definition: CollectionDefinition) =>
  async (request: PublicRequest): Promise<Answer> => {
    const { queryString } = request;
    const query = readListQuery(parseQueryString(queryString), list, definition, await host.locales());
    return answerList(host, request, query, host.alternatesOf(list, queryString));
  };

/** When an answer that shows a dated member may be another one without a publication: the end of the day. */
export const turnOf = ({ day }: Overlays): Date | undefined =>
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

export const itemHandler = (
  host: PublicHost,
  list: string,
  definition: CollectionDefinition,
  members: readonly string[],
) => {
  /** The answer for an address that shows nothing in the language asked for. */
  const absent = async (request: PublicRequest, id: string, query: ItemQuery): Promise<Answer> => {
    const reader = host.reader();
    const elsewhere = await findElsewhere(reader, { list, members }, id, query);
    if (elsewhere.hasMoved) return movedTo(host.pathOf(list), request, elsewhere);
    const { locale, documentId } = elsewhere;
    const stored = await reader.item({ collections: members, locale, id: documentId, overlays: query.overlays });
    if (!stored) throw itemNotFound(list);
    return itemAnswer(host, request, stored, query);
  };

  return async (request: PublicRequest): Promise<Answer> => {
    const id = request.params.id ?? '';
    const query = readItemQuery(
      parseQueryString(request.queryString),
      `/${list}/{id}`,
      definition,
      await host.locales(),
    );
    if (id === '' || id.length > MAX_ID_LENGTH) throw itemNotFound(list);
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
  const query = readItemQuery(parseQueryString(request.queryString), `/${name}`, definition, await host.locales());
  const read = (locale: string) => host.reader().single({ collections: [name], locale, overlays: query.overlays });
  const stored = (await read(query.locale)) ?? (query.fallback === null ? null : await read(query.fallback));
  if (stored) return itemAnswer(host, request, stored, query);
  throw notFound(`Nothing of ${name} is public in "${query.locale}".`);
};

/** The addresses of a list, its items and, where these are public, their versions. @param definition how the list is read: its one collection's, or a union's */
export const collectionRoutes = (
  host: PublicHost,
  definition: CollectionDefinition,
  members: CollectionDefinition[],
  { publicVersions }: { publicVersions: boolean },
): PublicRoute[] => {
  const list = definition.name;
  if (definition.single)
    return [{ path: `/${list}`, handler: singleHandler(host, definition), describe: describeSingle(definition) }];
  const names = members.map(({ name }) => name);
  return [
    { path: `/${list}`, handler: listHandler(host, list, definition), describe: describeList(list, definition) },
    {
      path: `/${list}/:id`,
      handler: itemHandler(host, list, definition, names),
      describe: describeItem(list, definition),
    },
    // Where versions are not public, their addresses are unknown like any other.
    ...(publicVersions
      ? [
          {
            path: `/${list}/:id/versions`,
            handler: versionsHandler(host, list, names),
            describe: describeVersions(list, definition),
          },
          {
            path: `/${list}/:id/versions/:n`,
            handler: versionHandler(host, list, names),
            describe: describeVersion(list, definition),
          },
        ]
      : []),
  ];
};
