import type { ComponentSchema } from '../content-types/schema-types';

/** A section of HTML, sanitised on save; tables are kept. */
export const html: ComponentSchema = {
  collectionName: 'components_gazette_htmls',
  info: { displayName: 'HTML', icon: 'code' },
  options: {},
  attributes: {
    html: { type: 'text', required: true },
  },
};
