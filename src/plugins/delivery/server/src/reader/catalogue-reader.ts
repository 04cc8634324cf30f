import { stretchesSql, summariesByIdSql, summariesOfSql } from '../query/catalogue-sql';
import type { Tables } from '../store/tables';
import type { ReadConnection } from './connection';

/** A stretch of ids of one length: number 0 begins with the id 1. */
export interface Stretch {
  number: number;
  /** Snapshots in it. */
  count: number;
  /** When the latest of them changed, ISO 8601. */
  updatedAt: string;
}

/** One language of a public document, as lists show it. */
export interface CatalogueEntry {
  collection: string;
  documentId: string;
  locale: string;
  /** JSON, complete but for what is read beside it. */
  summary: string;
  updatedAt: string;
}

/** Walks over what is public by the ids of snapshots: these stay, so that the same items are in the same stretch each time. */
export interface CatalogueReader {
  /** The stretches of `size` ids that hold something of these collections. */
  stretches(collections: readonly string[], size: number): Promise<Stretch[]>;
  /** What a stretch holds, a batch at a time. */
  entries(collections: readonly string[], number: number, size: number): AsyncGenerator<CatalogueEntry[]>;
  /** All languages of documents. */
  translations(documentIds: readonly string[]): Promise<CatalogueEntry[]>;
}

interface Row extends CatalogueEntry {
  id: number | string;
}

const BATCH = 500;

const complete = ({ collection, documentId, locale, summary, updatedAt }: Row): CatalogueEntry => ({
  collection,
  documentId,
  locale,
  summary: `${summary}}`,
  updatedAt,
});

export const createCatalogueReader = (connection: ReadConnection, t: Tables): CatalogueReader => ({
  async stretches(collections, size) {
    if (collections.length === 0) return [];
    const found = await connection.all<{ stretch: number | string; count: number | string; updatedAt: string }>(
      stretchesSql(t, collections, size),
    );
    return found.map(({ stretch, count, updatedAt }) => ({ number: Number(stretch), count: Number(count), updatedAt }));
  },
  async *entries(collections, number, size) {
    if (collections.length === 0) return;
    const upTo = (number + 1) * size;
    for (let after = number * size; ;) {
      const rows = await connection.all<Row>(summariesByIdSql(t, collections, { after, upTo, limit: BATCH }));
      const last = rows[rows.length - 1];
      if (!last) return;
      yield rows.map(complete);
      if (rows.length < BATCH) return;
      after = Number(last.id);
    }
  },
  async translations(documentIds) {
    if (documentIds.length === 0) return [];
    return (await connection.all<Row>(summariesOfSql(t, documentIds))).map(complete);
  },
});
