import type { Migration } from './index';

/**
 * On PostgreSQL, where a row is not kept with its key, lists and counts walk along the keys and need nothing of the rows but
 * their snapshot: without it in the index, each row of a walk is a page of the table.
 */
export const coveringKeys: Migration = {
  name: '0012-covering-keys',
  statements: (t) =>
    t.client === 'sqlite'
      ? []
      : [
          `ALTER TABLE ${t.facets} DROP CONSTRAINT delivery_facets_pkey, ADD CONSTRAINT delivery_facets_pkey
            PRIMARY KEY (list, locale, name, value, default_sort, document_id) INCLUDE (snapshot_id)`,
          `ALTER TABLE ${t.sortKeys} DROP CONSTRAINT delivery_sort_keys_pkey, ADD CONSTRAINT delivery_sort_keys_pkey
            PRIMARY KEY (list, locale, name, value, document_id) INCLUDE (snapshot_id)`,
        ],
};
