import type { CollectionDefinition } from '../collections/definition';
import { TYPE_FACET } from '../collections/facet-names';
import { describeSearch } from '../description/search-operation';
import { invalidParameter } from '../errors';
import { JSON_TYPE, type Answer, type Handler } from '../http/answer';
import { tagOf } from '../http/etag';
import { writeCursor } from '../query/cursor';
import type { FacetCondition, ListQuery } from '../query/list-query';
import { isByRelevance } from '../query/list-parts';
import { parseQueryString, type QueryValue } from '../query/parse-query-string';
import { readListQuery } from '../query/read-list-query';
import { scoreOf } from '../query/search-sql';
import type { StoredHit } from '../reader/reader';
import { highlight, snippet } from '../search';
import type { PublicHost } from './collection-routes';
import { nextPath, selfLink } from './links';
import { paginationOf } from './list-answer';
import type { PublicRoute } from './route-table';

/** The list over which `/search` searches: a union of this name. */
export const SEARCH = 'search';

/** What `type` may name: lists, each with the collections that it shows. */
export type SearchTypes = () => ReadonlyMap<string, readonly string[]>;

/** `type=articles,documents` as a condition on the facet of that name. */
const readTypes = (value: QueryValue | undefined, types: ReadonlyMap<string, readonly string[]>): FacetCondition[] => {
  if (value === undefined) return [];
  const given = Array.isArray(value) ? value : [value];
  const names = given.flatMap((one) => (typeof one === 'string' ? one.split(',').map((name) => name.trim()) : ['']));
  const allowed = [...types.keys()];
  const unknown = names.find((name) => !types.has(name));
  if (unknown !== undefined)
    throw invalidParameter('type', `type takes one or more of: ${allowed.join(', ')}.`, allowed);
  const values = [...new Set(names.flatMap((name) => types.get(name) ?? []))];
  return [{ facet: TYPE_FACET, own: TYPE_FACET, inFallback: TYPE_FACET, isDated: false, match: 'any', values }];
};

/** A hit as it is shown. */
const presentHit = ({ hit, body, locale, values }: StoredHit, query: ListQuery): string => {
  const { collection, documentId, locale: own, slug, url, title, ...shown }: Record<string, unknown> = JSON.parse(hit);
  const marks = query.search?.marks ?? [];
  return JSON.stringify({
    ...{ collection, documentId, locale: own, slug, url, title },
    highlights: { title: highlight(String(title), marks), text: snippet(body, marks) },
    // Sorted otherwise, hits have no rank.
    score: isByRelevance(query) ? scoreOf(Number(values[0])) : null,
    ...shown,
    ...(locale === query.locale ? {} : { isFallback: true }),
  });
};

/** Hits in every collection that is searched. */
const searchHandler =
  (host: PublicHost, definition: CollectionDefinition, types: SearchTypes): Handler =>
  async (request): Promise<Answer> => {
    const { type, ...parameters } = parseQueryString(request.queryString);
    const query = readListQuery(parameters, SEARCH, definition, await host.locales(), {
      conditions: readTypes(type, types()),
      also: ['type'],
      without: ['fields'],
    });
    if (!query.search) throw invalidParameter('q', 'q is missing; it takes the words to look for.');
    const { paging } = query;
    const size = paging.form === 'offset' ? paging.limit : paging.pageSize;
    const [found, { total, facets }] = await Promise.all([host.reader().hits(query), host.reader().counts(query)]);
    const hits = found.slice(0, size);
    const last = hits.at(-1);
    const nextCursor = found.length > size && last ? writeCursor(query, last) : null;
    const next = nextCursor === null ? null : nextPath(request.originalUrl, nextCursor, query);
    const meta = { pagination: paginationOf(paging, total, nextCursor), ...(facets ? { facets } : {}) };
    const body = `{"data":[${hits.map((hit) => presentHit(hit, query)).join(',')}],"meta":${JSON.stringify(meta)}}`;
    return {
      status: 200,
      body,
      contentType: JSON_TYPE,
      tag: tagOf(body),
      cache: 'shared',
      keys: [SEARCH, ...new Set([...types().values()].flat())],
      links: { ...selfLink(host, request), ...(next ? { next: host.absoluteUrl(next) } : {}) },
    };
  };

/** @param definition how the union is read @param members what it searches */
export const searchRoute = (
  host: PublicHost,
  definition: CollectionDefinition,
  members: readonly CollectionDefinition[],
  types: SearchTypes,
): PublicRoute => ({
  path: `/${SEARCH}`,
  handler: searchHandler(host, definition, types),
  describe: describeSearch(definition, members, () => [...types().keys()]),
});
