import type { Migration } from './index';

/**
 * The values of members that move apart from content, by document: `value` is JSON, `sort_keys` a JSON object of what lists
 * sort by in place of the projection's own keys, `revision` the giver's count of its changes. They are no content, so they
 * outlast every snapshot.
 */
export const overlays: Migration = {
  name: '0005-overlays',
  statements: (t) => {
    const postgres = t.client === 'postgres';
    const key = postgres ? 'TEXT COLLATE "C"' : 'TEXT';
    return [
      `CREATE TABLE ${t.overlays} (
        document_id ${key} NOT NULL,
        collection ${key} NOT NULL,
        member ${key} NOT NULL,
        value TEXT NOT NULL,
        sort_keys TEXT NOT NULL,
        revision BIGINT NOT NULL,
        PRIMARY KEY (document_id, collection, member)
      )${postgres ? '' : ' WITHOUT ROWID'}`,
    ];
  },
};
