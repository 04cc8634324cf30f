import { marks, type Tables } from '../store/tables';
import type { ReadConnection } from './connection';
import { createLookUp } from './look-up';
import type { ItemAddress, TargetHead } from './reader';

type Address = Omit<ItemAddress, 'overlays'>;
type Key = 'slug' | 'document_id';

interface Row extends Omit<TargetHead, 'withdrawn' | 'facts'> {
  id: number | string;
  withdrawn: boolean | number;
  indexHash: string;
}

/** As many facts of items are kept in memory at most. */
const KNOWN_FACTS = 5_000;

/** Reads what others need to know of an item, without its text. Many who ask at once cost one query. */
export const createTargetReader = (connection: ReadConnection, t: Tables, isDocumentId: (id: string) => boolean) => {
  /** By `indexHash`, which is made of them among others. They stand behind the item's text, which would have to be read over each time. */
  const knownFacts = new Map<string, Record<string, unknown>>();
  const factsOf = async (snapshotId: number, indexHash: string): Promise<Record<string, unknown>> => {
    const known = knownFacts.get(indexHash);
    if (known) return known;
    const [row] = await connection.all<{ facts: string; indexHash: string }>({
      sql: `SELECT facts, index_hash AS "indexHash" FROM ${t.snapshots} WHERE id = ?`,
      values: [snapshotId],
    });
    const facts: Record<string, unknown> = row && row.facts !== '' ? JSON.parse(row.facts) : {};
    if (knownFacts.size >= KNOWN_FACTS) knownFacts.clear();
    if (row?.indexHash === indexHash) knownFacts.set(indexHash, facts);
    return facts;
  };

  const among =
    t.client === 'postgres'
      ? '= ANY(ARRAY(SELECT jsonb_array_elements_text(?::jsonb)))'
      : 'IN (SELECT value FROM json_each(?))';
  const find = (by: Key, locale: string, collections: readonly string[]) =>
    createLookUp<Row>(async (ids) => {
      const found = await connection.all<Row>({
        sql: `SELECT id, document_id AS "documentId", collection, slug, withdrawn, index_hash AS "indexHash" FROM ${t.snapshots}
              WHERE ${by} ${among} AND locale = ? AND collection IN (${marks(collections)})`,
        values: [JSON.stringify(ids), locale, ...collections],
      });
      return new Map(found.map((row) => [by === 'slug' ? row.slug : row.documentId, row]));
    });

  /** Few: of the site's languages and lists. */
  const lookUps = new Map<string, ReturnType<typeof find>>();
  const lookUpOf = (by: Key, { locale, collections }: Address) => {
    const name = [by, locale, ...collections].join('\n');
    const lookUp = lookUps.get(name) ?? find(by, locale, collections);
    lookUps.set(name, lookUp);
    return lookUp;
  };

  return async (address: Address): Promise<TargetHead | null> => {
    const { id } = address;
    for (const by of isDocumentId(id) ? (['document_id', 'slug'] as const) : (['slug', 'document_id'] as const)) {
      const found = await lookUpOf(by, address)(id);
      if (!found) continue;
      const { id: snapshotId, indexHash, withdrawn, ...head } = found;
      return { ...head, withdrawn: Boolean(withdrawn), facts: await factsOf(Number(snapshotId), indexHash) };
    }
    return null;
  };
};
