import { invalidParameter } from '../errors';
import type { ListQuery } from '../query/list-query';
import { NO_OVERLAYS } from '../query/overlay-sql';
import type { QueryValue } from '../query/parse-query-string';
import { checkNames, readLocale, type Locales } from '../query/read-list-query';
import { readPaging } from '../query/read-paging';

type Query = Record<string, QueryValue>;

/** A page of versions as a client asked for it; a list like others, always newest first. */
export const readVersionsQuery = (query: Query, where: string, locales: Locales): ListQuery => {
  checkNames(query, ['pagination', 'locale'], where);
  const base = {
    list: where,
    locale: readLocale('locale', query.locale, locales) ?? locales.default,
    fallback: null,
    sort: [{ key: 'version', direction: 'desc' as const }],
    defaultSortKey: 'version',
    facets: [],
    counted: [],
    ranges: [],
    search: null,
    asOf: null,
    day: '',
    overlays: NO_OVERLAYS,
  };
  return { ...base, ...readPaging(query.pagination, base), fields: null };
};

/** The language of one version. */
export const readVersionLocale = (query: Query, where: string, locales: Locales): string => {
  checkNames(query, ['locale'], where);
  return readLocale('locale', query.locale, locales) ?? locales.default;
};

const VERSION = /^[1-9]\d{0,8}$/;

/** The number in an address or a parameter; null for a text that can be none. */
export const versionNumber = (text: string): number | null => (VERSION.test(text) ? Number(text) : null);

/** What a comparison takes for "as it is public now". */
export const PRESENT = 'present';

export interface DiffQuery {
  locale: string;
  from: number;
  /** Null for what is public now. */
  to: number | null;
}

export const readDiffQuery = (query: Query, where: string, locales: Locales): DiffQuery => {
  checkNames(query, ['locale', 'from', 'to'], where);
  const { from, to = PRESENT } = query;
  const first = typeof from === 'string' ? versionNumber(from) : null;
  if (first === null) throw invalidParameter('from', 'from takes the number of a version.');
  const last = typeof to === 'string' ? versionNumber(to) : null;
  if (last === null && to !== PRESENT)
    throw invalidParameter('to', `to takes the number of a version, or ${PRESENT}.`, [PRESENT]);
  return { locale: readLocale('locale', query.locale, locales) ?? locales.default, from: first, to: last };
};
