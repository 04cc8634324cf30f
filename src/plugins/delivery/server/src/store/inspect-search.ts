import { indexText } from '../search';
import { placesOf, plain, type SearchedSnapshot } from './search';
import { entriesOf, wordsOf } from './search-entries';
import { inParts, marks, rows, type Tables, type Transaction } from './tables';

interface SearchRow {
  id: number | string;
  snapshotId: number | string;
  hash: string;
  hit: string;
  body: string;
}

/** Entries that one question asks for; FTS5 takes a tree of so many without complaint. */
const ENTRIES = 200;

/** Whether the index has every entry of an item. What it has beyond them cannot be asked of a table without content. */
const hasEntries = async (
  trx: Transaction,
  t: Tables,
  id: number,
  tokens: readonly string[],
  words: string,
): Promise<boolean> => {
  const ofColumn = (column: string, all: readonly string[]) =>
    [...new Set(all)].filter((entry) => entry !== '').map((entry) => `${column} : "${entry}"`);
  const entries = [...ofColumn('tokens', tokens), ...ofColumn('words', words.split(' '))];
  for (let start = 0; start < entries.length; start += ENTRIES) {
    const found = await rows(trx, `SELECT rowid FROM ${t.searchIndex} WHERE rowid = ? AND ${t.searchIndex} MATCH ?`, [
      id,
      entries.slice(start, start + ENTRIES).join(' AND '),
    ]);
    if (found.length === 0) return false;
  }
  return true;
};

const isIndexed = async (trx: Transaction, t: Tables, id: number, snapshot: SearchedSnapshot): Promise<boolean> => {
  const { search, locale } = snapshot;
  if (!search) return true;
  const index = indexText(search.text);
  const entries = entriesOf(index, placesOf(search, locale));
  if (t.client === 'sqlite') return hasEntries(trx, t, id, entries, wordsOf(index));
  const same = await rows(
    trx,
    `SELECT id FROM ${t.search} WHERE id = ? AND words = ? AND tokens = array_to_tsvector(?::text[])`,
    [id, wordsOf(index), entries],
  );
  return same.length > 0;
};

/** What is wrong with the search index of snapshots: a text for each fault, by snapshot. */
export const searchFaults = async (
  trx: Transaction,
  t: Tables,
  snapshots: readonly SearchedSnapshot[],
): Promise<Map<number, string>> => {
  const stored = new Map<number, SearchRow>();
  for (const part of inParts(snapshots))
    for (const row of await rows<SearchRow>(
      trx,
      `SELECT id, snapshot_id AS "snapshotId", hash, hit, body FROM ${t.search} WHERE snapshot_id IN (${marks(part)})`,
      part.map(({ id }) => id),
    ))
      stored.set(Number(row.snapshotId), row);
  const faults = new Map<number, string>();
  for (const snapshot of snapshots) {
    const row = stored.get(snapshot.id);
    const { search } = snapshot;
    if (!search) {
      if (row) faults.set(snapshot.id, 'the search index has it, and it is not searched');
    } else if (!row) faults.set(snapshot.id, 'the search index lacks it');
    else if (row.hash !== search.hash || row.hit !== search.hit || row.body !== plain(search.text))
      faults.set(snapshot.id, 'the search index is out of date');
    else if (!(await isIndexed(trx, t, Number(row.id), snapshot)))
      faults.set(snapshot.id, 'the search index lacks some of its words');
  }
  return faults;
};
