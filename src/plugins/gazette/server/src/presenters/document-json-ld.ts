import type { PresentContext } from '@gazette/delivery/strapi-server';
import type { PublicDocument } from './document';
import type { PublicRelation } from './relations';
import { statedMembers } from './values';

/** Whether a document is in force depends on the day of reading: filled in then, see `DatedMember.placeholder`. */
export const LEGAL_FORCE = '"legislationLegalForce":null';

/** An official document for search engines: https://schema.org/Legislation. */
export const documentJsonLd = (
  document: Omit<PublicDocument, 'jsonLd'>,
  { url, locale }: Pick<PresentContext, 'url' | 'locale'>,
): Record<string, unknown> => ({
  ...statedMembers({
    '@context': 'https://schema.org',
    '@type': 'Legislation',
    name: document.title,
    description: document.seo.metaDescription ?? document.summary,
    legislationIdentifier: document.symbol,
    legislationType: document.kind?.label,
    legislationDate: document.issuedOn,
    legislationPassedBy: [document.issuer, ...document.coIssuers].flatMap((issuer) =>
      issuer === null ? [] : [{ '@type': 'GovernmentOrganization', name: issuer.name }],
    ),
    temporalCoverage: interval(document),
    datePublished: document.firstPublishedAt,
    dateModified: document.publicUpdatedAt,
    inLanguage: locale,
    about: document.topics.map(({ name }) => name),
    encoding: document.attachments.map(({ url: contentUrl, title, mime }) =>
      statedMembers({ '@type': 'LegislationObject', contentUrl, name: title, encodingFormat: mime }),
    ),
    ...relationMembers(document.relations),
    citation: document.citations.map(({ text }) => text),
    correction: document.corrections.map(({ at, text }) => ({ '@type': 'CorrectionComment', datePublished: at, text })),
    creativeWorkStatus: document.withdrawal === null ? null : 'Withdrawn',
    url,
    mainEntityOfPage: { '@type': 'WebPage', '@id': url },
  }),
  legislationLegalForce: null,
});

/** An interval of ISO 8601; `..` leaves an end open. */
const interval = ({ effectiveFrom, effectiveTo }: Pick<PublicDocument, 'effectiveFrom' | 'effectiveTo'>) =>
  effectiveFrom === null && effectiveTo === null ? null : `${effectiveFrom ?? '..'}/${effectiveTo ?? '..'}`;

/** The words of schema.org for what a document does to others (https://schema.org/Legislation). */
const MEMBERS: Partial<Record<PublicRelation['type'], string>> = {
  amends: 'legislationChanges',
  supplements: 'legislationChanges',
  replaces: 'legislationRepeals',
  repeals: 'legislationRepeals',
  annuls: 'legislationRepeals',
  corrects: 'legislationCorrects',
  consolidates: 'legislationConsolidates',
  guides: 'legislationApplies',
  implements: 'legislationApplies',
  'based-on': 'isBasedOn',
};

/** A part that is repealed or replaced leaves the rest in force: that is a change. */
const memberOf = ({ type, scope }: PublicRelation): string | undefined =>
  MEMBERS[type] === 'legislationRepeals' && scope !== null ? 'legislationChanges' : MEMBERS[type];

const relationMembers = (relations: readonly PublicRelation[]): Record<string, unknown> => {
  const members: Record<string, unknown[]> = {};
  for (const relation of relations) {
    const name = relation.direction === 'out' ? memberOf(relation) : undefined;
    if (name === undefined) continue;
    const { symbol, document } = relation;
    (members[name] ??= []).push(
      statedMembers({
        '@type': 'Legislation',
        legislationIdentifier: symbol,
        name: document?.title,
        url: document?.url,
      }),
    );
  }
  return members;
};
