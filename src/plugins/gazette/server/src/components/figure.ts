import type { ComponentSchema } from '../content-types/schema-types';

/** An image with its caption. The image may come later than the caption. */
export const figure: ComponentSchema = {
  collectionName: 'components_gazette_figures',
  info: { displayName: 'Ảnh', icon: 'picture' },
  options: {},
  attributes: {
    image: { type: 'media', multiple: false, allowedTypes: ['images'] },
    alternativeText: { type: 'string', maxLength: 255 },
    caption: { type: 'text' },
    credit: { type: 'string', maxLength: 255 },
  },
};
