import { inParts, insertRows, marks, rows, run, type Queryable, type Tables, type Transaction } from './tables';

/** The value of a member that moves apart from content. */
export interface OverlayValue {
  collection: string;
  documentId: string;
  member: string;
  /** JSON */
  value: string;
  /** What lists sort by, in place of the projection's own keys. */
  sortKeys: Record<string, string>;
  /** Of two values of one member, the one with the higher revision is the later one. */
  revision: number;
}

interface OverlayRow extends Omit<OverlayValue, 'sortKeys' | 'revision'> {
  sortKeys: string;
  revision: number | string;
}

/** The kept values of documents. */
export const overlaysOf = async (
  trx: Queryable,
  t: Tables,
  documentIds: readonly string[],
): Promise<OverlayValue[]> => {
  const found: OverlayRow[] = [];
  for (const part of inParts(documentIds))
    found.push(
      ...(await rows<OverlayRow>(
        trx,
        `SELECT document_id AS "documentId", collection, member, value, sort_keys AS "sortKeys", revision
         FROM ${t.overlays} WHERE document_id IN (${marks(part)})`,
        part,
      )),
    );
  return found.map((row) => ({ ...row, sortKeys: JSON.parse(row.sortKeys), revision: Number(row.revision) }));
};

/** Keeps values in place of older ones. The caller holds the publishing lock. @returns those that were not older */
export const putOverlays = async (
  trx: Transaction,
  t: Tables,
  values: readonly OverlayValue[],
): Promise<OverlayValue[]> => {
  const key = ({ collection, documentId, member }: OverlayValue) => `${collection} ${documentId} ${member}`;
  const ids = [...new Set(values.map(({ documentId }) => documentId))];
  const kept = new Map((await overlaysOf(trx, t, ids)).map((one) => [key(one), one.revision]));
  const later = values.filter((one) => one.revision >= (kept.get(key(one)) ?? 0));
  await insertRows(
    trx,
    `${t.overlays} (document_id, collection, member, value, sort_keys, revision)`,
    later.map((one) => [
      one.documentId,
      one.collection,
      one.member,
      one.value,
      JSON.stringify(one.sortKeys),
      one.revision,
    ]),
    `ON CONFLICT (document_id, collection, member) DO UPDATE SET value = excluded.value, sort_keys = excluded.sort_keys,
       revision = excluded.revision`,
  );
  return later;
};

/** A published language of a document, as far as its overlay goes. */
export interface OverlaidSnapshot {
  id: number;
  collection: string;
  documentId: string;
  locale: string;
  overlay: string;
}

/** The overlays that are shown with documents, in each of their languages. */
export const shownOverlays = async (
  trx: Queryable,
  t: Tables,
  documentIds: readonly string[],
): Promise<OverlaidSnapshot[]> => {
  const found: OverlaidSnapshot[] = [];
  for (const part of inParts(documentIds))
    found.push(
      ...(await rows<OverlaidSnapshot>(
        trx,
        `SELECT id, collection, document_id AS "documentId", locale, overlay FROM ${t.snapshots} WHERE document_id IN (${marks(part)})`,
        part,
      )),
    );
  return found.map((row) => ({ ...row, id: Number(row.id) }));
};

/** A table of values as both databases read one beside another; PostgreSQL must be told their types. */
const valuesOf = ({ client }: Tables, count: number, types: readonly string[]): string => {
  const marked = types.map((type) => (client === 'postgres' ? `?::${type}` : '?')).join(', ');
  // SQLite names the columns of VALUES column1, column2 … as PostgreSQL does.
  return `(VALUES ${Array(count).fill(`(${marked})`).join(', ')})`;
};

/** Shows other overlays with snapshots. */
export const showOverlays = async (
  trx: Transaction,
  t: Tables,
  shown: readonly { id: number; overlay: string }[],
): Promise<void> => {
  for (const part of inParts(shown, 2))
    await run(
      trx,
      `UPDATE ${t.snapshots} AS s SET overlay = w.column2, overlay_revision = s.overlay_revision + 1
       FROM ${valuesOf(t, part.length, ['bigint', 'text'])} AS w WHERE s.id = w.column1`,
      part.flatMap(({ id, overlay }) => [id, overlay]),
    );
};

/** Sorts snapshots by other keys. */
export const sortByOverlays = async (
  trx: Transaction,
  t: Tables,
  keys: readonly { id: number; name: string; value: string }[],
): Promise<void> => {
  for (const part of inParts(keys, 3))
    await run(
      trx,
      `UPDATE ${t.sortKeys} AS k SET value = w.column3 FROM ${valuesOf(t, part.length, ['bigint', 'text', 'text'])} AS w
       WHERE k.snapshot_id = w.column1 AND k.name = w.column2 AND k.value <> w.column3`,
      part.flatMap(({ id, name, value }) => [id, name, value]),
    );
};
