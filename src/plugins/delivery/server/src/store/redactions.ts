import { flag, insertRows, marks, rows, run, type Tables, type Transaction } from './tables';

/** A version of one language of a document, as far as an erasure needs it. */
export interface KeptVersion {
  collection: string;
  locale: string;
  version: number;
  redacted: boolean;
}

/** Every version that was kept of a document. */
export const keptVersions = async (trx: Transaction, t: Tables, documentId: string): Promise<KeptVersion[]> =>
  (
    await rows<Omit<KeptVersion, 'redacted'> & { redacted: boolean | number }>(
      trx,
      `SELECT collection, locale, version, redacted FROM ${t.versions} WHERE document_id = ? ORDER BY locale, version`,
      [documentId],
    )
  ).map((row) => ({ ...row, version: Number(row.version), redacted: Boolean(row.redacted) }));

export interface Erasure {
  documentId: string;
  locale: string;
  versions: readonly number[];
  at: string;
  who: string;
  reason: string;
}

/**
 * Blanks the text of versions and what the log tells of them, and forgets the addresses that only they had: a slug is
 * made of the title, and may say what must go. What is public now is not touched.
 */
export const eraseVersions = async (trx: Transaction, t: Tables, erasure: Erasure): Promise<void> => {
  const { documentId, locale, versions, at, who, reason } = erasure;
  const which = `document_id = ? AND locale = ? AND version IN (${marks(versions)})`;
  const values = [documentId, locale, ...versions];
  await run(
    trx,
    `DELETE FROM ${t.addresses} WHERE document_id = ? AND locale = ?
       AND slug IN (SELECT slug FROM ${t.changes} WHERE ${which})
       AND slug NOT IN (SELECT slug FROM ${t.changes} WHERE document_id = ? AND locale = ? AND version NOT IN (${marks(versions)}))
       AND slug NOT IN (SELECT slug FROM ${t.snapshots} WHERE document_id = ? AND locale = ?)`,
    [documentId, locale, ...values, documentId, locale, ...versions, documentId, locale],
  );
  await run(trx, `UPDATE ${t.versions} SET item = '', redacted = ? WHERE ${which}`, [flag(t, true), ...values]);
  await run(trx, `UPDATE ${t.changes} SET slug = '', url = '', etag = '', redacted = ? WHERE ${which}`, [
    flag(t, true),
    ...values,
  ]);
  await insertRows(
    trx,
    `${t.redactions} (at, who, reason, document_id, locale, version)`,
    versions.map((version) => [at, who, reason, documentId, locale, version]),
  );
};
