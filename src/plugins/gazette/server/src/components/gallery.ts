import type { ComponentSchema } from '../content-types/schema-types';

/** Several images together. */
export const gallery: ComponentSchema = {
  collectionName: 'components_gazette_galleries',
  info: { displayName: 'Bộ ảnh', icon: 'grid' },
  options: {},
  attributes: {
    title: { type: 'string', maxLength: 255 },
    figures: { type: 'component', component: 'gazette.figure', repeatable: true },
  },
};
