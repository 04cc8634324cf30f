import { announce } from './announce';
import { flag, inParts, insertRows, marks, placeholders, rows, type Tables, type Transaction } from './tables';

/** What happened to a published item; the words of the public change stream. */
export type ChangeEvent = 'published' | 'updated' | 'withdrawn' | 'moved' | 'unpublished' | 'deleted';

export interface NewChange {
  at: string;
  event: ChangeEvent;
  major: boolean;
  collection: string;
  documentId: string;
  locale: string;
  slug: string;
  url: string;
  version: number;
  etag: string;
}

/** One language of one document. */
interface Translation {
  documentId: string;
  locale: string;
}

/** The key under which batches keep what belongs to one language of one document. */
export const translationKey = ({ documentId, locale }: Translation): string => `${documentId} ${locale}`;

const COLUMNS = 10;

/**
 * Adds entries to the change log, in their order; each language of a document at most once a call. The caller holds the
 * publishing lock.
 * @returns each entry's place in the log, by `translationKey`
 */
export const appendChanges = async (
  trx: Transaction,
  t: Tables,
  changes: readonly NewChange[],
): Promise<Map<string, number>> => {
  const places = new Map<string, number>();
  if (changes.length > 0) await announce(trx, t);
  for (const part of inParts(changes, COLUMNS)) {
    const found = await rows<Translation & { seq: number | string }>(
      trx,
      `INSERT INTO ${t.changes} (at, event, major, collection, document_id, locale, slug, url, version, etag)
       VALUES ${placeholders(part.length, COLUMNS)} RETURNING seq, document_id AS "documentId", locale`,
      part.flatMap((change) => [
        change.at,
        change.event,
        flag(t, change.major),
        change.collection,
        change.documentId,
        change.locale,
        change.slug,
        change.url,
        change.version,
        change.etag,
      ]),
    );
    for (const one of found) places.set(translationKey(one), Number(one.seq));
  }
  return places;
};

export interface NewVersion extends Translation {
  version: number;
  collection: string;
  seq: number;
  at: string;
  item: string;
}

/** Keeps the public JSON of versions. */
export const appendVersions = (trx: Transaction, t: Tables, versions: readonly NewVersion[]): Promise<void> =>
  insertRows(
    trx,
    `${t.versions} (document_id, locale, version, collection, seq, at, item)`,
    versions.map((one) => [one.documentId, one.locale, one.version, one.collection, one.seq, one.at, one.item]),
  );

/** The highest version that each document ever had, by `translationKey`; it goes on counting after an unpublication. */
export const lastVersions = async (
  trx: Transaction,
  t: Tables,
  documentIds: readonly string[],
): Promise<Map<string, number>> => {
  const versions = new Map<string, number>();
  for (const part of inParts(documentIds)) {
    const found = await rows<Translation & { version: number }>(
      trx,
      `SELECT document_id AS "documentId", locale, MAX(version) AS version FROM ${t.changes}
       WHERE document_id IN (${marks(part)}) GROUP BY document_id, locale`,
      part,
    );
    for (const one of found) versions.set(translationKey(one), Number(one.version));
  }
  return versions;
};

export interface UsedAddress extends Translation {
  collection: string;
  slug: string;
  at: string;
}

/** Remembers that documents were public under a slug: the source of redirects. */
export const rememberAddresses = (trx: Transaction, t: Tables, addresses: readonly UsedAddress[]): Promise<void> =>
  insertRows(
    trx,
    `${t.addresses} (collection, locale, slug, document_id, changed_at)`,
    addresses.map((one) => [one.collection, one.locale, one.slug, one.documentId, one.at]),
    'ON CONFLICT (slug, locale, collection, document_id) DO UPDATE SET changed_at = excluded.changed_at',
  );

/** Whether a document ever was public, in any language. */
export const wasPublic = async (trx: Transaction, t: Tables, documentId: string): Promise<boolean> => {
  const found = await rows(trx, `SELECT 1 AS found FROM ${t.changes} WHERE document_id = ? LIMIT 1`, [documentId]);
  return found.length > 0;
};
