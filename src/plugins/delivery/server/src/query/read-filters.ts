import type { CollectionDefinition, SortKeyKind } from '../collections/definition';
import { facetIn } from '../collections/facet-names';
import { invalidParameter } from '../errors';
import type { FacetColumn, FacetCondition, RangeCondition } from './list-query';
import type { QueryValue } from './parse-query-string';
import { coveredBy, parseMoment } from './time-ranges';

export const FACET_OPERATORS = ['$eq', '$in', '$ne', '$notIn', '$null', '$notNull'] as const;
export const RANGE_OPERATORS = [
  '$eq',
  '$ne',
  '$in',
  '$notIn',
  '$gt',
  '$gte',
  '$lt',
  '$lte',
  '$null',
  '$notNull',
] as const;

export const MAX_VALUES = 100;
export const MAX_VALUE_LENGTH = 300;

interface Operation {
  path: string;
  operator: string;
  value: QueryValue;
}

/** `x` → $eq x; `{slug: ...}` → what is inside; `{$op: v}` → each operator. */
const operationsOf = (path: string, value: QueryValue, mayNameSlug: boolean): Operation[] => {
  if (typeof value === 'string') return [{ path, operator: '$eq', value }];
  if (Array.isArray(value)) return [{ path, operator: '$in', value }];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key === 'slug' && mayNameSlug) return operationsOf(`${path}[slug]`, inner, false);
    return [{ path: `${path}[${key}]`, operator: key, value: inner }];
  });
};

const listOf = (path: string, value: QueryValue): string[] => {
  const values = Array.isArray(value) ? value : [value];
  const texts = values.filter((one) => typeof one === 'string');
  if (
    texts.length !== values.length ||
    texts.length === 0 ||
    texts.some((one) => one === '' || one.length > MAX_VALUE_LENGTH)
  ) {
    throw invalidParameter(path, `${path} takes one or more values of 1 to ${MAX_VALUE_LENGTH} characters.`);
  }
  if (texts.length > MAX_VALUES) throw invalidParameter(path, `${path} takes at most ${MAX_VALUES} values.`);
  return texts.map((one) => one.normalize('NFC'));
};

const single = (path: string, value: QueryValue): string => {
  const [first, ...others] = listOf(path, value);
  if (first === undefined || others.length > 0) throw invalidParameter(path, `${path} takes one value.`);
  return first;
};

const flag = (path: string, value: QueryValue): boolean => {
  if (value === 'true') return true;
  if (value === 'false') return false;
  throw invalidParameter(path, `${path} takes true or false.`, ['true', 'false']);
};

const unknownOperator = (path: string, allowed: readonly string[]) =>
  invalidParameter(path, `${path} uses an unknown operator. Allowed: ${allowed.join(', ')}.`, allowed);

/** @param wide the list parameters that are true, see `CollectionDefinition.wideFacets` */
export const facetColumn = (
  { wideFacets = {}, translatedFacets = [], dated }: CollectionDefinition,
  facet: string,
  locale: string,
  wide: readonly string[] = [],
): FacetColumn => {
  const widened = wide.map((parameter) => wideFacets[parameter]).find((one) => one?.facet === facet);
  if (widened) return { facet, own: widened.wide, inFallback: widened.wide, isDated: false };
  const inFallback = translatedFacets.includes(facet) ? facetIn(facet, locale) : facet;
  return { facet, own: facet, inFallback, isDated: dated?.name === facet };
};

const facetCondition = (column: FacetColumn, { path, operator, value }: Operation): FacetCondition => {
  switch (operator) {
    case '$eq':
      return { ...column, match: 'any', values: [single(path, value)] };
    case '$in':
      return { ...column, match: 'any', values: listOf(path, value) };
    case '$ne':
      return { ...column, match: 'none', values: [single(path, value)] };
    case '$notIn':
      return { ...column, match: 'none', values: listOf(path, value) };
    case '$null':
      return { ...column, match: flag(path, value) ? 'absent' : 'present', values: [] };
    case '$notNull':
      return { ...column, match: flag(path, value) ? 'present' : 'absent', values: [] };
    default:
      throw unknownOperator(path, FACET_OPERATORS);
  }
};

const rangeCondition = (
  key: string,
  kind: Exclude<SortKeyKind, 'text'>,
  { path, operator, value }: Operation,
): RangeCondition => {
  const covered = (text: string) => {
    const moment = parseMoment(text);
    if (moment === null) {
      throw invalidParameter(
        path,
        `${path} takes an ISO 8601 date (2023-09-01, a day in Asia/Ho_Chi_Minh) or time with offset (2023-09-01T00:14:00+07:00).`,
      );
    }
    return coveredBy(moment, kind);
  };
  switch (operator) {
    case '$eq':
      return { key, match: 'within', ranges: [covered(single(path, value))] };
    case '$in':
      return { key, match: 'within', ranges: listOf(path, value).map(covered) };
    case '$ne':
      return { key, match: 'outside', ranges: [covered(single(path, value))] };
    case '$notIn':
      return { key, match: 'outside', ranges: listOf(path, value).map(covered) };
    case '$gt':
      return { key, match: 'within', ranges: [{ from: covered(single(path, value)).before }] };
    case '$gte':
      return { key, match: 'within', ranges: [{ from: covered(single(path, value)).from }] };
    case '$lt':
      return { key, match: 'within', ranges: [{ before: covered(single(path, value)).from }] };
    case '$lte':
      return { key, match: 'within', ranges: [{ before: covered(single(path, value)).before }] };
    case '$null':
      return { key, match: flag(path, value) ? 'absent' : 'present', ranges: [] };
    case '$notNull':
      return { key, match: flag(path, value) ? 'present' : 'absent', ranges: [] };
    default:
      throw unknownOperator(path, RANGE_OPERATORS);
  }
};

const oneOf = (values: readonly string[]) => ({
  read: (text: string) => (values.includes(text) ? text : null),
  expects: `one of: ${values.join(', ')}`,
});

/** The stored form of a facet's values, where the collection says what they are. */
const readValues = (
  condition: FacetCondition,
  path: string,
  { facetReaders, dated }: CollectionDefinition,
): FacetCondition => {
  const reader = condition.isDated && dated ? oneOf(dated.values) : facetReaders?.[condition.facet];
  if (!reader) return condition;
  const values = condition.values.map((value) => {
    const stored = reader.read(value);
    if (stored === null) throw invalidParameter(path, `${path} takes ${reader.expects}.`);
    return stored;
  });
  return { ...condition, values };
};

/** Reads `filters`: facets and ranges of the collection, all of which must hold. */
export const readFilters = (
  filters: QueryValue | undefined,
  definition: CollectionDefinition,
  locale: string,
  wide: readonly string[],
): { facets: FacetCondition[]; ranges: RangeCondition[] } => {
  const facets: FacetCondition[] = [];
  const ranges: RangeCondition[] = [];
  if (filters === undefined) return { facets, ranges };
  const allowed = [...definition.facetNames, ...definition.ranges];
  if (typeof filters === 'string' || Array.isArray(filters)) {
    throw invalidParameter(
      'filters',
      `filters takes names in brackets, for example filters[${allowed[0]}]=…. Allowed: ${allowed.join(', ')}.`,
      allowed,
    );
  }
  for (const [name, value] of Object.entries(filters)) {
    const path = `filters[${name}]`;
    const kind = definition.ranges.includes(name) ? definition.sortKinds[name] : undefined;
    if (kind !== undefined && kind !== 'text') {
      ranges.push(...operationsOf(path, value, false).map((operation) => rangeCondition(name, kind, operation)));
    } else if (definition.facetNames.includes(name)) {
      const column = facetColumn(definition, name, locale, wide);
      const conditions = operationsOf(path, value, true).map((operation) => facetCondition(column, operation));
      facets.push(...conditions.map((condition) => readValues(condition, path, definition)));
    } else {
      throw invalidParameter(
        path,
        `${path} is not a filter of ${definition.name}. Allowed: ${allowed.join(', ')}.`,
        allowed,
      );
    }
  }
  return { facets, ranges };
};
