import type { Dependency, Edge } from '../collections/definition';
import { placeholders, rows, run, type Tables, type Transaction } from './tables';

/** A document that shows another one. */
export interface Source {
  uid: string;
  documentId: string;
}

/** Replaces all edges that start at a document. */
export const putEdges = async (trx: Transaction, t: Tables, source: Source, edges: Edge[]): Promise<void> => {
  await run(trx, `DELETE FROM ${t.edges} WHERE source_id = ?`, [source.documentId]);
  for (let start = 0; start < edges.length; start += 500) {
    const part = edges.slice(start, start + 500);
    await run(
      trx,
      `INSERT INTO ${t.edges} (source_id, kind, position, source_uid, target_uid, target_id) VALUES ${placeholders(part.length, 6)}`,
      part.flatMap((edge, index) => [
        source.documentId,
        edge.kind,
        start + index,
        source.uid,
        edge.targetUid,
        edge.targetDocumentId,
      ]),
    );
  }
};

/** The edges that start at a document, in their order. */
export const edgesFrom = (
  trx: Transaction,
  t: Tables,
  documentId: string,
): Promise<{ kind: string; targetUid: string; targetId: string }[]> =>
  rows(
    trx,
    `SELECT kind, target_uid AS "targetUid", target_id AS "targetId" FROM ${t.edges} WHERE source_id = ? ORDER BY position`,
    [documentId],
  );

/** The documents with an edge to this one. */
export const edgesTo = (trx: Transaction, t: Tables, documentId: string): Promise<Source[]> =>
  rows(
    trx,
    `SELECT DISTINCT source_uid AS "uid", source_id AS "documentId" FROM ${t.edges} WHERE target_id = ? ORDER BY source_id`,
    [documentId],
  );

/** Forgets a deleted document, at both ends. */
export const dropEdges = async (trx: Transaction, t: Tables, documentId: string): Promise<void> => {
  await run(trx, `DELETE FROM ${t.edges} WHERE source_id = ? OR target_id = ?`, [documentId, documentId]);
};

/** Replaces the list of what is embedded in the snapshots of a document. */
export const putDependencies = async (
  trx: Transaction,
  t: Tables,
  source: Source,
  dependencies: Dependency[],
): Promise<void> => {
  await run(trx, `DELETE FROM ${t.dependencies} WHERE source_id = ?`, [source.documentId]);
  const distinct = [...new Map(dependencies.map((one) => [`${one.uid} ${one.documentId}`, one])).values()];
  for (let start = 0; start < distinct.length; start += 500) {
    const part = distinct.slice(start, start + 500);
    await run(
      trx,
      `INSERT INTO ${t.dependencies} (target_id, target_uid, source_id, source_uid) VALUES ${placeholders(part.length, 4)}`,
      part.flatMap((one) => [one.documentId, one.uid, source.documentId, source.uid]),
    );
  }
};

/** The documents whose snapshots embed this one. */
export const dependentsOf = (trx: Transaction, t: Tables, target: Dependency): Promise<Source[]> =>
  rows(
    trx,
    `SELECT source_uid AS "uid", source_id AS "documentId" FROM ${t.dependencies}
     WHERE target_id = ? AND target_uid = ? ORDER BY source_id`,
    [target.documentId, target.uid],
  );
