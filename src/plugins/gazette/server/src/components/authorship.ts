import type { ComponentSchema } from '../content-types/schema-types';

/** An author, with the position held when the text was written. */
export const authorship: ComponentSchema = {
  collectionName: 'components_gazette_authorships',
  info: { displayName: 'Người viết', icon: 'user' },
  options: {},
  attributes: {
    author: { type: 'relation', relation: 'manyToOne', target: 'plugin::gazette.author' },
    position: { type: 'string', maxLength: 255 },
  },
};
