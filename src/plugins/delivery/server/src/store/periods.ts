import type { CountDelta } from './counts';
import { inParts, insertRows, marks, rows, run, type Tables, type Transaction } from './tables';

/** Before and after all days. Both sort there by code point. */
export const FIRST_DAY = '';
export const LAST_DAY = '~';

/** What a snapshot says from a day on. */
export interface StoredPeriod {
  snapshotId: number;
  /** YYYY-MM-DD, or FIRST_DAY. */
  from: string;
  /** The first day that is no longer of it, or LAST_DAY. */
  until: string;
  /** JSON members with their leading comma, the last one without its closing brace. */
  members: string;
  /** What stands for the item's placeholder; '' leaves it. */
  fill: string;
  value: string;
  label: string;
}

/** A snapshot whose periods are kept. */
export interface DatedSnapshot {
  id: number;
  documentId: string;
  locale: string;
  lists: readonly string[];
  name: string;
  defaultSort: string;
}

/** The published languages of documents, with their key in a sorted list. */
export const datedSnapshots = async (
  trx: Transaction,
  t: Tables,
  documentIds: readonly string[],
): Promise<{ id: number; documentId: string; locale: string; collection: string }[]> => {
  const found: { id: number; documentId: string; locale: string; collection: string }[] = [];
  for (const part of inParts(documentIds)) {
    const raw = await rows<{ id: number | string; documentId: string; locale: string; collection: string }>(
      trx,
      `SELECT id, document_id AS "documentId", locale, collection FROM ${t.snapshots} WHERE document_id IN (${marks(part)})`,
      part,
    );
    found.push(...raw.map((row) => ({ ...row, id: Number(row.id) })));
  }
  return found;
};

/** The sort key that facet rows carry, by snapshot. */
export const defaultSorts = async (
  trx: Transaction,
  t: Tables,
  snapshotIds: readonly number[],
  { list, key }: { list: string; key: string },
): Promise<Map<number, string>> => {
  const found = new Map<number, string>();
  for (const part of inParts(snapshotIds)) {
    const raw = await rows<{ id: number | string; value: string }>(
      trx,
      `SELECT snapshot_id AS id, value FROM ${t.sortKeys} WHERE snapshot_id IN (${marks(part)}) AND name = ? AND list = ?`,
      [...part, key, list],
    );
    raw.forEach(({ id, value }) => found.set(Number(id), value));
  }
  return found;
};

/** Everything that is kept of snapshots' periods, one text a row, in the words of `periodRows`. */
export const keptPeriods = async (
  trx: Transaction,
  t: Tables,
  snapshotIds: readonly number[],
): Promise<Map<number, string[]>> => {
  const kept = new Map<number, string[]>();
  const add = (found: { id: number | string; text: string }[]) =>
    found.forEach(({ id, text }) => kept.set(Number(id), [...(kept.get(Number(id)) ?? []), text]));
  for (const part of inParts(snapshotIds)) {
    add(
      await rows(
        trx,
        `SELECT snapshot_id AS id, 'from ' || from_day || ' ' || value || ' ' || members || ' ' || fill AS text FROM ${t.periods} WHERE snapshot_id IN (${marks(part)})`,
        part,
      ),
    );
    add(
      await rows(
        trx,
        `SELECT snapshot_id AS id, list || ' ' || locale || ' ' || name || '=' || value || ' (' || label || ') ' || default_sort || ' ' || document_id || ' ' || from_day || ' ' || until_day AS text
         FROM ${t.datedFacets} WHERE snapshot_id IN (${marks(part)})`,
        part,
      ),
    );
  }
  return kept;
};

/** What `keptPeriods` finds where a snapshot has these periods. */
export const periodRows = (snapshot: DatedSnapshot, periods: readonly StoredPeriod[]): string[] => [
  ...periods.map(({ from, value, members, fill }) => `from ${from} ${value} ${members} ${fill}`),
  ...snapshot.lists.flatMap((list) =>
    periods.map(
      ({ from, until, value, label }) =>
        `${list} ${snapshot.locale} ${snapshot.name}=${value} (${label}) ${snapshot.defaultSort} ${snapshot.documentId} ${from} ${until}`,
    ),
  ),
];

/** Forgets the periods of snapshots. */
export const dropPeriods = async (trx: Transaction, t: Tables, snapshotIds: readonly number[]): Promise<void> => {
  for (const part of inParts(snapshotIds)) {
    await run(trx, `DELETE FROM ${t.periods} WHERE snapshot_id IN (${marks(part)})`, part);
    await run(trx, `DELETE FROM ${t.datedFacets} WHERE snapshot_id IN (${marks(part)})`, part);
  }
};

/** Replaces the periods of snapshots, and moves the revision of every list that shows one. */
export const putPeriods = async (
  trx: Transaction,
  t: Tables,
  snapshots: readonly { snapshot: DatedSnapshot; periods: readonly StoredPeriod[] }[],
  counts: CountDelta,
): Promise<void> => {
  await dropPeriods(
    trx,
    t,
    snapshots.map(({ snapshot }) => snapshot.id),
  );
  await insertRows(
    trx,
    `${t.periods} (snapshot_id, from_day, value, members, fill)`,
    snapshots.flatMap(({ snapshot, periods }) =>
      periods.map(({ from, value, members, fill }) => [snapshot.id, from, value, members, fill]),
    ),
  );
  await insertRows(
    trx,
    `${t.datedFacets} (list, locale, name, value, label, default_sort, document_id, from_day, until_day, snapshot_id)`,
    snapshots.flatMap(({ snapshot: { id, documentId, locale, lists, name, defaultSort }, periods }) =>
      lists.flatMap((list) =>
        periods.map(({ from, until, value, label }) => [
          list,
          locale,
          name,
          value,
          label,
          defaultSort,
          documentId,
          from,
          until,
          id,
        ]),
      ),
    ),
  );
  for (const { snapshot } of snapshots) for (const list of snapshot.lists) counts.touch(list, snapshot.locale);
};

/** A snapshot that has another value from a day on. */
export interface Turn {
  collection: string;
  documentId: string;
  locale: string;
  slug: string;
  version: number;
  etag: string;
}

type TurnRow = Omit<Turn, 'version'> & { version: number | string };

const turnOf = ({ collection, documentId, locale, slug, version, etag }: TurnRow): Turn => ({
  collection,
  documentId,
  locale,
  slug,
  version: Number(version),
  etag,
});

/** The snapshots whose value turns after one day and up to another. A period may differ from the one before in its reasons only. */
export const turnsBetween = async (trx: Transaction, t: Tables, after: string, until: string): Promise<Turn[]> => {
  const found = await rows<TurnRow>(
    trx,
    `SELECT DISTINCT s.id, s.collection, s.document_id AS "documentId", s.locale, s.slug, s.version, s.hash AS etag
     FROM ${t.periods} p JOIN ${t.snapshots} s ON s.id = p.snapshot_id WHERE p.from_day > ? AND p.from_day <= ?
       AND p.value <> COALESCE((SELECT q.value FROM ${t.periods} q WHERE q.snapshot_id = p.snapshot_id AND q.from_day < p.from_day
                       ORDER BY q.from_day DESC LIMIT 1), '') ORDER BY s.id`,
    [after, until],
  );
  return found.map(turnOf);
};

/** Snapshots as the log tells of them. */
export const turnsOf = async (trx: Transaction, t: Tables, snapshotIds: readonly number[]): Promise<Turn[]> => {
  const found: Turn[] = [];
  for (const part of inParts(snapshotIds)) {
    const raw = await rows<TurnRow>(
      trx,
      `SELECT s.collection, s.document_id AS "documentId", s.locale, s.slug, s.version, s.hash AS etag
       FROM ${t.snapshots} s WHERE s.id IN (${marks(part)}) ORDER BY s.id`,
      part,
    );
    found.push(...raw.map(turnOf));
  }
  return found;
};

/** What snapshots say on a day. @param day YYYY-MM-DD */
export const valuesOn = async (
  trx: Transaction,
  t: Tables,
  snapshotIds: readonly number[],
  day: string,
): Promise<Map<number, string>> => {
  const values = new Map<number, string>();
  for (const part of inParts(snapshotIds)) {
    const raw = await rows<{ id: number | string; value: string }>(
      trx,
      `SELECT snapshot_id AS id, value FROM ${t.periods} WHERE snapshot_id IN (${marks(part)}) AND from_day <= ? ORDER BY from_day`,
      [...part, day],
    );
    raw.forEach(({ id, value }) => values.set(Number(id), value));
  }
  return values;
};
