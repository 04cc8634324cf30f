import { localized, shared } from './localization';
import { publicationAttributes } from './publication-attributes';
import type { SchemaAttribute } from './schema-types';
import { bodyAttribute } from './section-attributes';

/**
 * What directives and resolutions share. `symbol` stands first: Strapi names an entry by its first text attribute until
 * told otherwise. `issuer` is required by gazette's rules, on the default-locale row only, because relations are not
 * copied into new locales before the first save.
 */
export const documentAttributes = {
  symbol: { type: 'string', required: true, maxLength: 60, ...shared },
  symbolFreeform: { type: 'boolean', default: false, ...shared },
  number: { type: 'string', maxLength: 60, ...shared },
  year: { type: 'integer', ...shared },
  title: { type: 'text', required: true, maxLength: 1000, ...localized },
  slug: { type: 'uid', targetField: 'title', maxLength: 120, ...localized },
  issuer: { type: 'relation', relation: 'manyToOne', target: 'plugin::gazette.issuer', ...shared },
  coIssuers: { type: 'relation', relation: 'manyToMany', target: 'plugin::gazette.issuer', ...shared },
  signers: { type: 'component', component: 'gazette.signer', repeatable: true, ...shared },
  issuedOn: { type: 'date', required: true, ...shared },
  effectiveFrom: { type: 'date', ...shared },
  effectiveTo: { type: 'date', ...shared },
  classification: {
    type: 'enumeration',
    enum: ['public', 'internal', 'confidential', 'secret', 'top-secret'],
    default: 'public',
    ...shared,
  },
  summary: { type: 'text', ...localized },
  body: bodyAttribute,
  attachments: { type: 'component', component: 'gazette.attachment', repeatable: true, ...shared },
  topics: { type: 'relation', relation: 'manyToMany', target: 'plugin::gazette.topic', ...shared },
  relations: { type: 'component', component: 'gazette.legal-relation', repeatable: true, ...shared },
  recipients: { type: 'text', ...shared },
  ...publicationAttributes,
} satisfies Record<string, SchemaAttribute>;
