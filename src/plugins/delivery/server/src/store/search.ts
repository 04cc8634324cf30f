import type { Knex } from 'knex';
import { indexText, placeOf, type IndexedText, type SearchText } from '../search';
import { entriesOf, SEARCH_COLUMNS, wordsOf } from './search-entries';
import { inParts, marks, placeholders, rows, run, type Tables, type Transaction } from './tables';

/** What of a snapshot is searched. */
export interface SearchEntry {
  text: SearchText;
  /** JSON of what a hit shows. */
  hit: string;
  /** The lists that show the item. */
  lists: readonly string[];
  /** Of all this. */
  hash: string;
}

export interface SearchedSnapshot {
  id: number;
  documentId: string;
  locale: string;
  /** Null for what is not searched. */
  search: SearchEntry | null;
}

/** Ids of one minute. */
export const SLOTS = 4_096;
const MINUTE_MS = 60_000;
const FIRST_MINUTE = Date.parse('1800-01-01T00:00:00Z') / MINUTE_MS;
/** Ids stay below this. */
export const ID_BITS = 43;
const LAST_MINUTE = 2 ** ID_BITS / SLOTS - 2;

/** Rows whose ids agree but for so many bits are of one span, 23 days, and of one era, a year. */
export const SPAN_BITS = 27;
export const ERA_BITS = 31;

/** The first id of the minute that an item is from; of what has no day, the first of all. */
const firstIdOf = (at: string | null): number => {
  const time = at === null ? NaN : Date.parse(at);
  if (Number.isNaN(time)) return 0;
  const minute = Math.floor(time / MINUTE_MS) - FIRST_MINUTE;
  return Math.min(Math.max(minute, 0), LAST_MINUTE) * SLOTS;
};

/** What stands around hits, in one line. PostgreSQL has no text that holds a NUL. */
export const plain = ({ lead, body }: SearchText): string =>
  [lead, body]
    .filter((part) => part)
    .join(' ')
    .normalize('NFC')
    .replace(/[\s\0]+/gu, ' ')
    .trim();

/** The lists that show an item in its language, as entries. */
export const placesOf = ({ lists }: SearchEntry, locale: string): string[] =>
  lists.map((list) => placeOf(list, locale));

const indexedOnPostgres = (index: IndexedText, places: string[]) => [wordsOf(index), entriesOf(index, places), places];

const rowOf = (t: Tables, snapshot: SearchedSnapshot, search: SearchEntry, index: IndexedText) => [
  snapshot.id,
  snapshot.documentId,
  snapshot.locale,
  search.hash,
  search.hit,
  plain(search.text),
  ...(t.client === 'postgres' ? indexedOnPostgres(index, placesOf(search, snapshot.locale)) : []),
];

/**
 * Stores a row under a free id in the minute of its item, or in the next one that has any. The id is found by the statement
 * that takes it: several publications may share a transaction and go on at once.
 */
const putRow = async (
  trx: Transaction,
  t: Tables,
  at: string | null,
  row: readonly Knex.RawBinding[],
): Promise<number> => {
  const [columns, values] =
    t.client === 'postgres'
      ? [
          'id, snapshot_id, document_id, locale, hash, hit, body, words, tokens, places',
          '?::bigint, ?::text, ?::text, ?::text, ?::text, ?::text, ?::text, array_to_tsvector(?::text[]), ?::text[]',
        ]
      : ['id, snapshot_id, document_id, locale, hash, hit, body', '?, ?, ?, ?, ?, ?'];
  for (let first = firstIdOf(at); ; first += SLOTS) {
    const [put] = await rows<{ id: number | string }>(
      trx,
      `INSERT INTO ${t.search} (${columns}) SELECT n.id, ${values} FROM ` +
        `(SELECT COALESCE(MAX(id) + 1, ?) AS id FROM ${t.search} WHERE id >= ? AND id < ?) n WHERE n.id < ? RETURNING id`,
      [...row, first, first, first + SLOTS, first + SLOTS],
    );
    if (put) return Number(put.id);
  }
};

/** Forgets what is searched of snapshots. */
export const dropSearch = async (trx: Transaction, t: Tables, snapshotIds: readonly number[]): Promise<void> => {
  for (const part of inParts(snapshotIds)) {
    const where = `WHERE snapshot_id IN (${marks(part)})`;
    if (t.client === 'sqlite')
      await run(trx, `DELETE FROM ${t.searchIndex} WHERE rowid IN (SELECT id FROM ${t.search} ${where})`, part);
    await run(trx, `DELETE FROM ${t.search} ${where}`, part);
  }
};

/** What is stored of snapshots, by snapshot. */
export const searchedOf = async (
  trx: Transaction,
  t: Tables,
  snapshotIds: readonly number[],
): Promise<Map<number, { id: number; hash: string }>> => {
  const found = new Map<number, { id: number; hash: string }>();
  for (const part of inParts(snapshotIds))
    for (const row of await rows<{ id: number | string; snapshotId: number | string; hash: string }>(
      trx,
      `SELECT id, snapshot_id AS "snapshotId", hash FROM ${t.search} WHERE snapshot_id IN (${marks(part)})`,
      part,
    ))
      found.set(Number(row.snapshotId), { id: Number(row.id), hash: row.hash });
  return found;
};

/**
 * Brings the search index to what snapshots say.
 * @param rewrite also where nothing seems to have changed
 */
export const putSearch = async (
  trx: Transaction,
  t: Tables,
  snapshots: readonly SearchedSnapshot[],
  rewrite = false,
): Promise<void> => {
  const ids = snapshots.map(({ id }) => id);
  const stored = await searchedOf(trx, t, ids);
  const stale = snapshots.filter(({ id, search }) => rewrite || stored.get(id)?.hash !== search?.hash);
  await dropSearch(
    trx,
    t,
    stale.filter(({ id }) => stored.has(id)).map(({ id }) => id),
  );
  for (const snapshot of stale) {
    const { search, locale } = snapshot;
    if (!search) continue;
    const index = indexText(search.text);
    const id = await putRow(trx, t, search.text.at, rowOf(t, snapshot, search, index));
    if (t.client === 'postgres') continue;
    const values = [entriesOf(index, placesOf(search, locale)).join(' '), wordsOf(index)];
    await run(
      trx,
      `INSERT INTO ${t.searchIndex} (rowid, ${SEARCH_COLUMNS.join(', ')}) VALUES ${placeholders(1, values.length + 1)}`,
      [id, ...values],
    );
  }
};
