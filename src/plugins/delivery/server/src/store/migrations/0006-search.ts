import { SEARCH_COLUMNS } from '../search-entries';
import type { Migration } from './index';

/**
 * One row for each snapshot that is searched. `id` grows with the day that the item is from, so that the newest hits are
 * those with the highest ids; `hit` is what a hit shows, as JSON, `body` the plain text that is shown around what was
 * looked for. Both databases index entries that delivery makes itself: SQLite in an FTS5 table without content, whose
 * tokenizer only parts at spaces; PostgreSQL in a `tsvector` without positions, `words` being there for phrases.
 */
export const search: Migration = {
  name: '0006-search',
  statements: (t) => {
    const postgres = t.client === 'postgres';
    const key = postgres ? 'TEXT COLLATE "C"' : 'TEXT';
    return [
      `CREATE TABLE ${t.search} (
        id ${postgres ? 'BIGINT' : 'INTEGER'} PRIMARY KEY,
        snapshot_id BIGINT NOT NULL,
        document_id ${key} NOT NULL,
        locale ${key} NOT NULL,
        hash ${key} NOT NULL,
        hit TEXT NOT NULL,
        body TEXT NOT NULL${postgres ? ', words TEXT COLLATE "C" NOT NULL, tokens TSVECTOR NOT NULL' : ''}
      )`,
      `CREATE UNIQUE INDEX delivery_search_snapshot ON ${t.search} (snapshot_id)`,
      ...(postgres
        ? [`CREATE INDEX delivery_search_tokens ON ${t.search} USING GIN (tokens)`]
        : [
            `CREATE VIRTUAL TABLE ${t.searchIndex} USING fts5(${SEARCH_COLUMNS.join(', ')}, content='',
              contentless_delete=1, tokenize="ascii tokenchars '-<|@#'")`,
          ]),
    ];
  },
};
