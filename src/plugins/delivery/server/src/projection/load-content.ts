import type { Core } from '@strapi/strapi';
import type { CollectionDefinition, EntryRow, IncomingLink, Known, Reference } from '../collections/definition';
import { edgesFrom, edgesTo, reachedFrom, type StoredEdge } from '../store/edges';
import { linksTo } from '../store/links';
import { documentsNamed } from '../store/names';
import { referencesOf, type StoredReference } from '../store/snapshots';
import type { Tables, Transaction } from '../store/tables';
import { OLDEST_FIRST, sharedRow, type PresentationInput } from './present-document';
import type { Site } from './site';

/** What presenting a document needs besides the site's own settings. */
export type Content = Pick<
  PresentationInput,
  'rows' | 'linked' | 'linking' | 'reachable' | 'named' | 'published' | 'linkedBy'
>;

/** What is known of documents in all their languages; in one language, the default one stands in. */
export class References {
  private readonly byDocument = new Map<string, Map<string, Known>>();

  constructor(
    found: readonly StoredReference[],
    private readonly defaultLocale: string,
  ) {
    for (const { documentId, locale, reference, facts } of found) {
      const locales = this.byDocument.get(documentId) ?? new Map<string, Known>();
      const known = { reference: JSON.parse(reference), facts: facts === '' ? {} : JSON.parse(facts) };
      this.byDocument.set(documentId, locales.set(locale, known));
    }
  }

  known(documentId: string, locale: string): Known | null {
    const locales = this.byDocument.get(documentId);
    return locales?.get(locale) ?? locales?.get(this.defaultLocale) ?? [...(locales?.values() ?? [])][0] ?? null;
  }

  /** What is public of these documents, in their order. */
  pick(documentIds: readonly string[], locale: string): Reference[] {
    return documentIds.flatMap((documentId) => this.known(documentId, locale)?.reference ?? []);
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
  { defaultLocale, addresses: { absoluteUrl } }: Pick<Site, 'defaultLocale' | 'addresses'>,
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
  const links = definition.links ? await linksTo(trx, tables, documentIds) : [];
  const rowsOf = grouped(rows, ({ documentId }) => documentId);
  const mentions = [...rowsOf.values()].flatMap((all) => {
    const shared = sharedRow(all, defaultLocale);
    return shared && definition.mentions ? all.map((row) => definition.mentions?.(row, { shared, absoluteUrl })) : [];
  });
  const named = await documentsNamed(trx, tables, [...new Set(mentions.flatMap((one) => one?.names ?? []))]);
  const reached = await reachedFrom(trx, tables, starts, walks?.kinds ?? []);

  const shown = new Set([
    ...outgoing.map(({ targetId }) => targetId),
    ...incoming.map(({ sourceId }) => sourceId),
    ...[...reached.values()].flat(),
    ...links.map(({ sourceId }) => sourceId),
    ...named.map(({ documentId }) => documentId),
    ...mentions.flatMap((one) => one?.documents.map(({ documentId }) => documentId) ?? []),
  ]);
  const references = new References(await referencesOf(trx, tables, [...shown]), defaultLocale);
  const from = grouped(outgoing, ({ sourceId }) => sourceId);
  const to = grouped(incoming, ({ targetId }) => targetId);
  const linksOf = grouped(links, ({ targetId }) => targetId);
  const idsNamed = grouped(named, ({ name }) => name);
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
        named: (name, locale) =>
          (idsNamed.get(name) ?? []).flatMap((one) => references.known(one.documentId, locale) ?? []),
        published: (id, locale) => references.known(id, locale),
        linkedBy: (kind, locale) =>
          (linksOf.get(documentId) ?? []).flatMap((link): IncomingLink[] => {
            const source = link.kind === kind ? references.known(link.sourceId, locale) : null;
            return source ? [{ ...source, data: JSON.parse(link.data) }] : [];
          }),
        reachable: (start, locale) => references.pick(reached.get(start) ?? [], locale),
      },
    ]),
  );
};
