import type { Statement } from '../query/list-parts';
import type { Tables } from '../store/tables';

/** One language of one document. */
export interface VersionTarget {
  collection: string;
  documentId: string;
  locale: string;
}

/** What a statement may see: everything, or only versions of what is public now. */
export type Visibility = 'all' | 'of-public-items';

const HEAD_COLUMNS = 'v.version, v.at, v.redacted, c.event, c.major, c.etag';

const fromSql = (t: Tables): string => `${t.versions} v JOIN ${t.changes} c ON c.seq = v.seq`;

/** The versions of a target; a version of what was taken back is not to be read, in the same look. */
const whereSql = (t: Tables, { documentId, locale, collection }: VersionTarget, visibility: Visibility): Statement => {
  const isPublic =
    `EXISTS (SELECT 1 FROM ${t.snapshots} s WHERE s.document_id = v.document_id AND s.locale = v.locale ` +
    `AND s.collection = v.collection)`;
  return {
    sql: `v.document_id = ? AND v.locale = ? AND v.collection = ?${visibility === 'all' ? '' : ` AND ${isPublic}`}`,
    values: [documentId, locale, collection],
  };
};

/** A page of versions without their texts, newest first. @param before leaves out this version and newer ones */
export const versionHeadsSql = (
  t: Tables,
  target: VersionTarget,
  visibility: Visibility,
  { before, limit, offset }: { before: number | null; limit: number; offset: number },
): Statement => {
  const { sql, values } = whereSql(t, target, visibility);
  return {
    sql:
      `SELECT ${HEAD_COLUMNS} FROM ${fromSql(t)} WHERE ${sql}${before === null ? '' : ' AND v.version < ?'} ` +
      `ORDER BY v.version DESC LIMIT ? OFFSET ?`,
    values: [...values, ...(before === null ? [] : [before]), limit, offset],
  };
};

export const versionCountSql = (t: Tables, target: VersionTarget, visibility: Visibility): Statement => {
  const { sql, values } = whereSql(t, target, visibility);
  return { sql: `SELECT COUNT(*) AS total FROM ${t.versions} v WHERE ${sql}`, values };
};

/** The texts of the versions between two numbers, both included. */
export const versionItemsSql = (
  t: Tables,
  target: VersionTarget,
  visibility: Visibility,
  [first, last]: readonly [number, number],
): Statement => {
  const { sql, values } = whereSql(t, target, visibility);
  return {
    sql: `SELECT v.version, v.item FROM ${t.versions} v WHERE ${sql} AND v.version >= ? AND v.version <= ?`,
    values: [...values, first, last],
  };
};

/** One version. @param withItem with its text too */
export const versionSql = (
  t: Tables,
  target: VersionTarget,
  visibility: Visibility,
  { version, withItem }: { version: number; withItem: boolean },
): Statement => {
  const { sql, values } = whereSql(t, target, visibility);
  return {
    sql: `SELECT ${HEAD_COLUMNS}${withItem ? ', v.item' : ''} FROM ${fromSql(t)} WHERE ${sql} AND v.version = ?`,
    values: [...values, version],
  };
};

/** The version that is public now. */
export const publicVersionSql = (t: Tables, { documentId, locale, collection }: VersionTarget): Statement => ({
  sql: `SELECT version FROM ${t.snapshots} WHERE document_id = ? AND locale = ? AND collection = ?`,
  values: [documentId, locale, collection],
});
