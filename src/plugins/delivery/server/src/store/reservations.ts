import { placeholders, rows, run, type Tables, type Transaction } from './tables';

/** A name that only one document of a scope may carry in a locale. */
export interface Reservation {
  /** For example `slug:articles`. */
  scope: string;
  /** '' where the name holds for all locales. */
  locale: string;
  reserved: string;
  documentId: string;
}

/**
 * Takes a name, or finds out who has it. Of two transactions that want the same name at once, the second waits for the
 * first to end.
 * @returns the documentId that holds the name now
 */
export const claim = async (trx: Transaction, t: Tables, wanted: Reservation): Promise<string> => {
  await run(
    trx,
    `INSERT INTO ${t.reservations} (scope, locale, reserved, document_id) VALUES ${placeholders(1, 4)}
     ON CONFLICT (scope, locale, reserved) DO NOTHING`,
    [wanted.scope, wanted.locale, wanted.reserved, wanted.documentId],
  );
  const [holder] = await rows<{ documentId: string }>(
    trx,
    `SELECT document_id AS "documentId" FROM ${t.reservations} WHERE scope = ? AND locale = ? AND reserved = ?`,
    [wanted.scope, wanted.locale, wanted.reserved],
  );
  if (!holder) throw new Error(`The reservation of "${wanted.reserved}" vanished while it was taken.`);
  return holder.documentId;
};

/** Names of a scope that begin like one that is wanted, to skip what is taken without asking for each. */
export const takenLike = async (
  trx: Transaction,
  t: Tables,
  scope: string,
  locale: string,
  base: string,
): Promise<Set<string>> => {
  const found = await rows<{ reserved: string }>(
    trx,
    `SELECT reserved FROM ${t.reservations} WHERE scope = ? AND locale = ? AND reserved >= ? AND reserved < ?`,
    // '.' is the character after '-'.
    [scope, locale, `${base}-`, `${base}.`],
  );
  return new Set(found.map(({ reserved }) => reserved));
};

/** Gives back every name of a document in a scope except those it still uses. */
export const releaseAllBut = (
  trx: Transaction,
  t: Tables,
  owner: { scope: string; locale: string; documentId: string },
  kept: string[],
): Promise<void> =>
  run(
    trx,
    `DELETE FROM ${t.reservations} WHERE document_id = ? AND scope = ? AND locale = ?` +
      (kept.length > 0 ? ` AND reserved NOT IN (${kept.map(() => '?').join(', ')})` : ''),
    [owner.documentId, owner.scope, owner.locale, ...kept],
  );

/** Gives back every name of a document that is gone. */
export const releaseDocument = (trx: Transaction, t: Tables, documentId: string): Promise<void> =>
  run(trx, `DELETE FROM ${t.reservations} WHERE document_id = ?`, [documentId]);
