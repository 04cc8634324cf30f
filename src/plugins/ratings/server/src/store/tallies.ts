import type { Histogram, Tally, Target } from '../summary';
import { targetKey, type Decision } from '../votes/ballot';
import { rows, run, together, type Script, type Statement } from './script';
import type { Tables } from './tables';

export interface TallyRow {
  collection: string;
  documentId: string;
  n1: number;
  n2: number;
  n3: number;
  n4: number;
  n5: number;
  openingCount: number;
  openingSum: number;
  revision: number | string;
  updatedAt: number | string;
}

const columns = (prefix: string) =>
  `${prefix}collection, ${prefix}document_id AS "documentId", ${prefix}n1, ${prefix}n2, ${prefix}n3, ${prefix}n4, ${prefix}n5,
   ${prefix}opening_count AS "openingCount", ${prefix}opening_sum AS "openingSum", ${prefix}revision, ${prefix}updated_at AS "updatedAt"`;

export const tallyFrom = ({ collection, documentId, openingCount, openingSum, revision, ...n }: TallyRow): Tally => {
  const histogram: Histogram = [n.n1, n.n2, n.n3, n.n4, n.n5];
  return { collection, documentId, histogram, openingCount, openingSum, revision: Number(revision) };
};

/** One tally. Its answer is a `TallyRow`, or nothing. */
export const tallySql = (t: Tables, { collection, documentId }: Target): Statement => ({
  sql: `SELECT ${columns('')} FROM ${t.summaries} WHERE collection = ? AND document_id = ?`,
  values: [collection, documentId],
});

/** How many tallies there are: a row with `count`. */
export const tallyCountSql = (t: Tables): Statement => ({
  sql: `SELECT COUNT(*) AS count FROM ${t.summaries}`,
  values: [],
});

/** Tallies in the order of their keys, behind one of them. */
export const talliesAfterSql = (t: Tables, after: Target, limit: number): Statement => ({
  sql: `SELECT ${columns('')} FROM ${t.summaries} WHERE (collection, document_id) > (?, ?) ORDER BY collection, document_id LIMIT ${limit}`,
  values: [after.collection, after.documentId],
});

/** Tallies that have changed since a moment (milliseconds since 1970). */
export const talliesSinceSql = (t: Tables, since: number): Statement => ({
  sql: `SELECT ${columns('')} FROM ${t.summaries} WHERE updated_at >= ?`,
  values: [since],
});

const inOrder = <Kind extends Target>(targets: Iterable<Kind>): Kind[] =>
  [...targets].sort((a, b) => (targetKey(a) < targetKey(b) ? -1 : 1));

const listed = (targets: readonly Target[]): string[][] => [
  targets.map(({ collection }) => collection),
  targets.map(({ documentId }) => documentId),
];

/**
 * Makes everybody else who wants to change these tallies, or their votes, wait until this transaction ends. Always in one
 * order, so that no two wait for each other. On SQLite the transaction itself holds everybody off. Its rows are the targets
 * that have a tally.
 */
export const lockSql = (t: Tables, targets: readonly Target[]): Statement[] =>
  t.client === 'sqlite'
    ? []
    : [
        {
          sql: `SELECT s.collection, s.document_id AS "documentId" FROM ${t.summaries} s
                JOIN unnest(?::text[], ?::text[]) AS w (collection, document_id) ON s.collection = w.collection AND s.document_id = w.document_id
                ORDER BY s.collection, s.document_id FOR UPDATE OF s`,
          values: listed(targets),
        },
      ];

/** Targets, each once. */
export const distinct = (targets: Iterable<Target>): Target[] =>
  inOrder(new Map([...targets].map((target) => [targetKey(target), target])).values());

/**
 * Locks tallies, making those that there are not, and runs more statements behind.
 * @returns the rows of those
 */
export function* lockTallies(
  t: Tables,
  wanted: readonly Target[],
  now: number,
  behind: readonly Statement[] = [],
): Script<unknown[][]> {
  const lock = lockSql(t, wanted);
  if (lock.length === 0) return yield* together(behind);
  // Made before anything is locked, in order: who held a lock and then made another tally could meet somebody who does it
  // the other way round.
  const make = {
    sql: `INSERT INTO ${t.summaries} (collection, document_id, updated_at) SELECT w.collection, w.document_id, ?
          FROM unnest(?::text[], ?::text[]) AS w (collection, document_id) ORDER BY 1, 2 ON CONFLICT (collection, document_id) DO NOTHING`,
    values: [now, ...listed(wanted)],
  };
  return (yield* together([make, ...lock, ...behind])).slice(2);
}

/** Adds to tallies what a decision changes. Its rows, `TallyRow`s, are the tallies as they are then. */
export const addToTalliesSql = (t: Tables, deltas: Decision['deltas'], now: number): Statement[] => {
  const changed = inOrder(deltas.values());
  if (changed.length === 0) return [];
  const into = `INSERT INTO ${t.summaries} AS s (collection, document_id, n1, n2, n3, n4, n5, revision, updated_at)`;
  const behind = `ON CONFLICT (collection, document_id) DO UPDATE SET n1 = s.n1 + excluded.n1, n2 = s.n2 + excluded.n2, n3 = s.n3 + excluded.n3,
     n4 = s.n4 + excluded.n4, n5 = s.n5 + excluded.n5, revision = s.revision + 1, updated_at = excluded.updated_at`;
  if (t.client === 'sqlite')
    return changed.map(({ collection, documentId, histogram }) => ({
      sql: `${into} VALUES (?, ?, ?, ?, ?, ?, ?, 1, ?) ${behind} RETURNING ${columns('')}`,
      values: [collection, documentId, ...histogram, now],
    }));
  const each = (index: number) => changed.map(({ histogram }) => histogram[index] ?? 0);
  return [
    {
      sql: `${into} SELECT w.*, 1, ?::bigint FROM unnest(?::text[], ?::text[], ?::int[], ?::int[], ?::int[], ?::int[], ?::int[]) AS w
            ${behind} RETURNING ${columns('s.')}`,
      values: [now, ...listed(changed), each(0), each(1), each(2), each(3), each(4)],
    },
  ];
};

/** Tallies of some targets: `TallyRow`s. */
export const talliesOfSql = (t: Tables, targets: readonly Target[]): Statement[] => {
  if (targets.length === 0) return [];
  if (t.client === 'sqlite') return targets.map((target) => tallySql(t, target));
  return [
    {
      sql: `SELECT ${columns('s.')} FROM ${t.summaries} s JOIN unnest(?::text[], ?::text[]) AS w (collection, document_id)
            ON s.collection = w.collection AND s.document_id = w.document_id`,
      values: listed(targets),
    },
  ];
};

/** Tallies among the rows of several statements; the others have none. */
export const talliesAmong = (answers: readonly unknown[][]): Tally[] => (answers.flat() as TallyRow[]).map(tallyFrom);

/** Puts an opening balance in place of the one that is there. @returns the tally, where it changed */
export function* putOpening(
  t: Tables,
  { collection, documentId }: Target,
  { count, sum }: { count: number; sum: number },
  now: number,
): Script<Tally | null> {
  const [found] = yield* rows<TallyRow>(
    `INSERT INTO ${t.summaries} AS s (collection, document_id, opening_count, opening_sum, revision, updated_at) VALUES (?, ?, ?, ?, 1, ?)
     ON CONFLICT (collection, document_id) DO UPDATE SET opening_count = excluded.opening_count, opening_sum = excluded.opening_sum,
       revision = s.revision + 1, updated_at = excluded.updated_at
     WHERE s.opening_count <> excluded.opening_count OR s.opening_sum <> excluded.opening_sum
     RETURNING ${columns('')}`,
    [collection, documentId, count, sum, now],
  );
  return found ? tallyFrom(found) : null;
}

/** Writes a histogram that was counted from the votes. */
export function* putHistogram(t: Tables, target: Target, histogram: Histogram, now: number): Script<void> {
  yield* run(
    `INSERT INTO ${t.summaries} AS s (collection, document_id, n1, n2, n3, n4, n5, revision, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, 1, ?)
     ON CONFLICT (collection, document_id) DO UPDATE SET n1 = excluded.n1, n2 = excluded.n2, n3 = excluded.n3, n4 = excluded.n4,
       n5 = excluded.n5, revision = s.revision + 1, updated_at = excluded.updated_at`,
    [target.collection, target.documentId, ...histogram, now],
  );
}
