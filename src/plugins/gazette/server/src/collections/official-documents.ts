import type { CollectionDefinition, Dependency } from '@gazette/delivery/strapi-server';
import { isKindCode, KIND_CODES, kindLabel } from '../kinds';
import {
  branchLabel,
  documentMentions,
  documentRelations,
  ISSUER_PARENT,
  ISSUER_PREDECESSOR,
  levelLabel,
  type DocumentRow,
  type PublicDocument,
} from '../presenters';
import { treeReference } from '../presenters/supporting';
import { documentFacts } from '../register/facts';
import { legalStatus } from '../register/legal-status-member';
import { relationLink } from '../register/legal-links';
import { registerKey } from '../symbols';
import { titleSortKey } from '../text';
import { CITED_BY, CITES_DOCUMENT, citedDocumentValues } from './citing';
import { dependenciesOn, distinct, FILE, filesOfBody, ISSUER, TOPIC, withAncestors } from './dependencies';
import { plainValue, slugValues, topicValues } from './facet-values';
import { documentFeedItem } from './document-feed-item';
import { documentHitSchema } from './hit-schemas';
import { documentSearchText, labelOf, symbolAliases } from './search-texts';
import { FRAME_FIELDS, listed, VERSION_FIELD } from './fields';
import { textSitemapEntry } from './sitemap-entry';

/** What sitemaps need of a summary. */
type Dated = Pick<PublicDocument, 'seo' | 'publicUpdatedAt'>;

/** What a collection of documents has of its own. */
export interface OwnPart<Row extends DocumentRow, Body extends PublicDocument, Summary extends Dated> extends Pick<
  CollectionDefinition<Row, Body, Summary>,
  'name' | 'uid' | 'itemName' | 'itemSchema' | 'summarySchema' | 'populate' | 'present' | 'summarise'
> {
  /** Issuers that it shows besides those that issued it. */
  issuersIn?(shared: Row): ({ documentId: string } | null | undefined)[];
}

const UIDS: Readonly<Record<string, string>> = {
  directives: 'plugin::gazette.directive',
  resolutions: 'plugin::gazette.resolution',
};

/** A document of the register by its collection; nothing for one that is none. */
const documentTarget = ({ collection, documentId }: { collection: string; documentId: string }): Dependency[] => {
  const uid = UIDS[collection];
  return uid === undefined ? [] : [{ uid, documentId }];
};

const labelled = (code: string | null | undefined, labelOf: (code: string) => string) =>
  code ? [{ value: code, label: labelOf(code) }] : [];

/**
 * The definition of a collection of official documents. All share one namespace of slugs.
 */
export const officialDocuments = <Row extends DocumentRow, Body extends PublicDocument, Summary extends Dated>(
  own: OwnPart<Row, Body, Summary>,
): CollectionDefinition<Row, Body, Summary> => {
  const itemFields = [...FRAME_FIELDS, ...Object.keys(own.itemSchema.shape), VERSION_FIELD, 'citedBy', 'status'];
  return {
    name: own.name,
    namespace: 'documents',
    uid: own.uid,
    itemName: own.itemName,
    itemSchema: own.itemSchema,
    summarySchema: own.summarySchema,
    hitSchema: documentHitSchema,
    populate: own.populate,
    present: own.present,
    summarise: own.summarise,
    reference: ({ symbol, title, issuedOn }) => ({ symbol, title, issuedOn }),
    facts: (_item, { shared }) => ({ ...documentFacts(shared) }),
    names: ({ symbol }) => {
      const key = registerKey(symbol);
      return key === null ? [] : [key];
    },
    mentions(entry, context) {
      const { names, targets } = documentMentions(entry, context);
      return { names, documents: targets.flatMap(documentTarget) };
    },
    links: (_item, context) =>
      documentRelations(context.shared, context).flatMap(({ target, symbol: _symbol, ...data }) =>
        target ? documentTarget(target).map((one) => relationLink(one, data)) : [],
      ),
    dated: legalStatus,
    counted: { citedBy: CITED_BY },

    facetNames: ['kind', 'issuer', 'level', 'branch', 'topic', 'year', 'signer', 'status'],
    translatedFacets: ['topic'],
    facetSlugs: { topic: 'topics', issuer: 'issuers' },
    wideFacets: { issuerTree: { facet: 'issuer', wide: 'issuerTree' } },
    facetReaders: {
      year: { read: (text) => (/^\d{4}$/.test(text) ? text : null), expects: 'a year of four digits' },
      kind: {
        read: (text) => (isKindCode(text) ? text : null),
        expects: `one of: ${KIND_CODES.join(', ')}`,
        values: KIND_CODES,
      },
    },
    facets: (item, { shared, locale, reachable }) => ({
      // Its name in both families: the value finds the circulars of both.
      kind: labelled(item.kind?.code, (code) => kindLabel(code, null, locale)),
      issuer: slugValues(item.issuer === null ? [] : [item.issuer]),
      // An issuer's tree holds what it became and what stands below it: whoever is looked for from above or from before.
      issuerTree: slugValues(
        item.issuer === null ? [] : [item.issuer, ...reachable(shared.issuer?.documentId ?? '').map(treeReference)],
      ),
      level: labelled(shared.issuer?.level, (code) => levelLabel(code, locale)),
      branch: labelled(shared.issuer?.branch, (code) => branchLabel(code, locale)),
      topic: topicValues(shared.topics, locale),
      year: plainValue(item.year === null ? null : String(item.year)),
      signer: item.signers.flatMap(({ name }) => plainValue(name)),
      [CITES_DOCUMENT]: citedDocumentValues(item.citations),
    }),

    sortKinds: {
      issuedOn: 'day',
      effectiveFrom: 'day',
      firstPublishedAt: 'instant',
      publicUpdatedAt: 'instant',
      title: 'text',
    },
    sortKeys: ({ issuedOn, effectiveFrom, firstPublishedAt, publicUpdatedAt, title }) => ({
      issuedOn,
      effectiveFrom,
      firstPublishedAt,
      publicUpdatedAt,
      title: titleSortKey(title),
    }),
    ranges: ['issuedOn', 'effectiveFrom', 'firstPublishedAt', 'publicUpdatedAt'],
    defaultSort: { key: 'issuedOn', direction: 'desc' },

    embeds: [TOPIC, ISSUER, FILE],
    walks: {
      kinds: [ISSUER_PARENT, ISSUER_PREDECESSOR],
      from: ({ issuer }) => (issuer ? [issuer.documentId] : []),
    },
    dependsOn: (entry, { shared, reachable }) =>
      distinct([
        ...dependenciesOn(TOPIC, withAncestors(shared.topics)),
        ...dependenciesOn(ISSUER, [shared.issuer, ...(shared.coIssuers ?? []), ...(own.issuersIn?.(shared) ?? [])]),
        ...dependenciesOn(ISSUER, reachable(shared.issuer?.documentId ?? '')),
        ...dependenciesOn(FILE, [...(shared.attachments ?? []).map(({ file }) => file), ...filesOfBody(entry.body)]),
      ]),

    searchText: documentSearchText,
    searchAliases: symbolAliases,
    label: labelOf(own.name),
    feedItem: documentFeedItem,
    sitemapEntry: textSitemapEntry,
    majorMark: ({ publicUpdatedAt }) => publicUpdatedAt,
    isWithdrawn: ({ withdrawal }) => withdrawal !== null,
    itemFields,
    summaryFields: listed(itemFields),
  };
};
