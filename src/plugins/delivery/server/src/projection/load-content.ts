import type { Core } from '@strapi/strapi';
import type { CollectionDefinition, EntryRow, Reference } from '../collections/definition';
import { edgesFrom, edgesTo, reachedFrom, type StoredEdge } from '../store/edges';
import { referencesOf } from '../store/snapshots';
import type { Tables, Transaction } from '../store/tables';
import { OLDEST_FIRST, type PresentationInput } from './present-document';

/** What presenting a document needs besides the site's own settings. */
export type Content = Pick<PresentationInput, 'rows' | 'linked' | 'linking' | 'reachable'>;

/** The references of documents in all their languages; in one language, those of the default stand in. */
class References {
  private readonly byDocument = new Map<string, Map<string, Reference>>();

  constructor(
    found: { documentId: string; locale: string; reference: string }[],
    private readonly defaultLocale: string,
  ) {
    for (const { documentId, locale, reference } of found) {
      const locales = this.byDocument.get(documentId) ?? new Map<string, Reference>();
      this.byDocument.set(documentId, locales.set(locale, JSON.parse(reference)));
    }
  }

  /** What is public of these documents, in their order. */
  pick(documentIds: readonly string[], locale: string): Reference[] {
    return documentIds
      .map((documentId) => {
        const locales = this.byDocument.get(documentId);
        return locales?.get(locale) ?? locales?.get(this.defaultLocale) ?? [...(locales?.values() ?? [])][0];
      })
      .filter((reference) => reference !== undefined);
  }
}

const grouped = <T>(values: readonly T[], keyOf: (value: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
};

/**
 * Reads everything that a batch of documents of one collection shows, in a number of queries that does not depend on
 * how many they are.
 */
export const loadContent = async (
  strapi: Core.Strapi,
  trx: Transaction,
  tables: Tables,
  definition: CollectionDefinition,
  documentIds: readonly string[],
  defaultLocale: string,
): Promise<Map<string, Content>> => {
  const rows: EntryRow[] = await strapi.db.query(definition.uid).findMany({
    where: { documentId: { $in: [...documentIds] }, publishedAt: { $notNull: true } },
    populate: definition.populate,
    orderBy: OLDEST_FIRST,
  });
  const { walks, backlinks = [] } = definition;
  const starts = walks ? [...new Set(rows.flatMap((row) => walks.from(row)))] : [];
  const outgoing = await edgesFrom(trx, tables, documentIds);
  const incoming = await edgesTo(trx, tables, documentIds, backlinks);
  const reached = await reachedFrom(trx, tables, starts, walks?.kinds ?? []);

  const shown = new Set([
    ...outgoing.map(({ targetId }) => targetId),
    ...incoming.map(({ sourceId }) => sourceId),
    ...[...reached.values()].flat(),
  ]);
  const references = new References(await referencesOf(trx, tables, [...shown]), defaultLocale);
  const rowsOf = grouped(rows, ({ documentId }) => documentId);
  const from = grouped(outgoing, ({ sourceId }) => sourceId);
  const to = grouped(incoming, ({ targetId }) => targetId);
  const ofKind = (edges: StoredEdge[] | undefined, kind: string) => (edges ?? []).filter((edge) => edge.kind === kind);

  return new Map(
    documentIds.map((documentId): [string, Content] => [
      documentId,
      {
        rows: rowsOf.get(documentId) ?? [],
        linked: (kind, locale) =>
          references.pick(
            ofKind(from.get(documentId), kind).map(({ targetId }) => targetId),
            locale,
          ),
        linking: (kind, locale) =>
          references.pick(
            ofKind(to.get(documentId), kind).map(({ sourceId }) => sourceId),
            locale,
          ),
        reachable: (start, locale) => references.pick(reached.get(start) ?? [], locale),
      },
    ]),
  );
};
