import type { ComponentSchema } from '../content-types/schema-types';

/** Who signed a document, and in what capacity. */
export const signer: ComponentSchema = {
  collectionName: 'components_gazette_signers',
  info: { displayName: 'Người ký', icon: 'feather' },
  options: {},
  attributes: {
    name: { type: 'string', required: true, maxLength: 255 },
    position: { type: 'string', maxLength: 255 },
    capacity: { type: 'enumeration', enum: ['TM.', 'KT.', 'TL.', 'TUQ.'] },
  },
};
