import type { ComponentSchema } from '../content-types/schema-types';

/** Someone's own words. */
export const quote: ComponentSchema = {
  collectionName: 'components_gazette_quotes',
  info: { displayName: 'Trích dẫn', icon: 'quote' },
  options: {},
  attributes: {
    text: { type: 'text', required: true },
    cite: { type: 'string', maxLength: 255 },
  },
};
