import type { Core } from '@strapi/strapi';
import type { CollectionDefinition, EntryRow } from '../collections/definition';
import type { CollectionRegistry } from '../collections/registry';
import { edgesFrom, putEdges, type Source } from '../store/edges';
import { tablesFor, type Tables, type Transaction } from '../store/tables';
import { OLDEST_FIRST, sharedRow } from './present-document';
import { hasDrafts, readSite } from './site';

/** Keeps the links of published documents, by documentId. */
export const createEdgeKeeper = (strapi: Core.Strapi, registry: CollectionRegistry) => {
  const tables = (): Tables => tablesFor(strapi);

  /**
   * Links are taken from the draft, whose relations survive what happens to their targets. It is the draft of the row that
   * relations are read from, and only when that row is being published: another language must not publish its edits.
   * @returns what a link appeared to or went from, where that shows who links to it
   */
  const storeEdges = async (
    trx: Transaction,
    definition: CollectionDefinition,
    documentId: string,
    publication: unknown,
  ): Promise<Source[]> => {
    if (!definition.edges) return [];
    const { defaultLocale } = await readSite(strapi);
    const rows: EntryRow[] = await strapi.db
      .query(definition.uid)
      .findMany({ where: { documentId }, populate: definition.edgesPopulate ?? {}, orderBy: OLDEST_FIRST });
    const isDrafted = hasDrafts(strapi, definition);
    const drafts = isDrafted ? rows.filter((row) => row.publishedAt === null) : rows;
    const published = rows.filter((row) => row.publishedAt !== null);
    // A draft of the main language that never was public gives nothing to another language that is.
    const publicLocale = sharedRow(published, defaultLocale)?.locale;
    const draft = drafts.find((row) => row.locale === publicLocale) ?? sharedRow(drafts, defaultLocale);
    if (!draft) return [];
    const isPublic = published.some((row) => row.locale === draft.locale);
    const named: unknown[] = Array.isArray(publication) ? publication : [publication ?? defaultLocale];
    const isNamed = publication === '*' || named.includes(draft.locale);
    // A document whose main language was never published takes its links with whichever language comes first.
    if (isDrafted && !isNamed && isPublic) return [];
    const before = await shownTargets(trx, documentId);
    await putEdges(trx, tables(), { uid: definition.uid, documentId }, definition.edges(draft, drafts));
    const after = await shownTargets(trx, documentId);
    const moved = [...before].filter(([key]) => !after.has(key));
    const added = [...after].filter(([key]) => !before.has(key));
    return [...moved, ...added].map(([, target]) => target);
  };

  /** The targets of a document's edges that show what links to them. */
  const shownTargets = async (trx: Transaction, documentId: string): Promise<Map<string, Source>> => {
    const edges = await edgesFrom(trx, tables(), [documentId]);
    return new Map(
      edges
        .filter(({ kind, targetUid }) => registry.byUid(targetUid)?.backlinks?.includes(kind))
        .map(({ kind, targetUid: uid, targetId }) => [`${kind} ${targetId}`, { uid, documentId: targetId }]),
    );
  };

  return { storeEdges, shownTargets };
};
