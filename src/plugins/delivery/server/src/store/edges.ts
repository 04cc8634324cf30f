import type { Dependency, Edge } from '../collections/definition';
import { inParts, insertRows, marks, rows, run, type Queryable, type Tables, type Transaction } from './tables';

/** A document that shows another one. */
export interface Source {
  uid: string;
  documentId: string;
}

export interface StoredEdge {
  sourceUid: string;
  sourceId: string;
  kind: string;
  targetUid: string;
  targetId: string;
}

const EDGE_COLUMNS = `source_uid AS "sourceUid", source_id AS "sourceId", kind, target_uid AS "targetUid", target_id AS "targetId"`;

/** Replaces all edges that start at a document. */
export const putEdges = async (trx: Transaction, t: Tables, source: Source, edges: Edge[]): Promise<void> => {
  await run(trx, `DELETE FROM ${t.edges} WHERE source_id = ?`, [source.documentId]);
  await insertRows(
    trx,
    `${t.edges} (source_id, kind, position, source_uid, target_uid, target_id)`,
    edges.map((edge, index) => [
      source.documentId,
      edge.kind,
      index,
      source.uid,
      edge.targetUid,
      edge.targetDocumentId,
    ]),
  );
};

/** The edges that start at documents, in their order. */
export const edgesFrom = async (trx: Queryable, t: Tables, documentIds: readonly string[]): Promise<StoredEdge[]> => {
  const found: StoredEdge[] = [];
  for (const part of inParts(documentIds)) {
    found.push(
      ...(await rows<StoredEdge>(
        trx,
        `SELECT ${EDGE_COLUMNS} FROM ${t.edges} WHERE source_id IN (${marks(part)}) ORDER BY source_id, position`,
        part,
      )),
    );
  }
  return found;
};

/** The edges of some kinds that end at documents. */
export const edgesTo = async (
  trx: Transaction,
  t: Tables,
  documentIds: readonly string[],
  kinds: readonly string[],
): Promise<StoredEdge[]> => {
  if (kinds.length === 0) return [];
  const found: StoredEdge[] = [];
  for (const part of inParts(documentIds)) {
    found.push(
      ...(await rows<StoredEdge>(
        trx,
        `SELECT ${EDGE_COLUMNS} FROM ${t.edges} WHERE target_id IN (${marks(part)}) AND kind IN (${marks(kinds)})
         ORDER BY source_id`,
        [...part, ...kinds],
      )),
    );
  }
  return found;
};

/**
 * Where edges of some kinds lead from documents, however far; circles included.
 * @returns the documents that each of `documentIds` reaches, itself left out
 */
export const reachedFrom = async (
  trx: Transaction,
  t: Tables,
  documentIds: readonly string[],
  kinds: readonly string[],
): Promise<Map<string, string[]>> => {
  const reached = new Map<string, string[]>();
  if (kinds.length === 0) return reached;
  for (const part of inParts(documentIds)) {
    const found = await rows<{ root: string; id: string }>(
      trx,
      `WITH RECURSIVE reach (root, id) AS (
         SELECT source_id, target_id FROM ${t.edges} WHERE source_id IN (${marks(part)}) AND kind IN (${marks(kinds)})
         UNION
         SELECT r.root, e.target_id FROM reach r JOIN ${t.edges} e ON e.source_id = r.id AND e.kind IN (${marks(kinds)})
       ) SELECT root, id FROM reach WHERE root <> id ORDER BY root, id`,
      [...part, ...kinds, ...kinds],
    );
    for (const { root, id } of found) reached.set(root, [...(reached.get(root) ?? []), id]);
  }
  return reached;
};

/** Forgets the edges of a deleted document: those from it, or those to it as well. */
export const dropEdges = async (
  trx: Transaction,
  t: Tables,
  documentId: string,
  ends: 'from' | 'both',
): Promise<void> => {
  await run(trx, `DELETE FROM ${t.edges} WHERE source_id = ?`, [documentId]);
  if (ends === 'both') await run(trx, `DELETE FROM ${t.edges} WHERE target_id = ?`, [documentId]);
};

/** What the snapshots of a document embed. */
export interface Dependencies {
  source: Source;
  targets: Dependency[];
}

/** Replaces the lists of what is embedded in the snapshots of documents. */
export const putDependencies = async (trx: Transaction, t: Tables, lists: readonly Dependencies[]): Promise<void> => {
  for (const part of inParts(lists))
    await run(
      trx,
      `DELETE FROM ${t.dependencies} WHERE source_id IN (${marks(part)})`,
      part.map(({ source }) => source.documentId),
    );
  await insertRows(
    trx,
    `${t.dependencies} (target_id, target_uid, source_id, source_uid)`,
    lists.flatMap(({ source, targets }) =>
      [...new Map(targets.map((one) => [`${one.uid} ${one.documentId}`, one])).values()].map((one) => [
        one.documentId,
        one.uid,
        source.documentId,
        source.uid,
      ]),
    ),
  );
};

/**
 * The documents whose snapshots show this one, embedded, linked or because it links to them, in the order of their ids.
 * @param after leaves out ids up to this one; '' starts at the first
 */
export const showing = (
  trx: Transaction,
  t: Tables,
  target: Dependency,
  { after = '', limit }: { after?: string; limit: number },
): Promise<Source[]> =>
  rows(
    trx,
    `SELECT uid AS "uid", id AS "documentId" FROM (
       SELECT source_uid AS uid, source_id AS id FROM ${t.dependencies} WHERE target_id = ? AND target_uid = ? AND source_id > ?
       UNION SELECT source_uid, source_id FROM ${t.edges} WHERE target_id = ? AND source_id > ?
       UNION SELECT target_uid, target_id FROM ${t.links} WHERE source_id = ? AND target_id > ?
     ) q ORDER BY id LIMIT ?`,
    [target.documentId, target.uid, after, target.documentId, after, target.documentId, after, limit],
  );

/** How many documents `showing` would find. */
export const countShowing = async (trx: Transaction, t: Tables, target: Dependency): Promise<number> => {
  const [row] = await rows<{ total: number | string }>(
    trx,
    `SELECT COUNT(*) AS total FROM (
       SELECT source_id FROM ${t.dependencies} WHERE target_id = ? AND target_uid = ?
       UNION SELECT source_id FROM ${t.edges} WHERE target_id = ?
       UNION SELECT target_id FROM ${t.links} WHERE source_id = ?
     ) q`,
    [target.documentId, target.uid, target.documentId, target.documentId],
  );
  return Number(row?.total ?? 0);
};
