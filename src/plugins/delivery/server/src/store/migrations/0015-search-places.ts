import type { Migration } from './index';

/**
 * On PostgreSQL a row says itself in which lists and languages it is: the index's entry of one that most rows have is about as long as the
 * table, and reading it takes longer than finding what is looked for. That and `document_id` stay in the row, whatever is kept beside it.
 * Writes the table and its index anew, which takes about 40 seconds for 100,000 items, once.
 */
export const searchPlaces: Migration = {
  name: '0015-search-places',
  statements: (t) => {
    if (t.client === 'sqlite') return [];
    const inSchema = (name: string) => t.search.replace(/delivery_search$/, name);
    const placesOf = inSchema('delivery_places_of');
    return [
      `CREATE FUNCTION ${placesOf} (tokens TSVECTOR) RETURNS TEXT[] LANGUAGE sql AS
         'SELECT ARRAY(SELECT e.lexeme FROM unnest(tokens) e WHERE e.lexeme LIKE ''@%'')'`,
      `DROP INDEX ${inSchema('delivery_search_recent')}`,
      `ALTER TABLE ${t.search} ADD COLUMN places TEXT[] COLLATE "C"`,
      // Another type, though the same, writes all rows anew; an UPDATE would leave the old ones to the index as well.
      `ALTER TABLE ${t.search}
         ALTER COLUMN places TYPE TEXT[] COLLATE "C" USING ${placesOf}(tokens),
         ALTER COLUMN places SET NOT NULL, ALTER COLUMN places SET STORAGE MAIN, ALTER COLUMN document_id SET STORAGE MAIN`,
      `CREATE INDEX delivery_search_recent ON ${t.search} USING GIN (tokens, (ARRAY[id >> 27, -1 - (id >> 31)]))`,
      `DROP FUNCTION ${placesOf} (TSVECTOR)`,
    ];
  },
};
