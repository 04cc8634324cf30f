import { itemByKeySql, itemsByKeySql, type ItemExtent, type ItemKey, type ItemScope } from '../query/item-sql';
import type { Tables } from '../store/tables';
import type { ReadConnection } from './connection';
import { createLookUps } from './look-up';
import type { ItemAddress, ItemHead, StoredItem } from './reader';

interface Group {
  extent: ItemExtent;
  by: ItemKey;
  scope: ItemScope;
}

const nameOf = ({ extent, by, scope: { locale, collections, overlays } }: Group): string =>
  [extent, by, locale, ...collections, JSON.stringify(overlays)].join('\n');

/** Two questions at once: the database answers one while the answer to the other is sent on. Of 20 items each, which hold few megabytes. */
const TOGETHER = { atOnce: 2, most: 20 };

/**
 * Reads items. Where a question goes to a server, those that come while others are on their way go together: sending and
 * awaiting each alone takes longer than finding it.
 */
export const createItemReader = (connection: ReadConnection, t: Tables, keysOf: (id: string) => readonly ItemKey[]) => {
  const lookUp = createLookUps<Group, ItemHead>(
    nameOf,
    async ({ extent, by, scope }, ids) => {
      const found = new Map<string, ItemHead>();
      for (const row of await connection.all<ItemHead>(itemsByKeySql(t, extent, by, ids, scope))) {
        const key = by === 'slug' ? row.slug : row.documentId;
        const other = found.get(key);
        // As `itemByKeySql` decides it.
        if (!other || row.collection < other.collection) found.set(key, row);
      }
      return found;
    },
    TOGETHER,
  );

  const readOne = async ({ extent, by, scope }: Group, id: string): Promise<ItemHead | undefined> => {
    const [found] = await connection.all<ItemHead>(itemByKeySql(t, extent, by, id, scope));
    return found;
  };

  const read = t.client === 'postgres' ? lookUp : readOne;

  /** The likelier meaning first; the other one costs a second query only where the first finds nothing. */
  const find = async (extent: ItemExtent, { id, ...scope }: ItemAddress): Promise<ItemHead | null> => {
    for (const by of keysOf(id)) {
      const found = await read({ extent, by, scope }, id);
      if (found) return found;
    }
    return null;
  };

  return {
    /** The item under a slug or documentId: one query. */
    whole: (address: ItemAddress) => find('whole', address) as Promise<StoredItem | null>,
    /** The same without its text. */
    head: (address: ItemAddress) => find('head', address),
  };
};
