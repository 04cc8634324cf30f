import type { Migration } from './index';

/** The entries of the log that tell of removals, which feeds show as tombstones: few in a long log. */
export const removals: Migration = {
  name: '0011-removals',
  statements: (t) => [
    `CREATE INDEX delivery_changes_removals ON ${t.changes} (seq, collection, locale) WHERE event IN ('unpublished', 'deleted')`,
  ],
};
