import type { Source } from './edges';
import { inParts, insertRows, marks, rows, run, type Queryable, type Tables, type Transaction } from './tables';

/** What a document's content says about another one. */
export interface StoredLink {
  sourceUid: string;
  sourceId: string;
  kind: string;
  targetUid: string;
  targetId: string;
  /** JSON */
  data: string;
}

const COLUMNS = `source_uid AS "sourceUid", source_id AS "sourceId", kind, target_uid AS "targetUid", target_id AS "targetId", data`;

const find = async (
  trx: Queryable,
  t: Tables,
  end: 'source_id' | 'target_id',
  documentIds: readonly string[],
): Promise<StoredLink[]> => {
  const found: StoredLink[] = [];
  for (const part of inParts(documentIds))
    found.push(
      ...(await rows<StoredLink>(
        trx,
        `SELECT ${COLUMNS} FROM ${t.links} WHERE ${end} IN (${marks(part)}) ORDER BY source_id, kind, position`,
        part,
      )),
    );
  return found;
};

/** The links that start at documents, in their order. */
export const linksFrom = (trx: Queryable, t: Tables, documentIds: readonly string[]): Promise<StoredLink[]> =>
  find(trx, t, 'source_id', documentIds);

/** The links that end at documents. */
export const linksTo = (trx: Queryable, t: Tables, documentIds: readonly string[]): Promise<StoredLink[]> =>
  find(trx, t, 'target_id', documentIds);

/** A link as a projection makes it. */
export interface NewLink {
  source: Source;
  kind: string;
  targetUid: string;
  targetId: string;
  data: string;
}

/** Replaces all links that start at documents. @param sourceIds all of them, those without a link too */
export const putLinks = async (
  trx: Transaction,
  t: Tables,
  sourceIds: readonly string[],
  links: readonly NewLink[],
): Promise<void> => {
  for (const part of inParts(sourceIds))
    await run(trx, `DELETE FROM ${t.links} WHERE source_id IN (${marks(part)})`, part);
  const positions = new Map<string, number>();
  await insertRows(
    trx,
    `${t.links} (source_id, kind, position, source_uid, target_uid, target_id, data)`,
    links.map(({ source, kind, targetUid, targetId, data }) => {
      const key = `${source.documentId} ${kind}`;
      const position = positions.get(key) ?? 0;
      positions.set(key, position + 1);
      return [source.documentId, kind, position, source.uid, targetUid, targetId, data];
    }),
  );
};
