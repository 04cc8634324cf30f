import type { Migration } from './index';

/**
 * On PostgreSQL the index also knows from which weeks and years a row is, so that it finds the newest hits of a frequent word without the
 * others; see `SPAN_BITS` and `ERA_BITS`. Takes about 30 seconds for 100,000 items, once.
 */
export const recentSearch: Migration = {
  name: '0014-recent-search',
  statements: (t) =>
    t.client === 'sqlite'
      ? []
      : [
          `CREATE INDEX delivery_search_recent ON ${t.search} USING GIN (tokens, (ARRAY[id >> 27, -1 - (id >> 31)]))`,
          `DROP INDEX ${t.search.replace(/delivery_search$/, 'delivery_search_tokens')}`,
        ],
};
