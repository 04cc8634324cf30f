import { invalidParameter } from '../errors';
import { readCursor } from './cursor';
import type { ListQuery, Paging } from './list-query';
import type { QueryValue } from './parse-query-string';

export const MAX_OFFSET = 10_000;
export const DEFAULT_PAGE_SIZE = 25;
export const MAX_PAGE_SIZE = 100;

const wholeNumber = (
  name: string,
  value: QueryValue | undefined,
  limits: { min: number; max: number; fallback: number },
): number => {
  if (value === undefined) return limits.fallback;
  const number = typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : NaN;
  if (!(number >= limits.min && number <= limits.max)) {
    throw invalidParameter(name, `${name} takes a whole number from ${limits.min} to ${limits.max}.`);
  }
  return number;
};

/** The names that go together in `pagination`. */
export const PAGE_FORMS = {
  page: ['page', 'pageSize', 'withCount'],
  offset: ['start', 'limit', 'withCount'],
  cursor: ['cursor', 'pageSize', 'withCount'],
} as const;

/** Which part of a list is asked for. @param base what a cursor must have been made for */
export const readPaging = (
  value: QueryValue | undefined,
  base: Omit<ListQuery, 'paging' | 'withCount' | 'fields'>,
): { paging: Paging; withCount: boolean } => {
  const all = ['page', 'pageSize', 'start', 'limit', 'cursor', 'withCount'];
  if (value !== undefined && (typeof value === 'string' || Array.isArray(value))) {
    throw invalidParameter(
      'pagination',
      `pagination takes names in brackets, for example pagination[page]=2. Allowed: ${all.join(', ')}.`,
      all,
    );
  }
  const given: Record<string, QueryValue> = value ?? {};
  const names = Object.keys(given);
  const unknown = names.find((name) => !all.includes(name));
  if (unknown !== undefined) {
    throw invalidParameter(
      `pagination[${unknown}]`,
      `pagination[${unknown}] is unknown. Allowed: ${all.join(', ')}.`,
      all,
    );
  }
  const form = names.includes('cursor')
    ? 'cursor'
    : names.includes('start') || names.includes('limit')
      ? 'offset'
      : 'page';
  const allowed: readonly string[] = PAGE_FORMS[form];
  const stray = names.find((name) => !allowed.includes(name));
  if (stray !== undefined) {
    throw invalidParameter(
      `pagination[${stray}]`,
      `pagination[${stray}] does not go with the other pagination parameters. Use page and pageSize, or start and limit, or cursor and pageSize.`,
      allowed,
    );
  }
  const { withCount: count } = given;
  if (count !== undefined && count !== 'true' && count !== 'false') {
    throw invalidParameter('pagination[withCount]', 'pagination[withCount] takes true or false.', ['true', 'false']);
  }
  const withCount = count !== 'false';
  const size = (name: 'pageSize' | 'limit') =>
    wholeNumber(`pagination[${name}]`, given[name], { min: 1, max: MAX_PAGE_SIZE, fallback: DEFAULT_PAGE_SIZE });
  const tooFar = (name: string) =>
    invalidParameter(
      name,
      `${name}: pages end at offset ${MAX_OFFSET}. Go on with pagination[cursor], from meta.pagination.nextCursor.`,
    );

  if (form === 'cursor') {
    if (typeof given.cursor !== 'string')
      throw invalidParameter('pagination[cursor]', 'pagination[cursor] takes one cursor.');
    // An empty cursor starts at the beginning, so that a client can page by cursor from the first request.
    const after = given.cursor === '' ? null : readCursor(given.cursor, base);
    return { paging: { form, pageSize: size('pageSize'), after }, withCount };
  }
  if (form === 'offset') {
    const start = wholeNumber('pagination[start]', given.start, { min: 0, max: 999_999_999, fallback: 0 });
    if (start > MAX_OFFSET) throw tooFar('pagination[start]');
    return { paging: { form, start, limit: size('limit') }, withCount };
  }
  const pageSize = size('pageSize');
  const page = wholeNumber('pagination[page]', given.page, { min: 1, max: 999_999_999, fallback: 1 });
  if ((page - 1) * pageSize > MAX_OFFSET) throw tooFar('pagination[page]');
  return { paging: { form, page, pageSize }, withCount };
};
