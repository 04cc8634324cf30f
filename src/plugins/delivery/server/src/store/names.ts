import { inParts, insertRows, marks, rows, run, type Queryable, type Tables, type Transaction } from './tables';

/** A name under which a published document is looked up. */
export interface Name {
  name: string;
  documentId: string;
}

const find = async (
  trx: Queryable,
  t: Tables,
  by: 'name' | 'document_id',
  values: readonly string[],
): Promise<Name[]> => {
  const found: Name[] = [];
  for (const part of inParts(values))
    found.push(
      ...(await rows<Name>(
        trx,
        `SELECT name, document_id AS "documentId" FROM ${t.names} WHERE ${by} IN (${marks(part)}) ORDER BY name, document_id`,
        part,
      )),
    );
  return found;
};

/** The documents that are public under some names. */
export const documentsNamed = (trx: Queryable, t: Tables, names: readonly string[]): Promise<Name[]> =>
  find(trx, t, 'name', names);

/** The names of documents. */
export const namesOf = (trx: Queryable, t: Tables, documentIds: readonly string[]): Promise<Name[]> =>
  find(trx, t, 'document_id', documentIds);

/** Replaces the names of documents. @param documentIds all of them, those without a name too */
export const putNames = async (
  trx: Transaction,
  t: Tables,
  documentIds: readonly string[],
  names: readonly Name[],
): Promise<void> => {
  for (const part of inParts(documentIds))
    await run(trx, `DELETE FROM ${t.names} WHERE document_id IN (${marks(part)})`, part);
  await insertRows(
    trx,
    `${t.names} (name, document_id)`,
    names.map(({ name, documentId }) => [name, documentId]),
  );
};
