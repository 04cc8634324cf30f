import type { ComponentSchema } from '../content-types/schema-types';

/** A stretch of formatted text. */
export const text: ComponentSchema = {
  collectionName: 'components_gazette_texts',
  info: { displayName: 'Đoạn văn', icon: 'bulletList' },
  options: {},
  attributes: {
    body: { type: 'blocks', required: true },
  },
};
