import type { Migration } from './index';

/** For sitemaps: how many snapshots of a collection a stretch of ids holds, and when the latest of them changed, from an index alone. */
export const catalogue: Migration = {
  name: '0007-catalogue',
  statements: (t) => [`CREATE INDEX delivery_snapshots_catalogue ON ${t.snapshots} (collection, id, updated_at)`],
};
