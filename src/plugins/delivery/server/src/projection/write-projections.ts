import type { CollectionDefinition } from '../collections/definition';
import {
  appendChanges,
  appendVersions,
  lastVersions,
  rememberAddresses,
  translationKey,
  type ChangeEvent,
  type NewChange,
} from '../store/changes';
import { CountDelta } from '../store/counts';
import { putSearch } from '../store/search';
import { deleteSnapshots, putIndexes, putSnapshots, snapshotsOf, type SnapshotRow } from '../store/snapshots';
import type { Tables, Transaction } from '../store/tables';
import type { Addresses } from './addresses';
import type { Projection } from './present-document';

export interface WriteInput {
  trx: Transaction;
  tables: Tables;
  definition: CollectionDefinition;
  /** Documents of the collection and what is to be public of each: nothing, where the list is empty. */
  projections: ReadonlyMap<string, Projection[]>;
  addresses: Addresses;
  /** Why snapshots that are no longer projected go. */
  removal: 'unpublished' | 'deleted';
  now: string;
  /** Writes also what seems to be there already, in case it was damaged. Only true changes get a version and a log entry. */
  rewrite?: boolean;
}

export interface WriteResult {
  /** The documents of which other items show something else than before (or that appeared, or went). */
  changedReferences: Set<string>;
  /** The documents that were written, or that went. */
  touched: Set<string>;
  /** How many changes readers can see. */
  changes: number;
}

/** The JSON of an object without its closing brace, so that overlays can follow. */
const openJson = (value: Record<string, unknown>): string => JSON.stringify(value).slice(0, -1);

const eventFor = (old: SnapshotRow | undefined, next: Projection): ChangeEvent => {
  if (!old) return next.withdrawn ? 'withdrawn' : 'published';
  if (next.withdrawn && !old.withdrawn) return 'withdrawn';
  return old.slug === next.slug ? 'updated' : 'moved';
};

/** What a batch found for one language of a document. @throws where the database kept it back */
const found = <T>(results: ReadonlyMap<string, T>, key: string): T => {
  const result = results.get(key);
  if (result === undefined) throw new Error(`The database returned nothing for "${key}".`);
  return result;
};

/** A snapshot that is to be written. */
interface Update {
  documentId: string;
  old: SnapshotRow | undefined;
  next: Projection;
  contentChanged: boolean;
  version: number;
  /** Without its closing brace. */
  item: string;
}

/** Brings the snapshots of documents to what was projected, and logs exactly what changed for the public. */
export const writeProjections = async (input: WriteInput): Promise<WriteResult> => {
  const { trx, tables, definition, now } = input;
  const collection = definition.name;
  const documentIds = [...input.projections.keys()];
  const stored = await snapshotsOf(trx, tables, documentIds);
  const before = new Map(stored.map((row) => [translationKey(row), row]));
  const versions = await lastVersions(trx, tables, documentIds);
  const changedReferences = new Set<string>();

  const updates: Update[] = [];
  for (const [documentId, projections] of input.projections) {
    for (const next of projections) {
      const key = translationKey({ documentId, locale: next.locale });
      const old = before.get(key);
      before.delete(key);
      const contentChanged = old?.hash !== next.hash;
      if (!contentChanged && old?.indexHash === next.indexHash && !input.rewrite) continue;
      const version = contentChanged ? (versions.get(key) ?? 0) + 1 : old.version;
      const item = openJson({ ...next.item, version });
      updates.push({ documentId, old, next, contentChanged, version, item });
      if (old?.reference !== next.reference || old.facts !== next.facts) changedReferences.add(documentId);
    }
  }
  const gone = [...before.values()];
  gone.forEach(({ documentId }) => changedReferences.add(documentId));

  const counts = new CountDelta();
  const ids = await putSnapshots(
    trx,
    tables,
    updates.map(({ next, documentId, old, contentChanged, version, item }) => ({
      ...next,
      collection,
      documentId,
      version,
      // What is only found otherwise, or written anew, is what clients have.
      updatedAt: old && !contentChanged ? old.updatedAt : now,
      summary: openJson({ ...next.summary, version }),
      item,
    })),
  );
  await putIndexes(
    trx,
    tables,
    updates.map(({ documentId, next: { locale, index } }) => {
      const id = found(ids, translationKey({ documentId, locale }));
      return { id, documentId, locale, index };
    }),
    counts,
  );
  await putSearch(
    trx,
    tables,
    updates.map(({ documentId, next: { locale, search } }) => {
      const id = found(ids, translationKey({ documentId, locale }));
      return { id, documentId, locale, search };
    }),
    input.rewrite,
  );
  await deleteSnapshots(
    trx,
    tables,
    gone.map(({ id }) => id),
    counts,
  );
  await counts.store(trx, tables);

  const changed = updates.filter(({ contentChanged }) => contentChanged);
  const changes: NewChange[] = [
    ...changed.map(({ documentId, old, next, version }): NewChange => ({
      at: now,
      event: eventFor(old, next),
      major: !old || old.majorMark !== next.majorMark,
      collection,
      documentId,
      locale: next.locale,
      slug: next.slug,
      url: next.url,
      version,
      etag: next.hash,
    })),
    ...gone.map(({ documentId, locale, slug, hash, version }): NewChange => ({
      at: now,
      event: input.removal,
      major: true,
      collection,
      documentId,
      locale,
      slug,
      url: input.addresses.siteUrl(collection, locale, slug),
      version,
      etag: hash,
    })),
  ];
  const places = await appendChanges(trx, tables, changes);
  await appendVersions(
    trx,
    tables,
    changed.map(({ documentId, next: { locale }, version, item }) => ({
      documentId,
      locale,
      version,
      collection,
      seq: found(places, translationKey({ documentId, locale })),
      at: now,
      item: `${item}}`,
    })),
  );
  await rememberAddresses(
    trx,
    tables,
    (input.rewrite ? updates : changed)
      .filter(({ old, next }) => input.rewrite || old?.slug !== next.slug)
      .map(({ documentId, next: { locale, slug } }) => ({ collection, locale, slug, documentId, at: now })),
  );
  const touched = new Set([...updates, ...gone].map(({ documentId }) => documentId));
  return { changedReferences, touched, changes: changes.length };
};
