import type { FacetValue } from '../collections/definition';
import { facetOf } from '../collections/facet-names';
import { translationKey } from './changes';
import { CountDelta } from './counts';
import { dropPeriods } from './periods';
import { dropSearch } from './search';
import {
  flag,
  inParts,
  insertRows,
  marks,
  placeholders,
  rows,
  run,
  type Queryable,
  type Tables,
  type Transaction,
} from './tables';

/** What is kept of one published document in one locale. */
export interface SnapshotRow {
  id: number;
  collection: string;
  documentId: string;
  locale: string;
  slug: string;
  version: number;
  hash: string;
  indexHash: string;
  withdrawn: boolean;
  majorMark: string;
  /** When its content last became another one, ISO 8601 in UTC. */
  updatedAt: string;
  reference: string;
  facts: string;
}

export interface NewSnapshot extends Omit<SnapshotRow, 'id'> {
  /** See `CollectionDefinition.majorMark`; '' where there is none. */
  majorMark: string;
  /** JSON of what other items show of this one. */
  reference: string;
  /** JSON of what other items need to know beyond that; '' where there is nothing. */
  facts: string;
  /** JSON members after the last one, each with its leading comma. */
  overlay: string;
  /** JSON objects without their closing brace. */
  summary: string;
  item: string;
}

/** Where a snapshot is found: every list that shows it, with its sort keys and facet values. */
export interface SnapshotIndex {
  /** `defaultSort` is the sort key that facet rows carry there. */
  lists: { name: string; defaultSort: string; sortKeys: readonly string[]; facets: readonly string[] }[];
  sortKeys: Record<string, string>;
  facets: Record<string, FacetValue[]>;
}

const SNAPSHOT_COLUMNS =
  'id, collection, document_id AS "documentId", locale, slug, version, hash, index_hash AS "indexHash", withdrawn, major_mark AS "majorMark", updated_at AS "updatedAt", reference, facts';

interface RawSnapshotRow extends Omit<SnapshotRow, 'id' | 'withdrawn'> {
  id: number | string;
  withdrawn: boolean | number;
}

/** The snapshots of documents, in all their locales. */
export const snapshotsOf = async (
  trx: Transaction,
  t: Tables,
  documentIds: readonly string[],
): Promise<SnapshotRow[]> => {
  const found: SnapshotRow[] = [];
  for (const part of inParts(documentIds)) {
    const raw = await rows<RawSnapshotRow>(
      trx,
      `SELECT ${SNAPSHOT_COLUMNS} FROM ${t.snapshots} WHERE document_id IN (${marks(part)})`,
      part,
    );
    found.push(...raw.map((row) => ({ ...row, id: Number(row.id), withdrawn: Boolean(row.withdrawn) })));
  }
  return found;
};

const WIDTH = 15;

/** Writes snapshots and returns their row ids by `translationKey`. */
export const putSnapshots = async (
  trx: Transaction,
  t: Tables,
  snapshots: readonly NewSnapshot[],
): Promise<Map<string, number>> => {
  const ids = new Map<string, number>();
  for (const part of inParts(snapshots, WIDTH)) {
    const written = await rows<{ id: number | string; documentId: string; locale: string }>(
      trx,
      `INSERT INTO ${t.snapshots} AS s (collection, document_id, locale, slug, version, hash, index_hash, withdrawn, major_mark,
         updated_at, reference, facts, overlay, summary, item) VALUES ${placeholders(part.length, WIDTH)}
       ON CONFLICT (document_id, locale, collection) DO UPDATE SET slug = excluded.slug, version = excluded.version,
         hash = excluded.hash, index_hash = excluded.index_hash, withdrawn = excluded.withdrawn, major_mark = excluded.major_mark,
         updated_at = excluded.updated_at, reference = excluded.reference,
         facts = excluded.facts, summary = excluded.summary, item = excluded.item, overlay = excluded.overlay,
         overlay_revision = s.overlay_revision + CASE WHEN s.overlay = excluded.overlay THEN 0 ELSE 1 END
       RETURNING id, document_id AS "documentId", locale`,
      part.flatMap((snapshot) => [
        snapshot.collection,
        snapshot.documentId,
        snapshot.locale,
        snapshot.slug,
        snapshot.version,
        snapshot.hash,
        snapshot.indexHash,
        flag(t, snapshot.withdrawn),
        snapshot.majorMark,
        snapshot.updatedAt,
        snapshot.reference,
        snapshot.facts,
        snapshot.overlay,
        snapshot.summary,
        snapshot.item,
      ]),
    );
    for (const one of written) ids.set(translationKey(one), Number(one.id));
  }
  return ids;
};

interface RemovedKey {
  list: string;
  locale: string;
  snapshotId: number | string;
}

/** Takes snapshots out of every list. */
const clearIndexes = async (trx: Transaction, t: Tables, ids: readonly number[], counts: CountDelta): Promise<void> => {
  for (const part of inParts(ids)) {
    const keys = await rows<RemovedKey>(
      trx,
      `DELETE FROM ${t.sortKeys} WHERE snapshot_id IN (${marks(part)}) RETURNING list, locale, snapshot_id AS "snapshotId"`,
      part,
    );
    // A snapshot has several keys in a list, and counts once.
    const places = new Map(keys.map((key) => [`${key.list} ${key.snapshotId}`, key]));
    for (const { list, locale } of places.values()) counts.add({ list, locale, name: '', value: '' }, -1);

    const facets = await rows<RemovedKey & { name: string; value: string }>(
      trx,
      `DELETE FROM ${t.facets} WHERE snapshot_id IN (${marks(part)})
       RETURNING list, locale, name, value, snapshot_id AS "snapshotId"`,
      part,
    );
    for (const { list, locale, name, value } of facets) counts.add({ list, locale, name, value }, -1);
    const present = new Map(facets.map((facet) => [`${facet.list} ${facet.name} ${facet.snapshotId}`, facet]));
    for (const { list, locale, name } of present.values()) counts.add({ list, locale, name, value: '' }, -1);
  }
};

/** A row by which a list finds a snapshot. */
export type IndexRow =
  | { kind: 'sort'; list: string; name: string; value: string }
  | { kind: 'facet'; list: string; name: string; value: string; label: string; defaultSort: string };

/** The rows by which lists find a snapshot; each value of a facet once. */
export const indexRows = ({ lists, sortKeys, facets }: SnapshotIndex): IndexRow[] =>
  lists.flatMap(({ name: list, defaultSort, ...kept }) => [
    ...Object.entries(sortKeys)
      .filter(([name]) => kept.sortKeys.includes(name))
      .map(([name, value]): IndexRow => ({ kind: 'sort', list, name, value })),
    ...Object.entries(facets)
      .filter(([name]) => kept.facets.includes(facetOf(name)))
      .flatMap(([name, values]) =>
        [...new Map(values.filter(({ value }) => value !== '').map(({ value, label }) => [value, label]))].map(
          ([value, label]): IndexRow => ({ kind: 'facet', list, name, value, label, defaultSort }),
        ),
      ),
  ]);

/** A snapshot with its place in the lists. */
export interface IndexedSnapshot {
  id: number;
  documentId: string;
  locale: string;
  index: SnapshotIndex;
}

/** Replaces the sort keys and facet values of snapshots. */
export const putIndexes = async (
  trx: Transaction,
  t: Tables,
  snapshots: readonly IndexedSnapshot[],
  counts: CountDelta,
): Promise<void> => {
  await clearIndexes(
    trx,
    t,
    snapshots.map(({ id }) => id),
    counts,
  );
  const keys: (string | number)[][] = [];
  const facets: (string | number)[][] = [];
  for (const { id, documentId, locale, index } of snapshots) {
    for (const row of indexRows(index)) {
      if (row.kind === 'sort') keys.push([row.list, locale, row.name, row.value, documentId, id]);
      else facets.push([row.list, locale, row.name, row.value, row.label, row.defaultSort, documentId, id]);
    }
    for (const { name: list } of index.lists) counts.add({ list, locale, name: '', value: '' }, 1);
    const present = new Set<string>();
    for (const row of indexRows(index)) {
      if (row.kind === 'sort') continue;
      const { list, name, value, label } = row;
      counts.add({ list, locale, name, value }, 1, label);
      if (!present.has(`${list} ${name}`)) counts.add({ list, locale, name, value: '' }, 1);
      present.add(`${list} ${name}`);
    }
  }
  await insertRows(trx, `${t.sortKeys} (list, locale, name, value, document_id, snapshot_id)`, keys);
  await insertRows(
    trx,
    `${t.facets} (list, locale, name, value, label, default_sort, document_id, snapshot_id)`,
    facets,
  );
};

export const deleteSnapshots = async (
  trx: Transaction,
  t: Tables,
  ids: readonly number[],
  counts: CountDelta,
): Promise<void> => {
  await clearIndexes(trx, t, ids, counts);
  await dropPeriods(trx, t, ids);
  await dropSearch(trx, t, ids);
  for (const part of inParts(ids)) await run(trx, `DELETE FROM ${t.snapshots} WHERE id IN (${marks(part)})`, part);
};

/** What other items show and know of a published document, in one of its locales. */
export interface StoredReference {
  documentId: string;
  locale: string;
  /** JSON */
  reference: string;
  /** JSON, or '' */
  facts: string;
}

/** What other items show and know of published documents, in each of their locales. */
export const referencesOf = async (
  trx: Queryable,
  t: Tables,
  documentIds: readonly string[],
): Promise<StoredReference[]> => {
  const found: StoredReference[] = [];
  for (const part of inParts(documentIds)) {
    found.push(
      ...(await rows<StoredReference>(
        trx,
        `SELECT document_id AS "documentId", locale, reference, facts FROM ${t.snapshots}
         WHERE document_id IN (${marks(part)}) ORDER BY id`,
        part,
      )),
    );
  }
  return found;
};

/** The documents that are public in a language. */
export const publishedIn = (
  trx: Transaction,
  t: Tables,
  locale: string,
): Promise<{ collection: string; documentId: string }[]> =>
  rows(trx, `SELECT collection, document_id AS "documentId" FROM ${t.snapshots} WHERE locale = ? ORDER BY id`, [
    locale,
  ]);

/** The documents of a collection that are public in some language. */
export const publishedOf = async (trx: Transaction, t: Tables, collection: string): Promise<string[]> =>
  (
    await rows<{ documentId: string }>(
      trx,
      `SELECT DISTINCT document_id AS "documentId" FROM ${t.snapshots} WHERE collection = ?`,
      [collection],
    )
  ).map(({ documentId }) => documentId);
