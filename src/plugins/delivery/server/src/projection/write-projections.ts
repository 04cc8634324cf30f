import type { CollectionDefinition } from '../collections/definition';
import { appendChange, appendVersion, lastVersions, rememberAddress, type ChangeEvent } from '../store/changes';
import { deleteSnapshot, putIndex, putSnapshot, snapshotsOf, type SnapshotRow } from '../store/snapshots';
import type { Tables, Transaction } from '../store/tables';
import type { Addresses } from './addresses';
import type { Projection } from './present-document';

export interface WriteInput {
  trx: Transaction;
  tables: Tables;
  definition: CollectionDefinition;
  documentId: string;
  projections: Projection[];
  addresses: Addresses;
  /** Why snapshots that are no longer projected go. */
  removal: 'unpublished' | 'deleted';
  now: string;
}

export interface WriteResult {
  /** What other items show of the document is another than before (or it appeared, or went). */
  referenceChanged: boolean;
  changes: number;
}

/** The JSON of an object without its closing brace, so that overlays can follow. */
const openJson = (value: Record<string, unknown>): string => JSON.stringify(value).slice(0, -1);

const eventFor = (old: SnapshotRow | undefined, next: Projection): ChangeEvent => {
  if (!old) return next.withdrawn ? 'withdrawn' : 'published';
  if (next.withdrawn && !old.withdrawn) return 'withdrawn';
  return old.slug === next.slug ? 'updated' : 'moved';
};

/** Brings the snapshots of one document to what was projected, and logs exactly what changed for the public. */
export const writeProjections = async (input: WriteInput): Promise<WriteResult> => {
  const { trx, tables, definition, documentId, now } = input;
  const collection = definition.name;
  const before = new Map((await snapshotsOf(trx, tables, documentId)).map((row) => [row.locale, row]));
  const versions = await lastVersions(trx, tables, documentId);
  const result: WriteResult = { referenceChanged: false, changes: 0 };

  for (const next of input.projections) {
    const { locale, slug, url, hash } = next;
    const old = before.get(locale);
    before.delete(locale);
    const contentChanged = old?.hash !== hash;
    if (!contentChanged && old?.indexHash === next.indexHash) continue;

    const version = contentChanged ? (versions.get(locale) ?? 0) + 1 : old.version;
    const item = openJson({ ...next.item, version });
    const id = await putSnapshot(trx, tables, {
      ...next,
      collection,
      documentId,
      version,
      updatedAt: now,
      summary: openJson({ ...next.summary, version }),
      item,
    });
    await putIndex(trx, tables, { id, documentId, locale }, next.index);
    if (old?.reference !== next.reference) result.referenceChanged = true;
    if (!contentChanged) continue;

    const event = eventFor(old, next);
    const change = {
      at: now,
      event,
      major: !old || old.majorMark !== next.majorMark,
      collection,
      documentId,
      locale,
      slug,
      url,
      version,
      etag: hash,
    };
    const seq = await appendChange(trx, tables, change);
    await appendVersion(trx, tables, { documentId, locale, version, collection, seq, at: now, item: `${item}}` });
    if (!old || old.slug !== slug)
      await rememberAddress(trx, tables, { collection, locale, slug, documentId, at: now });
    result.changes += 1;
  }

  for (const old of before.values()) {
    const { locale, slug, hash } = old;
    const url = input.addresses.siteUrl(collection, locale, slug);
    await deleteSnapshot(trx, tables, old.id);
    await appendChange(trx, tables, {
      at: now,
      event: input.removal,
      major: true,
      collection,
      documentId,
      locale,
      slug,
      url,
      version: old.version,
      etag: hash,
    });
    result.referenceChanged = true;
    result.changes += 1;
  }
  return result;
};
