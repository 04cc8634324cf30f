import type { CollectionDefinition, ItemFrame } from '@gazette/delivery/strapi-server';
import {
  articleMentions,
  articleSchema,
  articleSummarySchema,
  featuredLabel,
  presentArticle,
  presentDossier,
  presentNamed,
  type ArticleRow,
  type PublicArticle,
} from '../presenters';
import { NO_RATING, shownRatingSchema } from '../ratings/shown-rating';
import { titleSortKey } from '../text';
import { articleFeedItem } from './article-feed-item';
import { CITES_DOCUMENT, citedDocumentValues } from './citing';
import {
  AUTHOR,
  dependenciesOn,
  distinct,
  DOSSIER,
  FILE,
  filesOfBody,
  TAG,
  TOPIC,
  withAncestors,
} from './dependencies';
import { edgesTo } from './edges';
import { slugValues, symbolValue, symbolValues, topicValues, yearValues } from './facet-values';
import { articleHitSchema } from './hit-schemas';
import { articleSearchText, labelOf, symbolAliases } from './search-texts';
import { FRAME_FIELDS, listed, VERSION_FIELD } from './fields';
import { articleEdgesPopulate, articlePopulate } from './populate';
import { newsSitemapEntry } from './sitemap-entry';

type ArticleItem = ItemFrame & PublicArticle;

/** An article as lists show it. */
export type ArticleSummary = Omit<ArticleItem, 'body' | 'bodyHtml' | 'bodyText' | 'jsonLd'>;

const ITEM_FIELDS = [...FRAME_FIELDS, ...Object.keys(articleSchema.shape), VERSION_FIELD, 'rating'];

/** Sorts an article without votes below every other; ratings put their own key in its place. */
const NO_VOTES = '0000000000000000';

const summarise = (item: ArticleItem): ArticleSummary => {
  const { body: _body, bodyHtml: _bodyHtml, bodyText: _bodyText, jsonLd: _jsonLd, ...summary } = item;
  return summary;
};

/** News articles. */
export const articles: CollectionDefinition<ArticleRow, PublicArticle, ArticleSummary> = {
  name: 'articles',
  uid: 'plugin::gazette.article',
  itemName: 'Article',
  itemSchema: articleSchema,
  summarySchema: articleSummarySchema,
  hitSchema: articleHitSchema,
  populate: articlePopulate,
  edgesPopulate: articleEdgesPopulate,
  present: presentArticle,
  summarise,
  reference: ({ title }) => ({ title }),
  facts: ({ allowRating }) => ({ allowRating }),
  mentions: (entry, context) => ({ names: articleMentions(entry, context), documents: [] }),

  facetReaders: {
    featured: {
      read: (text) => (text === 'true' || text === 'false' ? text : null),
      expects: 'true or false',
      values: ['true', 'false'],
    },
    cites: { read: symbolValue, expects: 'the symbol of a document, for example 57-KL/TW' },
    year: { read: (text) => (/^\d{4}$/.test(text) ? text : null), expects: 'a year of four digits' },
  },
  facetNames: ['topic', 'dossier', 'tag', 'author', 'featured', 'year', 'cites'],
  hiddenFacets: [CITES_DOCUMENT],
  translatedFacets: ['topic', 'dossier', 'tag'],
  facetSlugs: { topic: 'topics', dossier: 'dossiers', tag: 'tags', author: 'authors' },
  facets: (item, { shared, locale }) => ({
    topic: topicValues(shared.topics, locale),
    dossier: slugValues((shared.dossiers ?? []).map((dossier) => presentDossier(dossier, locale))),
    tag: slugValues((shared.tags ?? []).map((tag) => presentNamed(tag, locale))),
    author: slugValues(item.authors),
    featured: [{ value: String(item.featured), label: featuredLabel(String(item.featured), locale) }],
    year: yearValues(item.firstPublishedAt),
    cites: symbolValues([...item.citations, ...item.documents].map(({ symbol }) => symbol)),
    [CITES_DOCUMENT]: citedDocumentValues(item.citations, item.documents),
  }),

  sortKinds: { firstPublishedAt: 'instant', publicUpdatedAt: 'instant', title: 'text', rating: 'text' },
  sortKeys: ({ firstPublishedAt, publicUpdatedAt, title }) => ({
    firstPublishedAt,
    publicUpdatedAt,
    title: titleSortKey(title),
    rating: NO_VOTES,
  }),
  ranges: ['firstPublishedAt', 'publicUpdatedAt'],
  defaultSort: { key: 'firstPublishedAt', direction: 'desc' },

  embeds: [TOPIC, TAG, DOSSIER, AUTHOR, FILE],
  dependsOn: (entry, { shared }) =>
    distinct([
      ...dependenciesOn(TOPIC, withAncestors(shared.topics)),
      ...dependenciesOn(TAG, shared.tags ?? []),
      ...dependenciesOn(DOSSIER, shared.dossiers ?? []),
      ...dependenciesOn(
        AUTHOR,
        (shared.authorships ?? []).map(({ author }) => author),
      ),
      ...dependenciesOn(FILE, [entry.cover?.image, ...filesOfBody(entry.body)]),
    ]),
  edges: (draft) => [
    ...edgesTo('document', 'plugin::gazette.directive', draft.directives),
    ...edgesTo('document', 'plugin::gazette.resolution', draft.resolutions),
    ...edgesTo('related', 'plugin::gazette.article', draft.related),
  ],

  searchText: articleSearchText,
  searchAliases: symbolAliases,
  label: labelOf('articles'),
  feedItem: articleFeedItem,
  sitemapEntry: newsSitemapEntry,
  newsKey: 'firstPublishedAt',
  majorMark: ({ publicUpdatedAt }) => publicUpdatedAt,
  isWithdrawn: ({ withdrawal }) => withdrawal !== null,
  overlays: { rating: { initial: NO_RATING, schema: shownRatingSchema } },
  itemFields: ITEM_FIELDS,
  summaryFields: listed(ITEM_FIELDS),
};
