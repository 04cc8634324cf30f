import type { FacetValue } from '../collections/definition';
import { placeholders, rows, run, type Tables, type Transaction } from './tables';

/** What is kept of one published document in one locale. */
export interface SnapshotRow {
  id: number;
  collection: string;
  locale: string;
  slug: string;
  version: number;
  hash: string;
  indexHash: string;
  withdrawn: boolean;
  majorMark: string;
  reference: string;
}

export interface NewSnapshot {
  collection: string;
  documentId: string;
  locale: string;
  slug: string;
  version: number;
  hash: string;
  indexHash: string;
  withdrawn: boolean;
  /** See `CollectionDefinition.majorMark`; '' where there is none. */
  majorMark: string;
  updatedAt: string;
  /** JSON of what other items show of this one. */
  reference: string;
  /** JSON members after the last one, each with its leading comma. Used for a new snapshot only; an old one keeps its own. */
  overlay: string;
  /** JSON objects without their closing brace. */
  summary: string;
  item: string;
}

/** Where a snapshot is found: every list that shows it, with its sort keys and facet values. */
export interface SnapshotIndex {
  lists: string[];
  sortKeys: Record<string, string>;
  defaultSort: string;
  facets: Record<string, FacetValue[]>;
}

const SNAPSHOT_COLUMNS =
  'id, collection, locale, slug, version, hash, index_hash AS "indexHash", withdrawn, major_mark AS "majorMark", reference';

interface RawSnapshotRow extends Omit<SnapshotRow, 'id' | 'withdrawn'> {
  id: number | string;
  withdrawn: boolean | number;
}

/** The snapshots of a document, in all its locales. */
export const snapshotsOf = async (trx: Transaction, t: Tables, documentId: string): Promise<SnapshotRow[]> =>
  (
    await rows<RawSnapshotRow>(trx, `SELECT ${SNAPSHOT_COLUMNS} FROM ${t.snapshots} WHERE document_id = ?`, [
      documentId,
    ])
  ).map((row) => ({ ...row, id: Number(row.id), withdrawn: Boolean(row.withdrawn) }));

/** Writes the snapshot of (document, locale) and returns its row id. */
export const putSnapshot = async (trx: Transaction, t: Tables, snapshot: NewSnapshot): Promise<number> => {
  const [row] = await rows<{ id: number | string }>(
    trx,
    `INSERT INTO ${t.snapshots} (collection, document_id, locale, slug, version, hash, index_hash, withdrawn, major_mark,
       updated_at, reference, overlay, summary, item) VALUES ${placeholders(1, 14)}
     ON CONFLICT (document_id, locale, collection) DO UPDATE SET slug = excluded.slug, version = excluded.version,
       hash = excluded.hash, index_hash = excluded.index_hash, withdrawn = excluded.withdrawn, major_mark = excluded.major_mark,
       updated_at = excluded.updated_at, reference = excluded.reference, summary = excluded.summary, item = excluded.item
     RETURNING id`,
    [
      snapshot.collection,
      snapshot.documentId,
      snapshot.locale,
      snapshot.slug,
      snapshot.version,
      snapshot.hash,
      snapshot.indexHash,
      // SQLite has no booleans; PostgreSQL takes only them.
      t.client === 'postgres' ? snapshot.withdrawn : Number(snapshot.withdrawn),
      snapshot.majorMark,
      snapshot.updatedAt,
      snapshot.reference,
      snapshot.overlay,
      snapshot.summary,
      snapshot.item,
    ],
  );
  if (!row) throw new Error('The database returned no id for a snapshot.');
  return Number(row.id);
};

const clearIndex = async (trx: Transaction, t: Tables, snapshotId: number) => {
  await run(trx, `DELETE FROM ${t.sortKeys} WHERE snapshot_id = ?`, [snapshotId]);
  await run(trx, `DELETE FROM ${t.facets} WHERE snapshot_id = ?`, [snapshotId]);
};

/** Replaces the sort keys and facet values of a snapshot. */
export const putIndex = async (
  trx: Transaction,
  t: Tables,
  snapshot: { id: number; documentId: string; locale: string },
  index: SnapshotIndex,
): Promise<void> => {
  await clearIndex(trx, t, snapshot.id);
  const { documentId, locale, id } = snapshot;

  const keys = index.lists.flatMap((list) =>
    Object.entries(index.sortKeys).map(([name, value]) => [list, locale, name, value, documentId, id]),
  );
  if (keys.length > 0) {
    await run(
      trx,
      `INSERT INTO ${t.sortKeys} (list, locale, name, value, document_id, snapshot_id) VALUES ${placeholders(keys.length, 6)}`,
      keys.flat(),
    );
  }

  const values = index.lists.flatMap((list) =>
    Object.entries(index.facets).flatMap(([name, facet]) =>
      [...new Map(facet.map((entry) => [entry.value, entry.label]))].map(([value, label]) => [
        list,
        locale,
        name,
        value,
        label,
        index.defaultSort,
        documentId,
        id,
      ]),
    ),
  );
  // A statement takes a bounded number of bindings on both databases.
  for (let start = 0; start < values.length; start += 500) {
    const part = values.slice(start, start + 500);
    await run(
      trx,
      `INSERT INTO ${t.facets} (list, locale, name, value, label, default_sort, document_id, snapshot_id)
       VALUES ${placeholders(part.length, 8)}`,
      part.flat(),
    );
  }
};

export const deleteSnapshot = async (trx: Transaction, t: Tables, snapshotId: number): Promise<void> => {
  await clearIndex(trx, t, snapshotId);
  await run(trx, `DELETE FROM ${t.snapshots} WHERE id = ?`, [snapshotId]);
};

/** The references of published documents, of one locale or else of another, keyed by documentId. */
export const referencesOf = async (
  trx: Transaction,
  t: Tables,
  documentIds: string[],
): Promise<{ documentId: string; locale: string; reference: string }[]> => {
  if (documentIds.length === 0) return [];
  const found: { documentId: string; locale: string; reference: string }[] = [];
  for (let start = 0; start < documentIds.length; start += 500) {
    const part = documentIds.slice(start, start + 500);
    found.push(
      ...(await rows<{ documentId: string; locale: string; reference: string }>(
        trx,
        `SELECT document_id AS "documentId", locale, reference FROM ${t.snapshots}
         WHERE document_id IN (${part.map(() => '?').join(', ')})`,
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
