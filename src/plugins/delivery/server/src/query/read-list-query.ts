import type { CollectionDefinition } from '../collections/definition';
import { invalidParameter } from '../errors';
import { RELEVANCE, type FacetColumn, type FacetCondition, type ListQuery, type SortTerm } from './list-query';
import { overlaysOf, type Overlays } from './overlay-sql';
import type { QueryValue } from './parse-query-string';
import { facetColumn, readFilters } from './read-filters';
import { readPaging } from './read-paging';
import { readSearch } from './read-search';
import { dayOf, parseMoment } from './time-ranges';

/** What a site speaks. */
export interface Locales {
  default: string;
  all: readonly string[];
}

export const MAX_SORT_TERMS = 3;

/** What every list takes; the description has an entry for each. */
export const LIST_PARAMETERS = [
  'q',
  'pagination',
  'sort',
  'filters',
  'facets',
  'fields',
  'locale',
  'fallback',
  'populate',
] as const;
/** What every item takes. */
export const ITEM_PARAMETERS = ['fields', 'locale', 'fallback', 'populate'] as const;

type Query = Record<string, QueryValue>;

/** `a,b`, `[a, b]` → ['a', 'b'] */
const wordsOf = (name: string, value: QueryValue): string[] => {
  const values = Array.isArray(value) ? value : [value];
  return values.flatMap((one) => {
    if (typeof one !== 'string')
      throw invalidParameter(name, `${name} takes names separated by commas, or ${name}[0]=…`);
    return one.split(',').map((word) => word.trim());
  });
};

export const checkNames = (query: Query, allowed: readonly string[], where: string): void => {
  for (const name of Object.keys(query)) {
    if (allowed.includes(name)) continue;
    if (name === 'status' && query.status !== 'published') {
      throw invalidParameter(
        'status',
        'status: only what is published is public. Drafts are shown by /api/preview and by the management API.',
        ['published'],
      );
    }
    if (name === 'status') continue;
    throw invalidParameter(name, `"${name}" is not a parameter of ${where}. Allowed: ${allowed.join(', ')}.`, allowed);
  }
};

export const readLocale = (
  name: 'locale' | 'fallback',
  value: QueryValue | undefined,
  locales: Locales,
): string | null => {
  if (value === undefined) return null;
  if (typeof value === 'string' && locales.all.includes(value)) return value;
  throw invalidParameter(name, `${name} takes one of: ${locales.all.join(', ')}.`, locales.all);
};

export const readFields = (value: QueryValue | undefined, allowed: readonly string[]): string[] | null => {
  if (value === undefined || value === '*') return null;
  const fields = wordsOf('fields', value);
  const unknown = fields.find((field) => !allowed.includes(field));
  if (unknown !== undefined) {
    throw invalidParameter(
      'fields',
      `fields: "${unknown}" is not an attribute here. Allowed: ${allowed.join(', ')}.`,
      allowed,
    );
  }
  return ['documentId', ...fields.filter((field) => field !== 'documentId')];
};

/** The parameters of collections that depend on the day. */
export const dayParameters = ({ dated }: CollectionDefinition): string[] => (dated ? ['asOf'] : []);

/** A day, YYYY-MM-DD; null where none is named. */
export const readDay = (name: string, value: QueryValue | undefined): string | null => {
  if (value === undefined) return null;
  const moment = typeof value === 'string' ? parseMoment(value) : null;
  if (moment === null || !('day' in moment))
    throw invalidParameter(name, `${name} takes a day of the calendar, for example ${name}=2024-01-31.`);
  return moment.day;
};

export const MAX_FACETS = 10;

/** The facets to be counted. */
const readFacets = (value: QueryValue | undefined, definition: CollectionDefinition, locale: string): FacetColumn[] => {
  if (value === undefined) return [];
  const { facetNames: allowed, name } = definition;
  const names = [...new Set(wordsOf('facets', value))];
  const unknown = names.find((one) => !allowed.includes(one));
  if (unknown !== undefined) {
    throw invalidParameter(
      'facets',
      `facets: "${unknown}" is not a facet of ${name}. Allowed: ${allowed.join(', ')}.`,
      allowed,
    );
  }
  if (names.length > MAX_FACETS) throw invalidParameter('facets', `facets takes at most ${MAX_FACETS} names.`);
  return names.map((facet) => facetColumn(definition, facet, locale));
};

/** The parameters of the collection's own that are true. */
const readWide = (query: Query, { wideFacets = {} }: CollectionDefinition): string[] =>
  Object.keys(wideFacets).filter((parameter) => {
    const value = query[parameter];
    if (value !== undefined && value !== 'true' && value !== 'false')
      throw invalidParameter(parameter, `${parameter} takes true or false.`, ['true', 'false']);
    return value === 'true';
  });

const readSort = (value: QueryValue | undefined, definition: CollectionDefinition, isSearch: boolean): SortTerm[] => {
  const byRelevance: SortTerm = { key: RELEVANCE, direction: 'desc' };
  if (value === undefined) return [isSearch ? byRelevance : definition.defaultSort];
  const allowed = [...(isSearch ? [RELEVANCE] : []), ...Object.keys(definition.sortKinds)];
  if (isSearch && typeof value === 'string' && /^relevance(:desc)?$/i.test(value.trim())) return [byRelevance];
  const terms = wordsOf('sort', value).map((word): SortTerm => {
    const [key = '', direction = 'asc', ...rest] = word.split(':');
    if (key === RELEVANCE)
      throw invalidParameter(
        'sort',
        isSearch
          ? 'sort: relevance, the best first, stands alone: sort=relevance.'
          : 'sort: relevance is that of hits; send q with it.',
        isSearch ? [RELEVANCE] : allowed,
      );
    if (!allowed.includes(key))
      throw invalidParameter(
        'sort',
        `sort: "${key}" is not a sort key of ${definition.name}. Allowed: ${allowed.join(', ')}.`,
        allowed,
      );
    const lower = direction.toLowerCase();
    if (rest.length > 0 || (lower !== 'asc' && lower !== 'desc')) {
      throw invalidParameter('sort', `sort: "${word}" must end in :asc or :desc.`, ['asc', 'desc']);
    }
    return { key, direction: lower };
  });
  if (terms.length > MAX_SORT_TERMS) throw invalidParameter('sort', `sort takes at most ${MAX_SORT_TERMS} keys.`);
  if (new Set(terms.map((term) => term.key)).size < terms.length)
    throw invalidParameter('sort', 'sort names a key twice.');
  return terms;
};

/**
 * @param extra `conditions` that hold besides those of the client; parameters that the address has `also`, and is `without`
 * @throws PublicError 400 naming the first parameter that is unknown or malformed, and what is allowed
 */
export const readListQuery = (
  query: Query,
  list: string,
  definition: CollectionDefinition,
  locales: Locales,
  {
    conditions = [],
    also = [],
    without = [],
  }: { conditions?: readonly FacetCondition[]; also?: readonly string[]; without?: readonly string[] } = {},
): ListQuery => {
  checkNames(
    query,
    [
      ...also,
      ...LIST_PARAMETERS.filter((name) => !without.includes(name)),
      ...Object.keys(definition.wideFacets ?? {}),
      ...dayParameters(definition),
    ],
    `/${list}`,
  );
  const locale = readLocale('locale', query.locale, locales) ?? locales.default;
  const fallback = readLocale('fallback', query.fallback, locales);
  const asOf = readDay('asOf', query.asOf);
  const day = asOf ?? dayOf(new Date());
  const search = readSearch(query.q, definition);
  const filters = readFilters(query.filters, definition, locale, readWide(query, definition));
  const base = {
    list,
    asOf,
    day,
    overlays: overlaysOf(definition, day),
    locale,
    fallback: fallback === locale ? null : fallback,
    sort: readSort(query.sort, definition, search !== null),
    search,
    defaultSortKey: definition.defaultSort.key,
    counted: readFacets(query.facets, definition, locale),
    facets: [...filters.facets, ...conditions],
    ranges: filters.ranges,
  };
  const paged = readPaging(query.pagination, base);
  // Spreading an object of so many members takes longer than reading them did.
  return Object.assign(base, paged, { fields: readFields(query.fields, definition.summaryFields) });
};

export interface ItemQuery {
  locale: string;
  fallback: string | null;
  fields: string[] | null;
  overlays: Overlays;
}

/** @param where the address, for error texts */
export const readItemQuery = (
  query: Query,
  where: string,
  definition: CollectionDefinition,
  locales: Locales,
): ItemQuery => {
  checkNames(query, [...ITEM_PARAMETERS, ...dayParameters(definition)], where);
  const locale = readLocale('locale', query.locale, locales) ?? locales.default;
  const fallback = readLocale('fallback', query.fallback, locales);
  return {
    locale,
    fallback: fallback === locale ? null : fallback,
    fields: readFields(query.fields, definition.itemFields),
    overlays: overlaysOf(definition, readDay('asOf', query.asOf) ?? dayOf(new Date())),
  };
};
