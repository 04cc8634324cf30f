import type { Mark, RankedSearch } from '../search';
import type { Overlays } from './overlay-sql';
import type { SearchWays } from './search-ways';
import type { KeyRange } from './time-ranges';

/** One key that a list is sorted by. */
export interface SortTerm {
  key: string;
  direction: 'asc' | 'desc';
}

/** Under which names the values of a facet are kept. */
export interface FacetColumn {
  /** As the API names it. */
  facet: string;
  /** For items in the language of the list. */
  own: string;
  /** For items that stand in from the fallback language. */
  inFallback: string;
  /** Its values depend on the day; they are kept for periods. */
  isDated: boolean;
}

/** A condition on a facet of the items. */
export interface FacetCondition extends FacetColumn {
  /** `any`: carries one of the values; `none`: carries none of them; `present`/`absent`: carries some value, or no value. */
  match: 'any' | 'none' | 'present' | 'absent';
  values: string[];
}

/** A condition on a sort key. */
export interface RangeCondition {
  key: string;
  /** `outside` is the complement of the ranges, keys without a value included. */
  match: 'within' | 'outside' | 'present' | 'absent';
  ranges: KeyRange[];
}

export type Paging =
  | { form: 'page'; page: number; pageSize: number }
  | { form: 'offset'; start: number; limit: number }
  | { form: 'cursor'; pageSize: number; after: Position | null };

/** The place of an item in a sorted list. */
export interface Position {
  values: string[];
  documentId: string;
}

/** What a client looks for in a list. */
export interface ListSearch {
  /** As it was sent, in NFC. */
  text: string;
  ranked: RankedSearch;
  marks: Mark[];
  /** How its ranks are best looked for, where that has to be told. */
  ways?: SearchWays;
  /** The languages in which the list has most of all rows, where that has to be told; see `SearchPlace`. */
  ofMost?: readonly string[];
}

/** The languages that a list is read in: its own first. */
export const localesOf = ({ locale, fallback }: { locale: string; fallback: string | null }): string[] =>
  fallback === null ? [locale] : [locale, fallback];

/** The sort key of hits: the best first. */
export const RELEVANCE = 'relevance';

/** A list as a client asked for it, checked; every value in it is still bound, never written into SQL. */
export interface ListQuery {
  list: string;
  locale: string;
  fallback: string | null;
  sort: SortTerm[];
  /** The key that facet rows carry too. */
  defaultSortKey: string;
  facets: FacetCondition[];
  /** The facets whose values are to be counted. */
  counted: FacetColumn[];
  ranges: RangeCondition[];
  /** Only what is found by these words; null for all. */
  search: ListSearch | null;
  /** The facet condition that fewest items meet, where that is known; the list is looked for among them. */
  rarest?: { condition: FacetCondition; count: number };
  paging: Paging;
  withCount: boolean;
  fields: string[] | null;
  /** The day that the client named, where the list depends on one. */
  asOf: string | null;
  /** The day for which dated facets are read: that one, or today. */
  day: string;
  overlays: Overlays;
}
