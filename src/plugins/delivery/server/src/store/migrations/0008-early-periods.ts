import type { Migration } from './index';

/**
 * Of what holds from a day before its place in a list (a document that takes effect before it is issued), the places:
 * everything else that holds on a day stands at or behind that day, so that a walk need not begin with what is newer.
 */
export const earlyPeriods: Migration = {
  name: '0008-early-periods',
  statements: (t) => [
    `CREATE INDEX delivery_dated_facets_early ON ${t.datedFacets} (list, locale, name, value, default_sort, from_day) WHERE from_day < default_sort`,
  ],
};
