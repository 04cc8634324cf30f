import { factsSql, targetsSql, type ItemKey } from '../query/item-sql';
import type { Tables } from '../store/tables';
import type { ReadConnection } from './connection';
import { createLookUps } from './look-up';
import type { ItemAddress, TargetHead } from './reader';

type Address = Omit<ItemAddress, 'overlays'>;

interface Row extends Omit<TargetHead, 'withdrawn' | 'facts'> {
  id: number | string;
  withdrawn: boolean | number;
  indexHash: string;
}

/** As many facts of items are kept in memory at most. */
const KNOWN_FACTS = 5_000;

/** Reads what others need to know of an item, without its text. Many who ask at once cost one query. */
export const createTargetReader = (
  connection: ReadConnection,
  t: Tables,
  keysOf: (id: string) => readonly ItemKey[],
) => {
  /** By `indexHash`, which is made of them among others. They stand behind the item's text, which would have to be read over each time. */
  const knownFacts = new Map<string, Record<string, unknown>>();
  const factsOf = async (snapshotId: number, indexHash: string): Promise<Record<string, unknown>> => {
    const known = knownFacts.get(indexHash);
    if (known) return known;
    const [row] = await connection.all<{ facts: string; indexHash: string }>(factsSql(t, snapshotId));
    const facts: Record<string, unknown> = row && row.facts !== '' ? JSON.parse(row.facts) : {};
    if (knownFacts.size >= KNOWN_FACTS) knownFacts.clear();
    if (row?.indexHash === indexHash) knownFacts.set(indexHash, facts);
    return facts;
  };

  const lookUp = createLookUps<{ by: ItemKey; address: Address }, Row>(
    ({ by, address: { locale, collections } }) => [by, locale, ...collections].join('\n'),
    async ({ by, address }, ids) => {
      const found = await connection.all<Row>(targetsSql(t, by, ids, address));
      return new Map(found.map((row) => [by === 'slug' ? row.slug : row.documentId, row]));
    },
  );

  return async (address: Address): Promise<TargetHead | null> => {
    const { id } = address;
    for (const by of keysOf(id)) {
      const found = await lookUp({ by, address }, id);
      if (!found) continue;
      const { id: snapshotId, indexHash, withdrawn, ...head } = found;
      return { ...head, withdrawn: Boolean(withdrawn), facts: await factsOf(Number(snapshotId), indexHash) };
    }
    return null;
  };
};
