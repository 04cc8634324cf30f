import type { ComponentSchema } from '../content-types/schema-types';

/** A published correction (đính chính). */
export const correction: ComponentSchema = {
  collectionName: 'components_gazette_corrections',
  info: { displayName: 'Đính chính', icon: 'pencil' },
  options: {},
  attributes: {
    at: { type: 'datetime', required: true },
    text: { type: 'text', required: true },
  },
};
