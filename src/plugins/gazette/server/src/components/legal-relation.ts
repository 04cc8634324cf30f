import type { ComponentSchema } from '../content-types/schema-types';
import { RELATION_TYPES } from '../legal-status';

/**
 * How a document bears on another. The target is named by symbol and, once the register has it, by plain ids: a
 * relation attribute in a component throws when the target lacks the locale being saved.
 */
export const legalRelation: ComponentSchema = {
  collectionName: 'components_gazette_legal_relations',
  info: { displayName: 'Quan hệ văn bản', icon: 'link' },
  options: {},
  attributes: {
    type: { type: 'enumeration', enum: [...RELATION_TYPES], required: true },
    targetSymbol: { type: 'string', maxLength: 255 },
    targetCollection: { type: 'enumeration', enum: ['directives', 'resolutions'] },
    targetDocumentId: { type: 'string', maxLength: 60 },
    scope: { type: 'string', maxLength: 255 },
    effectiveOn: { type: 'date' },
    until: { type: 'date' },
    note: { type: 'text' },
  },
};
