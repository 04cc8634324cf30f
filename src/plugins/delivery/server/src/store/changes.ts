import { placeholders, rows, run, type Tables, type Transaction } from './tables';

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

/** Adds an entry to the change log and returns its place in it. The caller holds the publishing lock. */
export const appendChange = async (trx: Transaction, t: Tables, change: NewChange): Promise<number> => {
  const [row] = await rows<{ seq: number | string }>(
    trx,
    `INSERT INTO ${t.changes} (at, event, major, collection, document_id, locale, slug, url, version, etag)
     VALUES ${placeholders(1, 10)} RETURNING seq`,
    [
      change.at,
      change.event,
      t.client === 'postgres' ? change.major : Number(change.major),
      change.collection,
      change.documentId,
      change.locale,
      change.slug,
      change.url,
      change.version,
      change.etag,
    ],
  );
  if (!row) throw new Error('The database returned no place in the change log.');
  return Number(row.seq);
};

/** Keeps the public JSON of one version. */
export const appendVersion = (
  trx: Transaction,
  t: Tables,
  version: {
    documentId: string;
    locale: string;
    version: number;
    collection: string;
    seq: number;
    at: string;
    item: string;
  },
): Promise<void> =>
  run(
    trx,
    `INSERT INTO ${t.versions} (document_id, locale, version, collection, seq, at, item) VALUES ${placeholders(1, 7)}`,
    [version.documentId, version.locale, version.version, version.collection, version.seq, version.at, version.item],
  );

/** The highest version that a document ever had, per locale; it goes on counting after an unpublication. */
export const lastVersions = async (trx: Transaction, t: Tables, documentId: string): Promise<Map<string, number>> => {
  const found = await rows<{ locale: string; version: number }>(
    trx,
    `SELECT locale, MAX(version) AS version FROM ${t.changes} WHERE document_id = ? GROUP BY locale`,
    [documentId],
  );
  return new Map(found.map(({ locale, version }) => [locale, Number(version)]));
};

/** Remembers that a document was public under a slug: the source of redirects. */
export const rememberAddress = (
  trx: Transaction,
  t: Tables,
  address: { collection: string; locale: string; slug: string; documentId: string; at: string },
): Promise<void> =>
  run(
    trx,
    `INSERT INTO ${t.addresses} (collection, locale, slug, document_id, changed_at) VALUES ${placeholders(1, 5)}
     ON CONFLICT (slug, locale, collection, document_id) DO UPDATE SET changed_at = excluded.changed_at`,
    [address.collection, address.locale, address.slug, address.documentId, address.at],
  );
