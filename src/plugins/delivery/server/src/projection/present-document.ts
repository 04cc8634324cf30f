import { createHash } from 'node:crypto';
import type {
  CollectionDefinition,
  Dependency,
  EntryRow,
  IncomingLink,
  ItemFrame,
  Known,
  Link,
  Localization,
  PresentContext,
  Reference,
} from '../collections/definition';
import { facetIn, TYPE_FACET } from '../collections/facet-names';
import type { ListPlace } from '../collections/registry';
import { INDEX_REVISION } from '../search';
import type { SearchEntry } from '../store/search';
import type { SnapshotIndex } from '../store/snapshots';
import type { Addresses } from './addresses';
import { overlayText } from './overlay-text';

/** The public JSON of one locale of a document and everything that is stored beside it, before it has a version. */
export interface Projection {
  locale: string;
  slug: string;
  url: string;
  /** Of the public JSON without its version: 22 characters of base64url, 128 bits of SHA-256. */
  hash: string;
  /** Of what lists need beyond the public JSON. */
  indexHash: string;
  withdrawn: boolean;
  majorMark: string;
  reference: string;
  facts: string;
  overlay: string;
  item: Record<string, unknown>;
  summary: Record<string, unknown>;
  index: SnapshotIndex;
  /** Null for what is not searched. */
  search: SearchEntry | null;
  dependencies: Dependency[];
  names: string[];
  links: Link[];
}

export interface PresentationInput {
  definition: CollectionDefinition;
  /** The published rows of one document, oldest first: one per locale, or one for all. */
  rows: EntryRow[];
  defaultLocale: string;
  /** The languages of the site. */
  locales: readonly string[];
  addresses: Addresses;
  /** References of the published targets of the document's edges, by kind and locale. */
  linked(kind: string, locale: string): Reference[];
  /** References of the published documents with an edge to this one, by kind and locale. */
  linking(kind: string, locale: string): Reference[];
  /** References of what a document reaches by the definition's walks. */
  reachable(documentId: string, locale: string): Reference[];
  /** The published documents that carry a name, in a locale. */
  named(name: string, locale: string): Known[];
  published(documentId: string, locale: string): Known | null;
  /** The links that other published documents have to this one, by kind and locale. */
  linkedBy(kind: string, locale: string): IncomingLink[];
  /** The lists that show this collection: its own and its unions. */
  places: readonly ListPlace[];
}

/** Identifies JSON: 22 characters of base64url, 128 bits of SHA-256. */
export const digest = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 22);

const pick = (source: Record<string, unknown>, fields: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(fields.filter((field) => field in source).map((field) => [field, source[field]]));

/** Rows of a document as they came into being. Ids do not tell: a publication and a discard make new rows with the old `createdAt`. */
export const OLDEST_FIRST = [{ createdAt: 'asc' as const }, { id: 'asc' as const }];

/**
 * The row that not-localized attributes and relations are read from: the default locale's, else the oldest.
 * @param rows of one document and status, oldest first
 */
export const sharedRow = (rows: EntryRow[], defaultLocale: string): EntryRow | undefined =>
  rows.find((row) => row.locale === defaultLocale) ?? rows[0];

/** As what a name stands among the dependencies of what looks it up. */
export const NAME_UID = 'name';

/** What an entry asks to know of others, as dependencies. */
const mentionedBy = (definition: CollectionDefinition, entry: EntryRow, context: PresentContext): Dependency[] => {
  const { names, documents } = definition.mentions?.(entry, context) ?? { names: [], documents: [] };
  return [...names.map((name) => ({ uid: NAME_UID, documentId: name })), ...documents];
};

/** One language in which a document appears. */
interface Appearance {
  entry: EntryRow;
  locale: string;
  slug: string;
  isFallback: boolean;
}

const appearancesOf = ({ definition, rows, locales, defaultLocale }: PresentationInput): Appearance[] => {
  const { inEveryLocale } = definition;
  if (!inEveryLocale) {
    return rows.map((entry) => ({
      entry,
      locale: entry.locale ?? defaultLocale,
      // A single type has no slug.
      slug: entry.slug ?? definition.name,
      isFallback: false,
    }));
  }
  return rows.flatMap((entry) =>
    locales.map((locale) => ({
      entry,
      locale,
      slug: inEveryLocale.slug(entry, locale),
      isFallback: locale !== defaultLocale && !inEveryLocale.isTranslated(entry, locale),
    })),
  );
};

const facetsIn = (
  definition: CollectionDefinition,
  item: ItemFrame,
  context: PresentContext,
): SnapshotIndex['facets'] => {
  const translated = definition.translatedFacets ?? [];
  if (translated.length === 0) return {};
  const facets = definition.facets(item, context);
  return Object.fromEntries(translated.map((name) => [facetIn(name, context.locale), facets[name] ?? []]));
};

/** What of an item is searched, with what its hits show. */
const searchEntry = (
  { definition, places }: PresentationInput,
  item: ItemFrame,
  context: PresentContext,
): SearchEntry | null => {
  const text = definition.searchText?.(item, context);
  if (!text) return null;
  const { documentId, collection, locale, slug, url, isFallback } = item;
  const hit = JSON.stringify({
    ...{ collection, documentId, locale, slug, url },
    ...(isFallback ? { isFallback } : {}),
    title: text.title.normalize('NFC'),
    ...text.shown,
  });
  const lists = places.map(({ name }) => name);
  return { text, hit, lists, hash: digest([INDEX_REVISION, text, hit, lists]) };
};

/** Makes the projections of all published locales of one document. Pure. */
export const presentDocument = (input: PresentationInput): Projection[] => {
  const { definition, rows, defaultLocale, addresses } = input;
  const shared = sharedRow(rows, defaultLocale);
  if (!shared) return [];
  const appearances = appearancesOf(input);

  const urlIn = (locale: string, slug: string): string =>
    definition.single ? addresses.homeUrl(locale) : addresses.siteUrl(definition.name, locale, slug);
  const localizations: Localization[] = appearances
    .filter(({ isFallback }) => !isFallback)
    .map(({ locale, slug }) => ({ locale, slug, url: urlIn(locale, slug) }))
    .sort((a, b) => (a.locale < b.locale ? -1 : 1));

  return appearances.map(({ entry, locale, slug, isFallback }) => {
    const url = urlIn(locale, slug);
    const context: PresentContext = {
      locale,
      defaultLocale,
      shared,
      absoluteUrl: addresses.absoluteUrl,
      siteUrl: addresses.siteUrl,
      url,
      localizations: localizations.filter((other) => other.locale !== locale),
      linked: (kind) => input.linked(kind, locale),
      linking: (kind) => input.linking(kind, locale),
      reachable: (documentId) => input.reachable(documentId, locale),
      named: (name) => input.named(name, locale),
      published: (documentId) => input.published(documentId, locale),
      linkedBy: (kind) => input.linkedBy(kind, locale),
    };
    const frame: ItemFrame = {
      documentId: entry.documentId,
      collection: definition.name,
      locale,
      slug,
      url,
      localizations: context.localizations,
      ...(isFallback ? { isFallback } : {}),
    };
    const item = { ...frame, ...definition.present(entry, context) };
    const keys = definition.sortKeys(item, context);
    const sortKeys = Object.fromEntries(Object.keys(definition.sortKinds).map((name) => [name, keys[name] ?? '']));
    const index: SnapshotIndex = {
      lists: input.places.map((place) => ({
        name: place.name,
        defaultSort: sortKeys[place.defaultSortKey] ?? '',
        sortKeys: place.sortKeys,
        facets: place.facets,
      })),
      sortKeys,
      facets: {
        ...definition.facets(item, context),
        [TYPE_FACET]: [{ value: definition.name, label: definition.label?.(locale) ?? definition.name }],
      },
    };
    const elsewhere = input.locales.filter((other) => appearances.every((one) => one.locale !== other));
    Object.assign(index.facets, ...elsewhere.map((other) => facetsIn(definition, item, { ...context, locale: other })));
    const summary = { ...definition.summarise(item) };
    const reference = JSON.stringify({
      ...pick(item, ['documentId', 'collection', 'slug', 'url']),
      ...definition.reference(item),
    });

    const facts = definition.facts ? JSON.stringify(definition.facts(item, context)) : '';

    const search = searchEntry(input, item, context);

    return {
      locale,
      slug,
      url,
      hash: digest(item),
      indexHash: digest([index, summary, reference, facts, search?.hash]),
      withdrawn: definition.isWithdrawn?.(item) ?? false,
      majorMark: definition.majorMark?.(item) ?? '',
      reference,
      facts,
      overlay: overlayText(definition),
      item,
      summary,
      index,
      search,
      dependencies: [...definition.dependsOn(entry, context), ...mentionedBy(definition, entry, context)],
      names: definition.names?.(item) ?? [],
      links: definition.links?.(item, context) ?? [],
    };
  });
};
