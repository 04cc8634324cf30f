import type { PresentContext } from '@gazette/delivery/strapi-server';
import type { PublicDocument } from './document';
import { statedMembers } from './values';

/** An official document for search engines: https://schema.org/Legislation. */
export const documentJsonLd = (
  document: Omit<PublicDocument, 'jsonLd'>,
  { url, locale }: Pick<PresentContext, 'url' | 'locale'>,
): Record<string, unknown> =>
  statedMembers({
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
    correction: document.corrections.map(({ at, text }) => ({ '@type': 'CorrectionComment', datePublished: at, text })),
    creativeWorkStatus: document.withdrawal === null ? null : 'Withdrawn',
    url,
    mainEntityOfPage: { '@type': 'WebPage', '@id': url },
  });

/** An interval of ISO 8601; `..` leaves an end open. */
const interval = ({ effectiveFrom, effectiveTo }: Pick<PublicDocument, 'effectiveFrom' | 'effectiveTo'>) =>
  effectiveFrom === null && effectiveTo === null ? null : `${effectiveFrom ?? '..'}/${effectiveTo ?? '..'}`;
