import { randomInt } from 'node:crypto';
import { indexText } from '../search';
import { placesOf, plain, SPAN_BITS, type SearchedSnapshot } from './search';
import { entriesOf, wordsOf } from './search-entries';
import { inParts, marks, rows, type Tables, type Transaction } from './tables';

interface SearchRow {
  id: number | string;
  snapshotId: number | string;
  hash: string;
  hit: string;
  body: string;
}

/** Entries that one statement asks for. */
const ENTRIES = 2_000;

/** Ids that are farther apart lie weeks apart: what is between them is not read for their sake. */
const GAP = 2 ** SPAN_BITS;

/** Ids in runs of neighbours. */
const runsOf = (ids: readonly number[]): number[][] => {
  const runs: number[][] = [];
  let before = -Infinity;
  for (const id of [...ids].sort((a, b) => a - b)) {
    const run = runs[runs.length - 1];
    if (run && id - before <= GAP) run.push(id);
    else runs.push([id]);
    before = id;
  }
  return runs;
};

/**
 * Which rows of SQLite's index, neighbours, have not exactly those of their entries that they are said to have. A table without content cannot
 * be asked for the entries of a row, only for the rows of an entry: so each entry of all these rows is asked for once, and each row
 * is compared by the sum of a weight that each entry has. Of what a row has beside them, that is seen which others of these rows have.
 * @param wanted entries by row, as FTS5 is asked for them
 */
const wronglyIndexed = async (
  trx: Transaction,
  t: Tables,
  wanted: ReadonlyMap<number, ReadonlySet<string>>,
): Promise<number[]> => {
  const ids = [...wanted.keys()];
  // Sums of thousands of them are whole numbers still, and no two sets have the same by chance.
  const weights = new Map([...wanted.values()].flatMap((entries) => [...entries].map((entry) => [entry, 0])));
  for (const entry of weights.keys()) weights.set(entry, randomInt(1, 2 ** 32));
  const sums = new Map(ids.map((id) => [id, 0]));
  const all = [...weights];
  for (let start = 0; start < all.length; start += ENTRIES) {
    const found = await rows<{ id: number; sum: number }>(
      trx,
      `SELECT x.rowid AS id, SUM(e.value ->> 1) AS sum FROM json_each(?) e JOIN ${t.searchIndex} x
       ON x.${t.searchIndex} MATCH (e.value ->> 0) AND x.rowid >= CAST(? AS INTEGER) AND x.rowid <= CAST(? AS INTEGER) GROUP BY x.rowid`,
      [JSON.stringify(all.slice(start, start + ENTRIES)), Math.min(...ids), Math.max(...ids)],
    );
    for (const { id, sum } of found) if (sums.has(id)) sums.set(id, (sums.get(id) ?? 0) + sum);
  }
  return [...wanted].flatMap(([id, entries]) => {
    const wantedSum = [...entries].reduce((sum, entry) => sum + (weights.get(entry) ?? 0), 0);
    return sums.get(id) === wantedSum ? [] : [id];
  });
};

/** The entries of an item as FTS5 is asked for them. */
const askedOf = ({ search, locale }: SearchedSnapshot): Set<string> => {
  if (!search) return new Set();
  const index = indexText(search.text);
  return new Set([
    ...entriesOf(index, placesOf(search, locale)).map((entry) => `tokens : "${entry}"`),
    ...wordsOf(index)
      .split(' ')
      .filter((word) => word !== '')
      .map((word) => `words : "${word}"`),
  ]);
};

/** Whether PostgreSQL's row has all entries of an item, and no other ones. */
const isIndexed = async (trx: Transaction, t: Tables, id: number, { search, locale }: SearchedSnapshot) => {
  if (!search) return true;
  const index = indexText(search.text);
  const places = placesOf(search, locale);
  const same = await rows(
    trx,
    `SELECT id FROM ${t.search} WHERE id = ? AND words = ? AND tokens = array_to_tsvector(?::text[]) AND places @> ?::text[] AND places <@ ?::text[]`,
    [id, wordsOf(index), entriesOf(index, places), places, places],
  );
  return same.length > 0;
};

const WRONG_ENTRIES = 'the search index lacks some of its words or lists, or has others';

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
  /** By the id of their row. */
  const asked = new Map<number, SearchedSnapshot>();
  for (const snapshot of snapshots) {
    const row = stored.get(snapshot.id);
    const { search } = snapshot;
    if (!search) {
      if (row) faults.set(snapshot.id, 'the search index has it, and it is not searched');
    } else if (!row) faults.set(snapshot.id, 'the search index lacks it');
    else if (row.hash !== search.hash || row.hit !== search.hit || row.body !== plain(search.text))
      faults.set(snapshot.id, 'the search index is out of date');
    else if (t.client === 'sqlite') asked.set(Number(row.id), snapshot);
    else if (!(await isIndexed(trx, t, Number(row.id), snapshot))) faults.set(snapshot.id, WRONG_ENTRIES);
  }
  for (const run of runsOf([...asked.keys()])) {
    const wanted = new Map(
      run.flatMap((id) => {
        const snapshot = asked.get(id);
        return snapshot ? [[id, askedOf(snapshot)] as const] : [];
      }),
    );
    for (const id of await wronglyIndexed(trx, t, wanted)) faults.set(asked.get(id)?.id ?? id, WRONG_ENTRIES);
  }
  return faults;
};
