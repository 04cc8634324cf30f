import type { ComponentSchema } from '../content-types/schema-types';

/** Texts of a supporting item in one other language; each type uses the attributes that it has itself. */
export const translation: ComponentSchema = {
  collectionName: 'components_gazette_translations',
  info: { displayName: 'Bản dịch', icon: 'earth' },
  options: {},
  attributes: {
    locale: { type: 'string', required: true, maxLength: 20 },
    name: { type: 'string', maxLength: 255 },
    shortName: { type: 'string', maxLength: 120 },
    title: { type: 'string', maxLength: 255 },
    slug: { type: 'string', maxLength: 120 },
    summary: { type: 'text' },
    description: { type: 'text' },
    role: { type: 'string', maxLength: 255 },
  },
};
