import type { Migration } from './index';

/**
 * `facts` holds what other items need to know of a snapshot beyond what they show of it. `names` are texts by which others
 * look a document up; `links` what the content of a snapshot says about other documents, made with it. `periods` are the
 * members that depend on the day: JSON members without the last closing brace, from a day on, and what `fill`s the
 * item's placeholder then; `dated_facets` the facet
 * values that do, from a day and before another.
 */
export const namesLinksDays: Migration = {
  name: '0004-names-links-days',
  statements: (t) => {
    const postgres = t.client === 'postgres';
    const key = postgres ? 'TEXT COLLATE "C"' : 'TEXT';
    const withoutRowid = postgres ? '' : ' WITHOUT ROWID';
    // SQLite's tables without rowid hold all columns in their key's tree; PostgreSQL is told to.
    const covering = postgres ? ' INCLUDE (until_day, snapshot_id)' : '';
    return [
      `ALTER TABLE ${t.snapshots} ADD COLUMN facts TEXT NOT NULL DEFAULT ''`,
      `CREATE TABLE ${t.names} (
        name ${key} NOT NULL,
        document_id ${key} NOT NULL,
        PRIMARY KEY (name, document_id)
      )${withoutRowid}`,
      `CREATE INDEX delivery_names_document ON ${t.names} (document_id)`,
      `CREATE TABLE ${t.links} (
        source_id ${key} NOT NULL,
        kind ${key} NOT NULL,
        position INTEGER NOT NULL,
        source_uid ${key} NOT NULL,
        target_uid ${key} NOT NULL,
        target_id ${key} NOT NULL,
        data TEXT NOT NULL,
        PRIMARY KEY (source_id, kind, position)
      )${withoutRowid}`,
      `CREATE INDEX delivery_links_target ON ${t.links} (target_id, kind, source_id)`,
      `CREATE TABLE ${t.periods} (
        snapshot_id BIGINT NOT NULL,
        from_day ${key} NOT NULL,
        value ${key} NOT NULL,
        members TEXT NOT NULL,
        fill TEXT NOT NULL,
        PRIMARY KEY (snapshot_id, from_day)
      )${withoutRowid}`,
      `CREATE INDEX delivery_periods_day ON ${t.periods} (from_day)`,
      `CREATE TABLE ${t.datedFacets} (
        list ${key} NOT NULL,
        locale ${key} NOT NULL,
        name ${key} NOT NULL,
        value ${key} NOT NULL,
        label TEXT NOT NULL,
        default_sort ${key} NOT NULL,
        document_id ${key} NOT NULL,
        from_day ${key} NOT NULL,
        until_day ${key} NOT NULL,
        snapshot_id BIGINT NOT NULL${postgres ? '' : ','}
        ${postgres ? '' : 'PRIMARY KEY (list, locale, name, value, default_sort, document_id, from_day)'}
      )${withoutRowid}`,
      ...(postgres
        ? [
            `CREATE UNIQUE INDEX delivery_dated_facets_value ON ${t.datedFacets} (list, locale, name, value, default_sort, document_id, from_day)${covering}`,
          ]
        : []),
      // With all that is asked for: of an index that lacks a column SQLite thinks less than of the whole table.
      `CREATE INDEX delivery_dated_facets_snapshot ON ${t.datedFacets} (snapshot_id, name, list, from_day, until_day, value)`,
    ];
  },
};
