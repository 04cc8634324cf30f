import { rows, run, type Tables, type Transaction } from './tables';

/** Rows that stand for something which is not public. */
export interface Stray {
  /** Of names, links, periods, dated facets or the search index. */
  table: string;
  /** A documentId, or the id of a snapshot that is gone. */
  owner: string;
  count: number;
}

const STRAYS: readonly {
  table: 'names' | 'links' | 'periods' | 'datedFacets' | 'search';
  owner: string;
  key: string;
}[] = [
  { table: 'names', owner: 'document_id', key: 'document_id' },
  { table: 'links', owner: 'source_id', key: 'document_id' },
  { table: 'periods', owner: 'snapshot_id', key: 'id' },
  { table: 'datedFacets', owner: 'snapshot_id', key: 'id' },
  { table: 'search', owner: 'snapshot_id', key: 'id' },
];

const without = (t: Tables, { table, owner, key }: (typeof STRAYS)[number]): string =>
  `${t[table]} WHERE NOT EXISTS (SELECT 1 FROM ${t.snapshots} s WHERE s.${key} = ${t[table]}.${owner})`;

/** Entries of SQLite's index for rows that are not there. */
const strayEntries = (t: Tables): string => `${t.searchIndex} WHERE rowid NOT IN (SELECT id FROM ${t.search})`;

/** What is kept of documents and snapshots that are not public any more, or never were. */
export const strays = async (trx: Transaction, t: Tables): Promise<Stray[]> => {
  const found: Stray[] = [];
  for (const one of STRAYS) {
    const groups = await rows<{ owner: string | number; count: number | string }>(
      trx,
      `SELECT ${one.owner} AS owner, COUNT(*) AS count FROM ${without(t, one)} GROUP BY ${one.owner} ORDER BY 1`,
    );
    found.push(
      ...groups.map(({ owner, count }) => ({ table: t[one.table], owner: String(owner), count: Number(count) })),
    );
  }
  if (t.client === 'sqlite') {
    const lost = await rows<{ count: number }>(trx, `SELECT COUNT(*) AS count FROM ${strayEntries(t)}`);
    const count = Number(lost[0]?.count ?? 0);
    if (count > 0) found.push({ table: t.searchIndex, owner: '*', count });
  }
  return found;
};

/** Forgets what `strays` finds. */
export const dropStrays = async (trx: Transaction, t: Tables): Promise<void> => {
  for (const one of STRAYS) await run(trx, `DELETE FROM ${without(t, one)}`);
  if (t.client === 'sqlite') await run(trx, `DELETE FROM ${strayEntries(t)}`);
};
