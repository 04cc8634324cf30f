import { localized, shared } from './localization';
import type { SchemaAttribute } from './schema-types';
import { revisionAttribute, seoAttribute } from './section-attributes';

/**
 * What an article and a document have in common: when they came out, how they changed since, and the citations that
 * were dismissed. `releasedAt` is no `firstPublishedAt` because Strapi's Document Service nulls an attribute of that name.
 */
export const publicationAttributes = {
  releasedAt: { type: 'datetime', ...shared },
  publicUpdatedAt: { type: 'datetime', ...shared },
  updateType: { type: 'enumeration', enum: ['minor', 'major'], default: 'minor', ...shared },
  changeNote: { type: 'text', maxLength: 1000, ...localized },
  changeHistory: { type: 'json', ...localized },
  corrections: { type: 'component', component: 'gazette.correction', repeatable: true, ...localized },
  withdrawal: { type: 'component', component: 'gazette.withdrawal', repeatable: false, ...localized },
  dismissedCitations: { type: 'json', ...shared },
  seo: seoAttribute,
  revision: revisionAttribute,
} satisfies Record<string, SchemaAttribute>;
