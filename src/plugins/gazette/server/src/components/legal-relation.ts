import type { ComponentSchema } from '../content-types/schema-types';

const RELATION_TYPES = [
  'based-on',
  'refers-to',
  'implements',
  'guides',
  'explains',
  'amends',
  'supplements',
  'replaces',
  'repeals',
  'annuls',
  'suspends',
  'resumes',
  'extends',
  'corrects',
  'consolidates',
];

/**
 * How a document bears on another. The target is named by symbol and, once the register has it, by plain ids: a
 * relation attribute in a component throws when the target lacks the locale being saved.
 */
export const legalRelation: ComponentSchema = {
  collectionName: 'components_gazette_legal_relations',
  info: { displayName: 'Quan hệ văn bản', icon: 'link' },
  options: {},
  attributes: {
    type: { type: 'enumeration', enum: RELATION_TYPES, required: true },
    targetSymbol: { type: 'string', maxLength: 255 },
    targetCollection: { type: 'enumeration', enum: ['directives', 'resolutions'] },
    targetDocumentId: { type: 'string', maxLength: 60 },
    scope: { type: 'string', maxLength: 255 },
    effectiveOn: { type: 'date' },
    until: { type: 'date' },
    note: { type: 'text' },
  },
};
