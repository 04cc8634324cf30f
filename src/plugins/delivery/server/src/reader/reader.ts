import { firstItemSql, itemsSql, summariesSql, type ItemKey, type ItemScope } from '../query/item-sql';
import { hitsSql, listSql } from '../query/list-sql';
import { localesOf, type ListQuery } from '../query/list-query';
import type { Overlays } from '../query/overlay-sql';
import { ownValuesSql, similarSql, type Weights } from '../query/similar-sql';
import { documentOfAddressSql, lastChangesSql, livePlacesSql, movedSlugsSql } from '../query/trace-sql';
import type { ItemView } from '../public/find-item';
import type { Tables } from '../store/tables';
import { createVersionReader, type VersionReader } from '../versions';
import { createCatalogueReader, type CatalogueReader } from './catalogue-reader';
import { createChangeReader, type ChangeReader } from './change-reader';
import type { ReadConnection } from './connection';
import { createExportReader, type ExportReader } from './export-reader';
import { createItemReader } from './item-reader';
import { createListCounter, type Counts } from './list-counts';
import { readPageRow, type PageRow } from './page-row';
import { withRarest } from './rarest-facet';
import { createRegisterReads, type RegisterReads } from './register-reader';
import { createSearchLayout } from './search-layout';
import { createSearchPlanner } from './search-planner';
import { createTargetReader } from './target-reader';

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
  /** Members that were put together for this answer; their place is before the closing brace. */
  overlay: string;
}

/** A stored item, without its closing brace. */
export interface StoredItem extends ItemHead {
  item: StoredJson;
}

/** What decides whether something may be kept of an item. */
export interface TargetHead {
  documentId: string;
  collection: string;
  slug: string;
  withdrawn: boolean;
  /** What the definition's `facts` say; empty without any. */
  facts: Record<string, unknown>;
}

/** The address of an item: a slug or documentId, in a language, and what is read beside it. */
export interface ItemAddress extends ItemScope {
  id: string;
}

/** A row of a list, short of its summary. */
export interface ListHead {
  documentId: string;
  locale: string;
  /** Its sort values, in the order of the list's keys. */
  values: string[];
  /** Where its summary begins in the page's JSON, in bytes, and how long it is. */
  start: number;
  bytes: number;
}

/** The rows of a page, and one more where the list goes on. */
export interface StoredPage {
  heads: ListHead[];
  /** The summaries as they are sent, with commas between them. */
  json: Buffer;
  /** Another one where any of the rows is another one. */
  fingerprint: string;
}

/** A summary, without its closing brace; see `StoredItem`. */
export interface StoredSummary {
  documentId: string;
  locale: string;
  summary: StoredJson;
  overlay: string;
}

/** An item that a search finds. */
export interface StoredHit {
  documentId: string;
  locale: string;
  /** JSON of what is shown of it. */
  hit: string;
  /** Its plain text, as far as it is looked through. */
  body: string;
  /** See `ListHead.values`. */
  values: string[];
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

/** A slug that an item had before, and the one it has. */
export interface MovedSlug {
  from: string;
  to: string;
  documentId: string;
}

export interface Reader {
  /** The item under a slug or documentId: one query. */
  item(address: ItemAddress): Promise<StoredItem | null>;
  /** The same without its text. */
  itemHead(address: ItemAddress): Promise<ItemHead | null>;
  /** The same as far as others need to know it. */
  target(address: Omit<ItemAddress, 'overlays'>): Promise<TargetHead | null>;
  /** The one item of a single type. */
  single(address: Omit<ItemAddress, 'id'>): Promise<StoredItem | null>;
  /** One page, and one row more where the list goes on. */
  page(query: ListQuery): Promise<StoredPage>;
  /** What one page of a search shows, and one hit more where it goes on. */
  hits(query: ListQuery): Promise<StoredHit[]>;
  /** How many items the list has, and how many carry each value of the facets that the query asks for. */
  counts(query: ListQuery): Promise<Counts>;
  /** For the answer to an address without an item: redirect, gone, other languages, or null. */
  trace(collections: readonly string[], locale: string, id: string): Promise<Trace | null>;
  /**
   * Of these slugs, those that an item of a collection had before in one of these languages, and nothing has now in that one
   * or in the first, each once: one query. Where several languages know a slug, the first of them counts.
   */
  movedSlugs(collection: string, locales: readonly string[], slugs: readonly string[]): Promise<MovedSlug[]>;
  /** Whole items of a page of documents, in the page's order. */
  items(documents: readonly { documentId: string; locale: string }[], overlays: Overlays): Promise<StoredItem[]>;
  /** Summaries of documents as lists show them, in their order: in a language, else in another one. */
  summaries(documentIds: readonly string[], view: ItemView): Promise<StoredSummary[]>;
  /** The documents of a list that share most with one of it. @param weights by facet */
  similar(
    item: { list: string; locale: string; documentId: string; limit: number },
    weights: Weights,
  ): Promise<string[]>;
  /** What documents are and say of each other. */
  register: RegisterReads;
  /** The versions of what is public now. */
  versions: VersionReader;
  /** The change log. */
  changes: ChangeReader;
  /** What is public, in the order of snapshots' ids. */
  catalogue: CatalogueReader;
  /** Everything of a collection. */
  exports: ExportReader;
  /** Queries sent since the start. */
  queries(): number;
}

/** What Strapi makes documentIds of (cuid2); no slug looks like one. */
const DOCUMENT_ID = /^[a-z][a-z0-9]{23}$/;

/** By what an id is looked up, the likelier meaning first. */
const keysOf = (id: string): readonly ItemKey[] =>
  DOCUMENT_ID.test(id) ? ['document_id', 'slug'] : ['slug', 'document_id'];

export const createReader = (connection: ReadConnection, t: Tables): Reader => {
  const layout = createSearchLayout(connection, t);
  const counter = createListCounter(connection, t, layout);
  const items = createItemReader(connection, t, keysOf);

  const readPlanned = createSearchPlanner(connection, t, counter, layout);

  const documentOf = async (collections: readonly string[], locale: string, id: string) => {
    const [found] = await connection.all<{ documentId: string; collection: string; slug: string; locale: string }>(
      documentOfAddressSql(t, collections, locale, id),
    );
    if (!found) return null;
    const { documentId, collection, slug } = found;
    return { documentId, collection, slugLocale: slug === id ? found.locale : null };
  };

  return {
    item: (address) => items.whole(address),
    itemHead: (address) => items.head(address),
    target: createTargetReader(connection, t, keysOf),
    async single(address) {
      const [found] = await connection.all<StoredItem>(firstItemSql(t, address));
      return found ?? null;
    },
    async page(query) {
      const read = async (planned: ListQuery) => {
        const [row] = await connection.all<PageRow>(listSql(t, planned));
        return readPageRow(row, query.sort.length);
      };
      return readPlanned(await withRarest(connection, t, query), read, ({ heads }) =>
        heads.map(({ values }) => values[0]),
      );
    },
    async hits(query) {
      const read = (planned: ListQuery) =>
        connection.all<Omit<StoredHit, 'values'> & Record<`v${number}`, string | number>>(hitsSql(t, planned));
      const rows = await readPlanned(query, read, (found) => found.map(({ v0 }) => String(v0)));
      return rows.map(({ documentId, locale, hit, body, ...row }) => ({
        ...{ documentId, locale, hit, body },
        values: query.sort.map((_, index) => String(row[`v${index}`])),
      }));
    },
    counts: counter.counts,
    async trace(collections, locale, id) {
      const document = await documentOf(collections, locale, id);
      if (!document) return null;
      const live = await connection.all<Trace['live'][number]>(livePlacesSql(t, document));
      const lastChanges = await connection.all<Trace['lastChanges'][number]>(lastChangesSql(t, document.documentId));
      return { ...document, live, lastChanges };
    },
    async movedSlugs(collection, locales, slugs) {
      const found = await connection.all<Omit<MovedSlug, 'to'> & { to: string | null; locale: string }>(
        movedSlugsSql(t, collection, locales, slugs),
      );
      const latest = new Map(found.map((one) => [`${one.locale} ${one.from}`, one]));
      return slugs.flatMap((from) => {
        const [first] = locales
          .flatMap((locale) => latest.get(`${locale} ${from}`) ?? [])
          .filter(({ to }) => to !== null);
        return first?.to ? [{ from, to: first.to, documentId: first.documentId }] : [];
      });
    },
    async items(documents, overlays) {
      if (documents.length === 0) return [];
      const ids = [...new Set(documents.map(({ documentId }) => documentId))];
      const found = await connection.all<StoredItem>(itemsSql(t, ids, overlays));
      const byKey = new Map(found.map((item) => [`${item.documentId} ${item.locale}`, item]));
      return documents.flatMap(({ documentId, locale }) => byKey.get(`${documentId} ${locale}`) ?? []);
    },
    versions: createVersionReader((statement) => connection.all(statement), t, 'of-public-items'),
    async summaries(documentIds, view) {
      if (documentIds.length === 0) return [];
      const locales = localesOf(view);
      const found = await connection.all<StoredSummary>(summariesSql(t, documentIds, locales, view.overlays));
      const byKey = new Map(found.map((one) => [`${one.documentId} ${one.locale}`, one]));
      return documentIds.flatMap((documentId) => {
        const [first] = locales.flatMap((one) => byKey.get(`${documentId} ${one}`) ?? []);
        return first ?? [];
      });
    },
    async similar(item, weights) {
      const own = await connection.all<{ name: string; value: string }>(ownValuesSql(t, item, weights));
      if (own.length === 0) return [];
      const values = own.map((one) => ({ ...one, weight: weights[one.name] ?? 0 }));
      const found = await connection.all<{ documentId: string }>(similarSql(t, item, values));
      return found.map(({ documentId }) => documentId);
    },
    register: createRegisterReads(connection, t),
    catalogue: createCatalogueReader(connection, t),
    changes: createChangeReader(connection, t),
    exports: createExportReader(connection, t),
    queries: () => connection.queries(),
  };
};
