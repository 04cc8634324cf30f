import { isByRelevance, type Statement } from '../query/list-parts';
import { asBytes, hitsSql, listSql } from '../query/list-sql';
import type { ListQuery } from '../query/list-query';
import { itemSql, overlaySql, type Overlays } from '../query/overlay-sql';
import type { ItemView } from '../public/find-item';
import { marks, type Tables } from '../store/tables';
import { createVersionReader, type VersionReader } from '../versions';
import { createCatalogueReader, type CatalogueReader } from './catalogue-reader';
import { createChangeReader, type ChangeReader } from './change-reader';
import type { ReadConnection } from './connection';
import { createExportReader, type ExportReader } from './export-reader';
import { createListCounter, type Counts } from './list-counts';
import { withRarest } from './rarest-facet';
import { createRegisterReads, type RegisterReads } from './register-reader';
import { ownValuesSql, similarSql, type Weights } from './similar';
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
export interface ItemAddress {
  collections: readonly string[];
  locale: string;
  id: string;
  overlays: Overlays;
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

const HEAD_COLUMNS = `s.collection, s.document_id AS "documentId", s.locale, s.slug, s.hash, s.version, s.overlay_revision AS "revision",
  s.updated_at AS "updatedAt"`;

/** What Strapi makes documentIds of (cuid2); no slug looks like one. */
const DOCUMENT_ID = /^[a-z][a-z0-9]{23}$/;

interface PageRow {
  json: StoredJson | null;
  heads: string | null;
}

type HeadRow = [string, string, number, string, number, number, ...(string | number)[]];

/** The one row of a page's query; without rows in the list its columns are null. */
const readPageRow = (row: PageRow | undefined, keys: number): StoredPage => {
  const { json, heads } = row ?? { json: null, heads: null };
  if (json === null || heads === null) return { heads: [], json: Buffer.alloc(0), fingerprint: '' };
  const found: HeadRow[] = JSON.parse(`[${heads}]`);
  let start = 0;
  return {
    heads: found.map(([documentId, locale, , , , bytes, ...values]) => {
      const head = { documentId, locale, values: values.slice(0, keys).map(String), start, bytes };
      // A comma follows.
      start += bytes + 1;
      return head;
    }),
    json: typeof json === 'string' ? Buffer.from(json) : json,
    fingerprint: heads,
  };
};

/** How long it is taken for known how frequent words are: only how they are looked for depends on it. */
const SHARE_MS = 60_000;
const MAX_SHARES = 1_000;

export const createReader = (connection: ReadConnection, t: Tables): Reader => {
  const counter = createListCounter(connection, t);

  const shares = new Map<string, { at: number; share: Promise<number> }>();

  /** Notes how frequent what is looked for is, where that decides how it is looked for. */
  const withShare = async (query: ListQuery): Promise<ListQuery> => {
    if (!query.search || t.client === 'sqlite' || !isByRelevance(query)) return query;
    const key = JSON.stringify([query.list, query.locale, query.fallback, query.search.text]);
    let known = shares.get(key);
    if (!known || Date.now() - known.at > SHARE_MS) {
      known = { at: Date.now(), share: counter.share(query) };
      if (shares.size >= MAX_SHARES) shares.clear();
      shares.set(key, known);
      known.share.catch(() => shares.delete(key));
    }
    return { ...query, search: { ...query.search, share: await known.share } };
  };

  /** The columns of an item with its text, and of one without. */
  const wholeItem = (overlays: Overlays): Statement => {
    const item = itemSql(t, overlays, 's');
    return { sql: `${HEAD_COLUMNS}, ${asBytes(t, item.sql, 'item')}`, values: item.values };
  };
  const headOnly = (): Statement => ({ sql: HEAD_COLUMNS, values: [] });

  const find = async <Row>(
    columnsOf: (overlays: Overlays) => Statement,
    by: 'slug' | 'document_id',
    { collections, locale, id, overlays }: ItemAddress,
  ): Promise<Row | null> => {
    const columns = columnsOf(overlays);
    const overlay = overlaySql(t, overlays, 's');
    const [found] = await connection.all<Row>({
      sql: `SELECT ${columns.sql}, ${overlay.sql} AS overlay FROM ${t.snapshots} s WHERE s.${by} = ? AND s.locale = ? AND s.collection IN (${marks(collections)}) LIMIT 1`,
      values: [...columns.values, ...overlay.values, id, locale, ...collections],
    });
    return found ?? null;
  };

  /** The likelier meaning first; the other one costs a second query only where the first finds nothing. */
  const findItem = async <Row>(columns: (overlays: Overlays) => Statement, address: ItemAddress) => {
    const [first, second] = DOCUMENT_ID.test(address.id)
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
    item: (address) => findItem<StoredItem>(wholeItem, address),
    itemHead: (address) => findItem<ItemHead>(headOnly, address),
    target: createTargetReader(connection, t, (id) => DOCUMENT_ID.test(id)),
    async single({ collections, locale, overlays }) {
      const columns = wholeItem(overlays);
      const overlay = overlaySql(t, overlays, 's');
      const [found] = await connection.all<StoredItem>({
        sql: `SELECT ${columns.sql}, ${overlay.sql} AS overlay FROM ${t.snapshots} s WHERE s.collection IN (${marks(collections)}) AND s.locale = ? ORDER BY s.id LIMIT 1`,
        values: [...columns.values, ...overlay.values, ...collections, locale],
      });
      return found ?? null;
    },
    async page(query) {
      const planned = await withShare(await withRarest(connection, t, query));
      const [row] = await connection.all<PageRow>(listSql(t, planned));
      return readPageRow(row, query.sort.length);
    },
    async hits(query) {
      const rows = await connection.all<Omit<StoredHit, 'values'> & Record<`v${number}`, string | number>>(
        hitsSql(t, await withShare(query)),
      );
      return rows.map(({ documentId, locale, hit, body, ...row }) => ({
        ...{ documentId, locale, hit, body },
        values: query.sort.map((_, index) => String(row[`v${index}`])),
      }));
    },
    counts: counter.counts,
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
    async items(documents, overlays) {
      if (documents.length === 0) return [];
      const columns = wholeItem(overlays);
      const overlay = overlaySql(t, overlays, 's');
      const ids = [...new Set(documents.map(({ documentId }) => documentId))];
      const found = await connection.all<StoredItem>({
        sql: `SELECT ${columns.sql}, ${overlay.sql} AS overlay FROM ${t.snapshots} s WHERE s.document_id IN (${marks(ids)})`,
        values: [...columns.values, ...overlay.values, ...ids],
      });
      const byKey = new Map(found.map((item) => [`${item.documentId} ${item.locale}`, item]));
      return documents.flatMap(({ documentId, locale }) => byKey.get(`${documentId} ${locale}`) ?? []);
    },
    versions: createVersionReader((statement) => connection.all(statement), t, 'of-public-items'),
    async summaries(documentIds, { locale, fallback, overlays }) {
      if (documentIds.length === 0) return [];
      const overlay = overlaySql(t, overlays, 's');
      const locales = fallback === null ? [locale] : [locale, fallback];
      const found = await connection.all<StoredSummary>({
        sql:
          `SELECT s.document_id AS "documentId", s.locale, ${asBytes(t, 's.summary', 'summary')}, ${overlay.sql} AS overlay ` +
          `FROM ${t.snapshots} s WHERE s.document_id IN (${marks(documentIds)}) AND s.locale IN (${marks(locales)})`,
        values: [...overlay.values, ...documentIds, ...locales],
      });
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
