import type { Known, RegisterReader } from '../collections/definition';
import { currentRegister } from '../projection/keep-dated';
import { References } from '../projection/load-content';
import { versionsAtSql } from '../query/trace-sql';
import { edgesFrom } from '../store/edges';
import { documentsNamed, type Name } from '../store/names';
import { referencesOf } from '../store/snapshots';
import type { Queryable, Tables } from '../store/tables';
import type { ReadConnection } from './connection';

/** An item as it was public at a moment; the public JSON, without members that are read beside it. */
export interface PastItem {
  documentId: string;
  locale: string;
  item: Record<string, unknown>;
}

/** Reads what documents are and say of each other, for handlers of other plugins. */
export interface RegisterReads {
  /** The documents that are public under some names. */
  named(names: readonly string[]): Promise<Name[]>;
  /** What is public of documents, in a language or else the default one. */
  known(documentIds: readonly string[], locale: string, defaultLocale: string): Promise<Map<string, Known>>;
  /** The documents to which a document has edges of a kind, in the editor's order, public or not. */
  edgesFrom(documentId: string, kind: string): Promise<string[]>;
  /** The register as it is. */
  register(defaultLocale: string): RegisterReader;
  /**
   * Documents as they were public at a moment, in each language; nothing of what was not, or was erased since.
   * @param instant ISO 8601 in UTC
   */
  itemsAt(documentIds: readonly string[], instant: string): Promise<PastItem[]>;
}

export const createRegisterReads = (connection: ReadConnection, t: Tables): RegisterReads => {
  const queryable: Queryable = {
    raw: (sql, bindings) =>
      connection.all({
        sql,
        values: bindings.filter(
          (value): value is string | number => typeof value === 'string' || typeof value === 'number',
        ),
      }),
  };
  return {
    named: (names) => (names.length === 0 ? Promise.resolve([]) : documentsNamed(queryable, t, names)),
    async known(documentIds, locale, defaultLocale) {
      const references = new References(await referencesOf(queryable, t, documentIds), defaultLocale);
      return new Map(
        documentIds.flatMap((documentId): [string, Known][] => {
          const known = references.known(documentId, locale);
          return known ? [[documentId, known]] : [];
        }),
      );
    },
    edgesFrom: async (documentId, kind) =>
      (await edgesFrom(queryable, t, [documentId]))
        .filter((edge) => edge.kind === kind)
        .map(({ targetId }) => targetId),
    register: (defaultLocale) => currentRegister(queryable, t, defaultLocale),
    async itemsAt(documentIds, instant) {
      if (documentIds.length === 0) return [];
      const found = await connection.all<{ documentId: string; locale: string; event: string; item: string | null }>(
        versionsAtSql(t, documentIds, instant),
      );
      return found
        .filter(({ event, item }) => event !== 'unpublished' && event !== 'deleted' && item)
        .map(({ documentId, locale, item }) => ({ documentId, locale, item: JSON.parse(item ?? '{}') }));
    },
  };
};
