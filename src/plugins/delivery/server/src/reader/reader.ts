import { asBytes, listSql } from '../query/list-sql';
import type { ListQuery } from '../query/list-query';
import { marks, type Tables } from '../store/tables';
import { createVersionReader, type VersionReader } from '../versions';
import type { ReadConnection } from './connection';
import { createListCounter, type Counts } from './list-counts';
import { withRarest } from './rarest-facet';

/** Stored JSON without its closing brace: a text, or its UTF-8, which need not be decoded only to be sent. */
export type StoredJson = string | Buffer;

/** What identifies an answer with an item, short of the item. */
export interface ItemHead {
  collection: string;
  documentId: string;
  locale: string;
  slug: string;
  hash: string;
  version: number;
  revision: number;
  updatedAt: string;
}

/** A stored item; `overlay` has its place before the closing brace. */
export interface StoredItem extends ItemHead {
  item: StoredJson;
  overlay: string;
}

export interface StoredSummary {
  summary: StoredJson;
  overlay: string;
  locale: string;
  version: number;
  indexHash: string;
  revision: number;
  did: string;
  [sortValue: `v${number}`]: string;
}

/** What is known of an address that shows no item. */
export interface Trace {
  documentId: string;
  collection: string;
  /** The language in which the document was public under the slug; null where its documentId was asked for. */
  slugLocale: string | null;
  /** Where the document is public now, by locale. */
  live: { locale: string; slug: string }[];
  /** When it went, per locale in which it once was public. */
  lastChanges: { locale: string; event: string; at: string }[];
}

export interface Reader {
  /** The item under a slug or documentId: one query. */
  item(collections: readonly string[], locale: string, id: string): Promise<StoredItem | null>;
  /** The same without its text. */
  itemHead(collections: readonly string[], locale: string, id: string): Promise<ItemHead | null>;
  /** The one item of a single type. */
  single(collection: string, locale: string): Promise<StoredItem | null>;
  /** One page, and one row more where the list goes on. */
  page(query: ListQuery): Promise<StoredSummary[]>;
  /** How many items the list has, and how many carry each value of the facets that the query asks for. */
  counts(query: ListQuery): Promise<Counts>;
  /** For the answer to an address without an item: redirect, gone, other languages, or null. */
  trace(collections: readonly string[], locale: string, id: string): Promise<Trace | null>;
  /** Whole items of a page of documents, in the page's order. */
  items(documents: { documentId: string; locale: string }[]): Promise<StoredItem[]>;
  /** The versions of what is public now. */
  versions: VersionReader;
  /** Queries sent since the start. */
  queries(): number;
}

const HEAD_COLUMNS = `collection, document_id AS "documentId", locale, slug, hash, version, overlay_revision AS "revision",
  updated_at AS "updatedAt"`;

/** What Strapi makes documentIds of (cuid2); no slug looks like one. */
const DOCUMENT_ID = /^[a-z][a-z0-9]{23}$/;

export const createReader = (connection: ReadConnection, t: Tables): Reader => {
  const itemColumns = `${HEAD_COLUMNS}, ${asBytes(t, 'item')}, overlay`;

  const find = async <Row>(
    columns: string,
    by: 'slug' | 'document_id',
    [collections, locale, id]: [readonly string[], string, string],
  ): Promise<Row | null> => {
    const [found] = await connection.all<Row>({
      sql: `SELECT ${columns} FROM ${t.snapshots} WHERE ${by} = ? AND locale = ? AND collection IN (${marks(collections)}) LIMIT 1`,
      values: [id, locale, ...collections],
    });
    return found ?? null;
  };

  /** The likelier meaning first; the other one costs a second query only where the first finds nothing. */
  const findItem = async <Row>(columns: string, ...address: [readonly string[], string, string]) => {
    const [first, second] = DOCUMENT_ID.test(address[2])
      ? (['document_id', 'slug'] as const)
      : (['slug', 'document_id'] as const);
    return (await find<Row>(columns, first, address)) ?? find<Row>(columns, second, address);
  };

  /** The document that an address means: one that was public under it, in this locale before others, the latest first. */
  const documentOf = async (collections: readonly string[], locale: string, id: string) => {
    const [found] = await connection.all<{ documentId: string; collection: string; slug: string; locale: string }>({
      sql:
        `SELECT document_id AS "documentId", collection, slug, locale FROM ${t.addresses} ` +
        `WHERE (slug = ? OR document_id = ?) AND collection IN (${marks(collections)}) ` +
        `ORDER BY CASE WHEN locale = ? THEN 0 ELSE 1 END, changed_at DESC LIMIT 1`,
      values: [id, id, ...collections, locale],
    });
    if (!found) return null;
    const { documentId, collection, slug } = found;
    return { documentId, collection, slugLocale: slug === id ? found.locale : null };
  };

  return {
    item: (collections, locale, id) => findItem<StoredItem>(itemColumns, collections, locale, id),
    itemHead: (collections, locale, id) => findItem<ItemHead>(HEAD_COLUMNS, collections, locale, id),
    async single(collection, locale) {
      const [found] = await connection.all<StoredItem>({
        sql: `SELECT ${itemColumns} FROM ${t.snapshots} WHERE collection = ? AND locale = ? ORDER BY id LIMIT 1`,
        values: [collection, locale],
      });
      return found ?? null;
    },
    page: async (query) => connection.all<StoredSummary>(listSql(t, await withRarest(connection, t, query))),
    counts: createListCounter(connection, t),
    async trace(collections, locale, id) {
      const document = await documentOf(collections, locale, id);
      if (!document) return null;
      const live = await connection.all<{ locale: string; slug: string }>({
        sql: `SELECT locale, slug FROM ${t.snapshots} WHERE document_id = ? AND collection = ? ORDER BY locale`,
        values: [document.documentId, document.collection],
      });
      const lastChanges = await connection.all<{ locale: string; event: string; at: string }>({
        sql:
          `SELECT c.locale, c.event, c.at FROM ${t.changes} c WHERE c.document_id = ? AND c.seq = ` +
          `(SELECT MAX(seq) FROM ${t.changes} m WHERE m.document_id = c.document_id AND m.locale = c.locale)`,
        values: [document.documentId],
      });
      return { ...document, live, lastChanges };
    },
    async items(documents) {
      if (documents.length === 0) return [];
      const ids = [...new Set(documents.map(({ documentId }) => documentId))];
      const found = await connection.all<StoredItem>({
        sql: `SELECT ${itemColumns} FROM ${t.snapshots} WHERE document_id IN (${marks(ids)})`,
        values: ids,
      });
      const byKey = new Map(found.map((item) => [`${item.documentId} ${item.locale}`, item]));
      return documents.flatMap(({ documentId, locale }) => byKey.get(`${documentId} ${locale}`) ?? []);
    },
    versions: createVersionReader((statement) => connection.all(statement), t, 'of-public-items'),
    queries: () => connection.queries(),
  };
};
