import type { Core } from '@strapi/strapi';
import type { CollectionDefinition } from '../collections/definition';
import type { CollectionRegistry } from '../collections/registry';
import { countShowing, dropEdges, putDependencies, showing, type Source } from '../store/edges';
import { enqueue } from '../store/jobs';
import { lockPublishing } from '../store/lock';
import { overlaysOf } from '../store/overlays';
import { publishedIn, referencesOf } from '../store/snapshots';
import { inTransaction, tablesFor, type Tables, type Transaction } from '../store/tables';
import { createEdgeKeeper } from './keep-edges';
import { keepDated } from './keep-dated';
import { keepMentions, type Mentioned } from './keep-mentions';
import { loadContent } from './load-content';
import { withOverlays } from './overlay-text';
import { NAME_UID, presentDocument, type Projection } from './present-document';
import { hasDrafts, readSite, type Site } from './site';
import { writeProjections, type WriteResult } from './write-projections';

const FILE_UID = 'plugin::upload.file';

/** More documents than this that show one which changed are left to a job; so many are projected in its own transaction. */
const SMALL = 100;

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
  /** Brings the snapshots that embed a document up to date, where that document is of no collection itself. */
  projectDependents(trx: Transaction, target: Source): Promise<void>;
  /** The same for an uploaded file, in a transaction of its own: the media library saves files outside the Document Service. */
  projectFile(file: unknown): Promise<void>;
  /** Takes back what was public in a language that the site no longer has; Strapi deletes its rows past the Document Service. */
  projectLocale(locale: string): Promise<void>;
  /** Projects documents, whatever their collections, and what shows them. Their edges stay. @returns the number of changes that readers can see */
  reproject(trx: Transaction, sources: readonly Source[]): Promise<number>;
  /**
   * Projects documents of one collection from scratch: with their edges, where these do not tell what was in a draft.
   * @param rewrite also what seems to be right already
   * @returns as `reproject`
   */
  rebuild(
    trx: Transaction,
    definition: CollectionDefinition,
    documentIds: readonly string[],
    rewrite?: boolean,
  ): Promise<number>;
  /** What documents of one collection are to be public as. Writes nothing. */
  present(
    trx: Transaction,
    definition: CollectionDefinition,
    documentIds: readonly string[],
  ): Promise<Map<string, Projection[]>>;
}

/** Reads content and writes snapshots. Runs in the transaction of the change that it follows, with the publishing lock held. */
export const createProjector = (
  strapi: Core.Strapi,
  registry: CollectionRegistry,
  /** Told when a transaction leaves a job behind. */
  onJob: (trx: Transaction) => void,
): Projector => {
  const tables = (): Tables => tablesFor(strapi);
  const { storeEdges, shownTargets } = createEdgeKeeper(strapi, registry);

  const presentAll = async (
    trx: Transaction,
    definition: CollectionDefinition,
    documentIds: readonly string[],
    site: Site,
  ): Promise<Map<string, Projection[]>> => {
    const content = await loadContent(strapi, trx, tables(), definition, documentIds, site);
    const places = registry.placesOf(definition.name);
    const kept = definition.overlays ? await overlaysOf(trx, tables(), documentIds) : [];
    return new Map(
      [...content].map(([documentId, one]) => {
        const own = kept.filter((value) => value.documentId === documentId && value.collection === definition.name);
        const projections = presentDocument({ ...one, ...site, definition, places });
        return [
          documentId,
          own.length > 0 ? projections.map((next) => withOverlays(definition, next, own)) : projections,
        ];
      }),
    );
  };

  const write = async (
    trx: Transaction,
    definition: CollectionDefinition,
    documentIds: readonly string[],
    { removal = 'unpublished', rewrite }: { removal?: Cause['removal']; rewrite?: boolean } = {},
  ): Promise<WriteResult & Mentioned> => {
    const site = await readSite(strapi);
    const projections = await presentAll(trx, definition, documentIds, site);
    await putDependencies(
      trx,
      tables(),
      [...projections].map(([documentId, all]) => ({
        source: { uid: definition.uid, documentId },
        targets: all.flatMap(({ dependencies }) => dependencies),
      })),
    );
    const result = await writeProjections({
      trx,
      tables: tables(),
      definition,
      projections,
      addresses: site.addresses,
      removal,
      rewrite,
      now: new Date().toISOString(),
    });
    const mentioned = await keepMentions(trx, tables(), definition, projections, result.changedReferences);
    if (definition.dated && result.touched.size > 0)
      await keepDated(trx, tables(), registry, site, [
        ...result.touched,
        ...mentioned.targets.map(({ documentId }) => documentId),
      ]);
    return { ...result, ...mentioned };
  };

  /** What a write passes on: the documents that others see otherwise than before, and names that stand for others now. */
  const passedOn = ({ uid }: CollectionDefinition, { changedReferences, names }: WriteResult & Mentioned): Source[] => [
    ...[...changedReferences].map((documentId) => ({ uid, documentId })),
    ...names.map((name) => ({ uid: NAME_UID, documentId: name })),
  ];

  /** Projects documents, and those of which they say something else than before. */
  const writeSources = async (trx: Transaction, sources: readonly Source[]) => {
    const changed: Source[] = [];
    let changes = 0;
    let next = [...sources];
    while (next.length > 0) {
      const targets: Source[] = [];
      for (const definition of registry.all()) {
        const ids = next.filter(({ uid }) => uid === definition.uid).map(({ documentId }) => documentId);
        if (ids.length === 0) continue;
        const result = await write(trx, definition, [...new Set(ids)]);
        changes += result.changes;
        changed.push(...passedOn(definition, result));
        targets.push(...result.targets);
      }
      // What is said of a document never changes what it says itself, so this ends with the second round.
      next = targets;
    }
    return { changed, changes };
  };

  const labelOf = async (trx: Transaction, { documentId }: Source): Promise<string> => {
    const [found] = await referencesOf(trx, tables(), [documentId]);
    const reference: Record<string, unknown> = found ? JSON.parse(found.reference) : {};
    return String(reference.title ?? reference.name ?? documentId);
  };

  /**
   * Follows changed documents to what shows them, and on from there. It ends because a document whose reference stays the
   * same passes nothing on.
   * @param erased the changed documents are gone for good
   * @returns the number of changes that readers can see, and what was left to jobs
   */
  const follow = async (
    trx: Transaction,
    changed: readonly Source[],
    erased = false,
  ): Promise<{ changes: number; left: Source[] }> => {
    const queue = [...changed];
    let room = SMALL;
    const left: Source[] = [];
    let changes = 0;
    for (let target = queue.shift(); target; target = queue.shift()) {
      const near = [...(await shownTargets(trx, target.documentId)).values()];
      const found = await showing(trx, tables(), target, { limit: room + 1 });
      if (found.length > room) {
        const total = await countShowing(trx, tables(), target);
        await enqueue(trx, tables(), {
          kind: 'dependents',
          ...target,
          label: await labelOf(trx, target),
          erased,
          total,
        });
        onJob(trx);
        left.push(target);
      }
      const direct = found.length > room ? near : [...near, ...found];
      room = Math.max(0, room - direct.length);
      const result = await writeSources(trx, direct);
      changes += result.changes;
      queue.push(...result.changed);
    }
    return { changes, left };
  };

  return {
    async project(trx, target, cause) {
      const definition = registry.byUid(target.uid);
      if (!definition) return;
      const relinked =
        'published' in cause ? await storeEdges(trx, definition, target.documentId, cause.published) : [];
      const written = await write(trx, definition, [target.documentId], { removal: cause.removal });
      const { changed } = await writeSources(trx, [...relinked, ...written.targets]);
      const { left } = await follow(trx, passedOn(definition, written), cause.erased);
      await follow(trx, changed);
      // What leads to it is how a job finds what to bring up to date.
      if (cause.erased) await dropEdges(trx, tables(), target.documentId, left.length > 0 ? 'from' : 'both');
    },
    async projectDependents(trx, target) {
      await follow(trx, [target]);
    },
    async projectFile(file) {
      if (typeof file !== 'object' || file === null || !('documentId' in file) || typeof file.documentId !== 'string')
        return;
      const target = { uid: FILE_UID, documentId: file.documentId };
      await inTransaction(strapi, async (trx) => {
        if ((await showing(trx, tables(), target, { limit: 1 })).length === 0) return;
        await lockPublishing(trx, tables());
        await follow(trx, [target]);
      });
    },
    async projectLocale(locale) {
      await inTransaction(strapi, async (trx) => {
        await lockPublishing(trx, tables());
        for (const { collection, documentId } of await publishedIn(trx, tables(), locale)) {
          const definition = registry.get(collection);
          if (!definition) continue;
          const written = await write(trx, definition, [documentId], { removal: 'deleted' });
          const { changed } = await writeSources(trx, written.targets);
          await follow(trx, [...passedOn(definition, written), ...changed]);
        }
      });
    },
    async reproject(trx, sources) {
      const { changed, changes } = await writeSources(trx, sources);
      return changes + (await follow(trx, changed)).changes;
    },
    async rebuild(trx, definition, documentIds, rewrite = false) {
      const relinked: Source[] = [];
      if (!hasDrafts(strapi, definition))
        for (const documentId of documentIds) relinked.push(...(await storeEdges(trx, definition, documentId, '*')));
      const written = await write(trx, definition, documentIds, { rewrite });
      const others = await writeSources(trx, [...relinked, ...written.targets]);
      const followed = await follow(trx, [...passedOn(definition, written), ...others.changed]);
      return written.changes + others.changes + followed.changes;
    },
    present: async (trx, definition, documentIds) => presentAll(trx, definition, documentIds, await readSite(strapi)),
  };
};
