import type { Core } from '@strapi/strapi';
import { diffItems, type FieldChange } from '../diff';
import { notFound, versionErased, versionNotFound } from '../errors';
import type { ListQuery } from '../query/list-query';
import { wasPublic } from '../store/changes';
import { inTransaction, rows, tablesFor } from '../store/tables';
import {
  createVersionReader,
  readVersionsPage,
  type StoredVersion,
  type VersionReader,
  type VersionSummary,
  type VersionTarget,
} from '../versions';

/** Two versions of an item and what differs between them. */
export interface VersionDiff {
  from: { version: number; at: string };
  to: { version: number; at: string };
  changes: FieldChange[];
}

/** What was public once. For editors: also of what was taken back. */
export interface History {
  /** Whether a document ever was public, in any language. */
  wasPublic(documentId: string): Promise<boolean>;
  /** A page of the published versions of one language of a document, newest first. */
  versions(
    target: VersionTarget,
    query: ListQuery,
  ): Promise<{ data: VersionSummary[]; pagination: Record<string, unknown> }>;
  /** @throws PublicError 404 for a version that is not there, 410 for one that was erased */
  version(target: VersionTarget, version: number): Promise<StoredVersion>;
  /**
   * What changed from one version to another one, in either order of time.
   * @param to null for what is public now
   * @throws PublicError as `version`; 404 also where nothing is public now
   */
  diff(target: VersionTarget, from: number, to: number | null): Promise<VersionDiff>;
}

export const createHistory = ({ strapi }: { strapi: Core.Strapi }): History => {
  const reading = <T>(work: (reader: VersionReader) => Promise<T>): Promise<T> =>
    inTransaction(strapi, (trx) =>
      work(createVersionReader(({ sql, values }) => rows(trx, sql, values), tablesFor(strapi), 'all')),
    );

  const existing = async (reader: VersionReader, target: VersionTarget, version: number): Promise<StoredVersion> => {
    const found = await reader.version(target, version);
    if (!found) throw versionNotFound(String(version));
    const { documentId, collection } = target;
    if (found.redacted) throw versionErased({ documentId, collection, version });
    return found;
  };

  const publicNow = async (reader: VersionReader, target: VersionTarget): Promise<number> => {
    const version = await reader.publicVersion(target);
    if (version === null) throw notFound('This item is not public now; name the version to compare with.');
    return version;
  };

  return {
    wasPublic: (documentId) => inTransaction(strapi, (trx) => wasPublic(trx, tablesFor(strapi), documentId)),
    versions: (target, query) =>
      reading(async (reader) => {
        const { heads, previous, pagination } = await readVersionsPage(reader, target, query);
        return { data: await reader.summaries(target, heads, previous), pagination };
      }),
    version: (target, version) => reading((reader) => existing(reader, target, version)),
    async diff(target, from, to) {
      const [before, after] = await reading(async (reader) => [
        await existing(reader, target, from),
        await existing(reader, target, to ?? (await publicNow(reader, target))),
      ]);
      if (!before || !after) throw versionNotFound(String(from));
      return {
        from: { version: before.version, at: before.at },
        to: { version: after.version, at: after.at },
        changes: diffItems(JSON.parse(before.item), JSON.parse(after.item)),
      };
    },
  };
};
