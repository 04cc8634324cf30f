import type { CollectionDefinition, EntryRow, ItemFrame } from '@gazette/delivery/strapi-server';
import { slugIn, translatedText, type PublicSupporting, type TranslationRow } from '../presenters';
import { titleSortKey } from '../text';
import { z } from 'zod';
import { plainHitSchema } from './hit-schemas';
import { labelOf, supportingSearchText } from './search-texts';
import { FRAME_FIELDS, listed, VERSION_FIELD } from './fields';
import { supportingSitemapEntry } from './sitemap-entry';

interface SupportingRow extends EntryRow {
  translations?: TranslationRow[] | null;
}

/** What a collection of supporting items has of its own. */
export interface OwnPart<Row extends EntryRow, Body extends PublicSupporting> extends Omit<
  CollectionDefinition<Row, Body, object>,
  | 'summarise'
  | 'summarySchema'
  | 'facetNames'
  | 'sortKinds'
  | 'sortKeys'
  | 'ranges'
  | 'defaultSort'
  | 'itemFields'
  | 'summaryFields'
  | 'facets'
> {
  facetNames?: readonly string[];
  facets?: CollectionDefinition<Row, Body, object>['facets'];
  /** Whether editors put the items in an order of their own. */
  hasPosition?: boolean;
}

const POSITION_DIGITS = 11;

/** Numbers that sort as texts, negative ones first. */
const positionKey = (position: unknown): string =>
  String((typeof position === 'number' ? position : 0) + 10 ** 10).padStart(POSITION_DIGITS, '0');

/** How an item with translations appears in every language of the site. */
export const byTranslations = (name: 'name' | 'title') => ({
  slug: (row: SupportingRow, locale: string): string => slugIn(row, locale),
  isTranslated: (row: SupportingRow, locale: string): boolean => translatedText(row, name, locale) !== null,
});

/** The definition of a collection of supporting items: lists by name, items in every language. */
export const supporting = <Row extends EntryRow, Body extends PublicSupporting>({
  hasPosition = false,
  ...own
}: OwnPart<Row, Body>): CollectionDefinition<Row, Body, object> => {
  const itemFields = [...FRAME_FIELDS, ...Object.keys(own.itemSchema.shape), VERSION_FIELD];
  const summaryFields = listed(itemFields);
  const shown = new Set(summaryFields);
  return {
    summarySchema: z
      .strictObject(Object.fromEntries(Object.entries(own.itemSchema.shape).filter(([name]) => shown.has(name))))
      .meta({ description: `${own.itemSchema.meta()?.description ?? ''} As lists show it.`.trim() }),
    hitSchema: plainHitSchema,
    facetNames: [],
    facets: () => ({}),
    searchText: supportingSearchText<ItemFrame & Body>(),
    label: labelOf(own.name),
    sitemapEntry: supportingSitemapEntry,
    ...own,
    summarise: (item: ItemFrame & Body) =>
      Object.fromEntries(Object.entries(item).filter(([name]) => shown.has(name) || name === 'isFallback')),
    sortKinds: {
      title: 'text',
      firstPublishedAt: 'instant',
      publicUpdatedAt: 'instant',
      ...(hasPosition ? { position: 'text' as const } : {}),
    },
    sortKeys: (item) => ({
      title: titleSortKey(item.title),
      firstPublishedAt: item.firstPublishedAt,
      publicUpdatedAt: item.publicUpdatedAt,
      ...(hasPosition ? { position: positionKey('position' in item ? item.position : 0) } : {}),
    }),
    ranges: ['firstPublishedAt', 'publicUpdatedAt'],
    defaultSort: { key: 'title', direction: 'asc' },
    itemFields,
    summaryFields,
  };
};
