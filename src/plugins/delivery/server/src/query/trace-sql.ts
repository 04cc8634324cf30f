import { marks, type Tables } from '../store/tables';
import type { Statement } from './list-parts';

/** The document that an address means: one that was public under it, in this locale before others, the latest first. */
export const documentOfAddressSql = (
  t: Tables,
  collections: readonly string[],
  locale: string,
  id: string,
): Statement => ({
  sql:
    `SELECT document_id AS "documentId", collection, slug, locale FROM ${t.addresses} ` +
    `WHERE (slug = ? OR document_id = ?) AND collection IN (${marks(collections)}) ` +
    `ORDER BY CASE WHEN locale = ? THEN 0 ELSE 1 END, changed_at DESC LIMIT 1`,
  values: [id, id, ...collections, locale],
});

/**
 * Whose slugs these were in each of some languages before, and under which they are public in it now: null where they are
 * not. One slug may have been that of several, the latest one comes last. Slugs that something is public under in the same
 * language or in the first are left out, so that nothing is led back to where it came from.
 */
export const movedSlugsSql = (
  t: Tables,
  collection: string,
  locales: readonly string[],
  slugs: readonly string[],
): Statement => ({
  sql:
    `SELECT a.slug AS "from", s.slug AS "to", a.document_id AS "documentId", a.locale FROM ${t.addresses} a ` +
    `LEFT JOIN ${t.snapshots} s ON s.document_id = a.document_id AND s.locale = a.locale AND s.collection = a.collection ` +
    `WHERE a.slug IN (${marks(slugs)}) AND a.locale IN (${marks(locales)}) AND a.collection = ? ` +
    `AND NOT EXISTS (SELECT 1 FROM ${t.snapshots} n WHERE n.slug = a.slug AND n.locale IN (a.locale, ?) AND n.collection = a.collection) ` +
    `ORDER BY a.changed_at`,
  values: [...slugs, ...locales, collection, locales[0] ?? ''],
});

/** Where a document is public now. */
export const livePlacesSql = (
  t: Tables,
  { documentId, collection }: { documentId: string; collection: string },
): Statement => ({
  sql: `SELECT locale, slug FROM ${t.snapshots} WHERE document_id = ? AND collection = ? ORDER BY locale`,
  values: [documentId, collection],
});

/** The last change of a document in each language. */
export const lastChangesSql = (t: Tables, documentId: string): Statement => ({
  sql:
    `SELECT c.locale, c.event, c.at FROM ${t.changes} c WHERE c.document_id = ? AND c.seq = ` +
    `(SELECT MAX(seq) FROM ${t.changes} m WHERE m.document_id = c.document_id AND m.locale = c.locale)`,
  values: [documentId],
});

/**
 * The last change of documents in each language up to a moment, with the version that it made.
 * @param instant ISO 8601 in UTC
 */
export const versionsAtSql = (t: Tables, documentIds: readonly string[], instant: string): Statement => ({
  sql:
    `SELECT c.document_id AS "documentId", c.locale, c.event, v.item FROM ${t.changes} c ` +
    `LEFT JOIN ${t.versions} v ON v.document_id = c.document_id AND v.locale = c.locale AND v.version = c.version ` +
    `WHERE c.document_id IN (${marks(documentIds)}) AND c.seq = (SELECT MAX(m.seq) FROM ${t.changes} m ` +
    `WHERE m.document_id = c.document_id AND m.locale = c.locale AND m.at <= ?)`,
  values: [...documentIds, instant],
});
