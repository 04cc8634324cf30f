import type { ComponentSchema } from '../content-types/schema-types';

/** Where a text was taken from. */
export const source: ComponentSchema = {
  collectionName: 'components_gazette_sources',
  info: { displayName: 'Nguồn', icon: 'link' },
  options: {},
  attributes: {
    name: { type: 'string', maxLength: 255 },
    url: { type: 'text', maxLength: 2000 },
  },
};
