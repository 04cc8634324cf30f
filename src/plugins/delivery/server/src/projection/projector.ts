import type { Core } from '@strapi/strapi';
import type { CollectionDefinition, EntryRow, Reference } from '../collections/definition';
import type { CollectionRegistry } from '../collections/registry';
import type { DeliveryConfig } from '../config';
import { dependentsOf, dropEdges, edgesFrom, edgesTo, putDependencies, putEdges, type Source } from '../store/edges';
import { lockPublishing } from '../store/lock';
import { publishedIn, referencesOf } from '../store/snapshots';
import { inTransaction, tablesFor, type Tables, type Transaction } from '../store/tables';
import { createAddresses } from './addresses';
import { OLDEST_FIRST, presentDocument, sharedRow } from './present-document';
import { writeProjections } from './write-projections';

const FILE_UID = 'plugin::upload.file';

/** What happened to a document. */
export interface Cause {
  /** The event for what is public no longer. */
  removal: 'unpublished' | 'deleted';
  /** Nothing is left of the document, in any language. */
  erased: boolean;
  /** The languages that were just published, as the action named them; undefined where none was. */
  published?: unknown;
}

export interface Projector {
  /** Brings everything public about a document, and about what shows it, to its present content. */
  project(trx: Transaction, target: Source, cause: Cause): Promise<void>;
  /** Brings the snapshots that embed a document of a supporting type up to date. */
  projectDependents(trx: Transaction, target: Source): Promise<void>;
  /** The same for an uploaded file, in a transaction of its own: the media library saves files outside the Document Service. */
  projectFile(file: unknown): Promise<void>;
  /** Takes back what was public in a language that the site no longer has; Strapi deletes its rows past the Document Service. */
  projectLocale(locale: string): Promise<void>;
  /** Projects one document without touching its edges. Returns the number of changes that readers can see. */
  reproject(trx: Transaction, target: Source): Promise<number>;
}

/** Reads content and writes snapshots. Runs in the transaction of the change that it follows, with the publishing lock held. */
export const createProjector = (strapi: Core.Strapi, registry: CollectionRegistry): Projector => {
  const config = () => strapi.config.get<DeliveryConfig>('plugin::delivery');
  const tables = (): Tables => tablesFor(strapi);

  const defaultLocale = async (): Promise<string> =>
    (await strapi.plugin('i18n')?.service('locales').getDefaultLocale()) ?? 'en';

  const publishedRows = (definition: CollectionDefinition, documentId: string): Promise<EntryRow[]> =>
    strapi.db.query(definition.uid).findMany({
      where: { documentId, publishedAt: { $notNull: true } },
      populate: definition.populate,
      orderBy: OLDEST_FIRST,
    });

  /**
   * Links are taken from the draft, whose relations survive what happens to their targets. It is the draft of the row that
   * relations are read from, and only when that row is being published: another language must not publish its edits.
   */
  const storeEdges = async (
    trx: Transaction,
    definition: CollectionDefinition,
    documentId: string,
    published: unknown,
  ) => {
    if (!definition.edges) return;
    const main = await defaultLocale();
    const rows: EntryRow[] = await strapi.db
      .query(definition.uid)
      .findMany({ where: { documentId }, populate: definition.edgesPopulate ?? {}, orderBy: OLDEST_FIRST });
    const draft = sharedRow(
      rows.filter((row) => row.publishedAt === null),
      main,
    );
    if (!draft) return;
    const isPublic = rows.some((row) => row.publishedAt !== null && row.locale === draft.locale);
    const named: unknown[] = Array.isArray(published) ? published : [published ?? main];
    const isNamed = published === '*' || named.includes(draft.locale);
    // A document whose main language was never published takes its links with whichever language comes first.
    if (isNamed || !isPublic)
      await putEdges(trx, tables(), { uid: definition.uid, documentId }, definition.edges(draft));
  };

  /** What the document's edges lead to, as far as it is published. */
  const loadLinked = async (trx: Transaction, documentId: string, main: string) => {
    const edges = await edgesFrom(trx, tables(), documentId);
    const found = await referencesOf(trx, tables(), [...new Set(edges.map((edge) => edge.targetId))]);
    const byDocument = new Map<string, Map<string, Reference>>();
    for (const { documentId: id, locale, reference } of found) {
      const locales = byDocument.get(id) ?? new Map<string, Reference>();
      byDocument.set(id, locales.set(locale, JSON.parse(reference)));
    }
    return (kind: string, locale: string): Reference[] =>
      edges
        .filter((edge) => edge.kind === kind)
        .map(({ targetId }) => {
          const locales = byDocument.get(targetId);
          return locales?.get(locale) ?? locales?.get(main) ?? [...(locales?.values() ?? [])][0];
        })
        .filter((reference) => reference !== undefined);
  };

  const writeOne = async (trx: Transaction, target: Source, removal: Cause['removal'] = 'unpublished') => {
    const definition = registry.byUid(target.uid);
    if (!definition) return { referenceChanged: false, changes: 0 };
    const { documentId } = target;
    const main = await defaultLocale();
    const addresses = createAddresses(config(), main);
    const projections = presentDocument({
      definition,
      rows: await publishedRows(definition, documentId),
      defaultLocale: main,
      addresses,
      linked: await loadLinked(trx, documentId, main),
      lists: registry.listsOf(definition.name),
    });
    await putDependencies(
      trx,
      tables(),
      target,
      projections.flatMap((projection) => projection.dependencies),
    );
    return writeProjections({
      trx,
      tables: tables(),
      definition,
      documentId,
      projections,
      addresses,
      removal,
      now: new Date().toISOString(),
    });
  };

  /** Follows changed references from item to item; it ends because an item whose reference stays the same passes nothing on. */
  const projectAll = async (trx: Transaction, first: Source[]): Promise<void> => {
    const queue = [...first];
    for (let source = queue.shift(); source; source = queue.shift()) {
      const { referenceChanged } = await writeOne(trx, source);
      if (referenceChanged) queue.push(...(await edgesTo(trx, tables(), source.documentId)));
    }
  };

  return {
    async project(trx, target, cause) {
      const definition = registry.byUid(target.uid);
      if (!definition) return;
      if ('published' in cause) await storeEdges(trx, definition, target.documentId, cause.published);
      const { referenceChanged } = await writeOne(trx, target, cause.removal);
      const showing = referenceChanged ? await edgesTo(trx, tables(), target.documentId) : [];
      if (cause.erased) await dropEdges(trx, tables(), target.documentId);
      await projectAll(trx, showing);
    },
    async projectDependents(trx, target) {
      await projectAll(trx, await dependentsOf(trx, tables(), target));
    },
    async projectFile(file) {
      if (typeof file !== 'object' || file === null || !('documentId' in file) || typeof file.documentId !== 'string')
        return;
      const target = { uid: FILE_UID, documentId: file.documentId };
      await inTransaction(strapi, async (trx) => {
        const dependents = await dependentsOf(trx, tables(), target);
        if (dependents.length === 0) return;
        await lockPublishing(trx, tables());
        await projectAll(trx, dependents);
      });
    },
    async projectLocale(locale) {
      await inTransaction(strapi, async (trx) => {
        await lockPublishing(trx, tables());
        for (const { collection, documentId } of await publishedIn(trx, tables(), locale)) {
          const definition = registry.get(collection);
          if (!definition) continue;
          const { referenceChanged } = await writeOne(trx, { uid: definition.uid, documentId }, 'deleted');
          if (referenceChanged) await projectAll(trx, await edgesTo(trx, tables(), documentId));
        }
      });
    },
    async reproject(trx, target) {
      return (await writeOne(trx, target)).changes;
    },
  };
};
