import type { UID } from '@strapi/strapi';
import type { z } from 'zod';
import type { SearchText } from '../search/index-text';

export type { SearchText } from '../search/index-text';

/** A row of a content type as Strapi's query engine returns it. */
export interface EntryRow {
  id: number;
  documentId: string;
  locale: string | null;
  slug: string;
  publishedAt: Date | string | null;
}

/** One value of a facet, with the text that a filter list shows for it. */
export interface FacetValue {
  value: string;
  label: string;
}

/** A document that is embedded in a snapshot: when it changes, the snapshot is made again. */
export interface Dependency {
  uid: string;
  documentId: string;
}

/** A link from one document to another, by documentId; survives unpublishing and republishing of either. */
export interface Edge {
  kind: string;
  targetUid: string;
  targetDocumentId: string;
}

/** What the content of an item says about another document; made with the item, and gone with it. */
export interface Link {
  kind: string;
  targetUid: string;
  targetDocumentId: string;
  /** JSON that goes with it. */
  data: Record<string, unknown>;
}

/** A published document as others see it. */
export interface Known {
  reference: Reference;
  /** What its collection tells of it beyond that; the same in every language. */
  facts: Record<string, unknown>;
}

/** A link from a published document to the one at hand. */
export interface IncomingLink extends Known {
  data: Record<string, unknown>;
}

/** What an item asks to know of others. */
export interface Mentions {
  /** Looked up among the `names` of published documents. */
  names: readonly string[];
  documents: readonly Dependency[];
}

/** What holds from one day on. */
export interface Period {
  /** The first day, YYYY-MM-DD; null for ever before. */
  from: string | null;
  /** The first day after; null for no end. */
  until: string | null;
  /** Of the facet. */
  value: string;
  label(locale: string): string;
  /** The member's attributes; delivery adds `asOf`. */
  present(locale: string): Record<string, unknown>;
  /** JSON text that stands in the item where `DatedMember.placeholder` does. */
  fill?: string;
}

/** Reads what published documents say of each other, for `DatedMember.periods`. */
export interface RegisterReader {
  linksFrom(kind: string, documentIds: readonly string[]): Promise<RegisteredLink[]>;
  linksTo(kind: string, documentIds: readonly string[]): Promise<RegisteredLink[]>;
  /** By documentId; of published documents only. */
  known(documentIds: readonly string[]): Promise<Map<string, Known>>;
}

export interface RegisteredLink {
  sourceId: string;
  targetId: string;
  data: Record<string, unknown>;
}

/** A member, and facet of the same name, whose value depends on the day of reading. */
export interface DatedMember {
  name: string;
  /** All values of the facet. */
  values: readonly string[];
  /** What `Period.present` gives; for the description of the API. */
  schema: z.ZodObject;
  /**
   * JSON text of the item for which the period's `fill` stands in answers: a member deep in it that depends on the day.
   * Quotes in strings are escaped, so that `"name":null` is nothing but a member.
   */
  placeholder?: string;
  /**
   * What holds when, for every document that it may have changed for.
   * @param changed documents that were published, changed or went
   * @returns by documentId: periods without gaps, in order
   */
  periods(changed: readonly string[], register: RegisterReader): Promise<Map<string, Period[]>>;
}

/** What another item shows of a published document. Made by its own collection's `reference`. */
export interface Reference {
  documentId: string;
  collection: string;
  slug: string;
  url: string;
  [attribute: string]: unknown;
}

/** One published translation of a document. */
export interface Localization {
  locale: string;
  slug: string;
  url: string;
}

/** Which values of a sort key exist: an instant (ISO 8601, UTC, milliseconds), a day (YYYY-MM-DD), or a text that sorts by code point. */
export type SortKeyKind = 'instant' | 'day' | 'text';

export interface PresentContext<Entry extends EntryRow = EntryRow> {
  locale: string;
  defaultLocale: string;
  /** The row that not-localized attributes and relations are read from: the default locale's, else the oldest. */
  shared: Entry;
  /** Makes an address of this API absolute; an address that already is stays. */
  absoluteUrl(path: string): string;
  /** The front end's address of an item. */
  siteUrl(collection: string, locale: string, slug: string): string;
  url: string;
  localizations: Localization[];
  /** The published targets of this document's edges of one kind, in the editor's order, in this locale or else the default one. */
  linked(kind: string): Reference[];
  /** The published documents with an edge of one kind to this one, in this locale or else the default one; one of `backlinks`. */
  linking(kind: string): Reference[];
  /** The published documents that carry a name; one of `mentions`. */
  named(name: string): Known[];
  /** A published document; one of `mentions`. */
  published(documentId: string): Known | null;
  /** The links of one kind that published documents have to this one. */
  linkedBy(kind: string): IncomingLink[];
  /** What the edges of `walks` lead to from a document of `walks.from`, however far, in no order. */
  reachable(documentId: string): Reference[];
}

/** What a feed shows of an item, in whatever format, without what the feed itself adds (https://www.jsonfeed.org/version/1.1/). */
export interface FeedItem {
  title: string;
  /** What the item is known by apart from its address: a document's symbol, say. */
  identifier?: string;
  contentHtml: string;
  contentText: string;
  summary: string | null;
  image: string | null;
  datePublished: string | null;
  dateModified: string | null;
  authors: { name: string; url?: string; avatar?: string }[];
  tags: string[];
  attachments: { url: string; mimeType: string; title?: string; sizeInBytes?: number }[];
  /** Members of the feed's own extension object. */
  extension: Record<string, unknown>;
}

/** What sitemaps say of an item. */
export interface SitemapEntry {
  /** The day or instant of the last change that matters to a reader, ISO 8601; null for the last one of any kind. */
  lastModified: string | null;
  /** For what is news: what a news sitemap shows for two days. */
  news?: { title: string; publishedAt: string };
}

/** A member that counts the items of a list with this document's id in a facet. */
export interface CountedMember {
  list: string;
  facet: string;
  /** For the description of the API. */
  description: string;
  /** In a union: the collections whose items have it; all of them by default. */
  collections?: readonly string[];
}

/** Reads the values of a facet that are not free. */
export interface FacetReader {
  /** The value as it is stored, or null for a text that can be none. */
  read(text: string): string | null;
  /** What it takes, in words. */
  expects: string;
  /** All values, where they can be listed. */
  values?: readonly string[];
}

/** Attributes that delivery itself puts around what `present` returns. */
export interface ItemFrame {
  documentId: string;
  collection: string;
  locale: string;
  slug: string;
  url: string;
  localizations: Localization[];
  /** True where the text is that of another language, for want of a translation; absent otherwise. */
  isFallback?: true;
}

/**
 * A collection of published documents, registered once, in code.
 * Every function is pure: the same rows give the same answer, without a query of its own.
 */
export interface CollectionDefinition<
  Entry extends EntryRow = EntryRow,
  Body extends object = object,
  Summary extends object = object,
> {
  /** Its name in addresses: /api/{name}. */
  name: string;
  /** Kept together with other collections under one namespace of slugs; the name itself by default. */
  namespace?: string;
  uid: UID.ContentType;
  /** What one item of it is called in the description of the API and in clients made from it: `Article`. */
  itemName: string;
  /** What `present` returns. The description is made of it; no answer is checked by it while it is given. */
  itemSchema: z.ZodObject & z.ZodType<Body>;
  /** What `summarise` returns, without what delivery adds. */
  summarySchema: z.ZodObject;
  /** What hits of a search show besides: `searchText(...).shown`. */
  hitSchema?: z.ZodObject;
  /**
   * Raised by a release in which the functions below say something else of the same content, without a new attribute,
   * facet or sort key: snapshots are made again then. 0 by default.
   */
  revision?: number;
  /** What one snapshot needs, read in one pass (Strapi's query engine form). */
  populate: Record<string, unknown>;
  /** What `edges` needs of the draft row. */
  edgesPopulate?: Record<string, unknown>;
  present(entry: Entry, context: PresentContext<Entry>): Body;
  /** What a list shows. */
  summarise(item: ItemFrame & Body): Summary;
  /** What other items show when they link here. */
  reference(item: ItemFrame & Body): Record<string, unknown>;
  facets(item: ItemFrame & Body, context: PresentContext<Entry>): Record<string, FacetValue[]>;
  sortKeys(item: ItemFrame & Body, context: PresentContext<Entry>): Record<string, string | null>;
  /** The content types that `dependsOn` may name. */
  embeds: readonly string[];
  dependsOn(entry: Entry, context: PresentContext<Entry>): Dependency[];
  /** @param draft the row that relations are read from @param all that row and those of other languages */
  edges?(draft: Entry, all: readonly Entry[]): Edge[];
  /** What others need to know of an item besides its reference; the same in every language. */
  facts?(item: ItemFrame & Body, context: PresentContext<Entry>): Record<string, unknown>;
  /** Texts by which others look the document up; the same in every language. */
  names?(item: ItemFrame & Body): string[];
  /** What `named` and `published` will be asked for. Whatever becomes of it, the snapshot is made again. */
  mentions?(entry: Entry, context: Pick<PresentContext<Entry>, 'shared' | 'absoluteUrl'>): Mentions;
  /** What the item says of others; they see it through `linkedBy`. */
  links?(item: ItemFrame & Body, context: PresentContext<Entry>): Link[];
  /** A member that depends on the day; comes last, and is a facet. */
  dated?: DatedMember;
  /** Members that count the items of a list with this document's id in a facet. */
  counted?: Readonly<Record<string, CountedMember>>;
  /** Kinds of edges, from whatever collection, whose sources this collection shows. */
  backlinks?: readonly string[];
  /** Chains of edges that are followed from what an entry shows, for `reachable`. */
  walks?: { kinds: readonly string[]; from(entry: Entry): string[] };
  /**
   * For content without rows of its own for each language: how one row appears in every language of the site. Where
   * it is not translated, it appears with its default text and `isFallback: true`.
   */
  inEveryLocale?: { slug(entry: Entry, locale: string): string; isTranslated(entry: Entry, locale: string): boolean };
  /** What readers find the item by; without it, or with null, no search finds it. */
  searchText?(item: ItemFrame & Body, context: PresentContext<Entry>): SearchText | null;
  /** Other spellings of what a reader typed, where it is a symbol; as `searchText` gives symbols. */
  searchAliases?(text: string): readonly string[];
  /** What readers call an item of it, in a language; its name by default. */
  label?(locale: string): string;
  feedItem?(item: ItemFrame & Body): FeedItem;
  /** What sitemaps say of an item, from what lists show of it; null for one that search engines shall not show. */
  sitemapEntry?(summary: ItemFrame & Summary): SitemapEntry | null;
  /** The sort key, an instant, by which the latest of what `sitemapEntry` calls news is found. */
  newsKey?: string;
  /** A mark that moves exactly when a change counts as a major one in the change log; the day of the last major update, say. */
  majorMark?(item: ItemFrame & Body): string | null;
  isWithdrawn?(item: ItemFrame & Body): boolean;
  /** False keeps snapshots (other items show them) without serving addresses of their own. */
  served?: boolean;
  /** The one item of a single type, served at the collection's own address. */
  single?: boolean;
  /** Members that move often and apart from content, with their initial values; spliced in as the last members. */
  overlays?: Readonly<Record<string, { initial: unknown; schema: z.ZodType }>>;
  facetNames: readonly string[];
  /** Facets that are kept for other handlers, and are no filters. */
  hiddenFacets?: readonly string[];
  /**
   * Facets whose values differ from language to language, slugs of topics, say. Their values are kept in every language
   * of the site in which the item itself does not appear, so that lists with a fallback filter by one language's values.
   * `facets` is asked for them with that language as the context's.
   */
  translatedFacets?: readonly string[];
  /** Facets whose values are slugs of a collection's items, by its name: a feed by a slug that one had before leads on to its own. */
  facetSlugs?: Readonly<Record<string, string>>;
  /**
   * List parameters that take true or false, and with true read a facet from a wider one of `facets`, which has no name
   * in `facetNames`: an issuer with its descendants, say.
   */
  wideFacets?: Readonly<Record<string, { facet: string; wide: string }>>;
  /** Readers for facets whose values are not free. */
  facetReaders?: Readonly<Record<string, FacetReader>>;
  sortKinds: Readonly<Record<string, SortKeyKind>>;
  /** Sort keys that may also be filtered by range. */
  ranges: readonly string[];
  defaultSort: { key: string; direction: 'asc' | 'desc' };
  itemFields: readonly string[];
  summaryFields: readonly string[];
}
