import type { ComponentSchema } from '../content-types/schema-types';

/** What search engines and shared links show. */
export const seo: ComponentSchema = {
  collectionName: 'components_gazette_seos',
  info: { displayName: 'SEO', icon: 'search' },
  options: {},
  attributes: {
    metaTitle: { type: 'string', maxLength: 255 },
    metaDescription: { type: 'text', maxLength: 500 },
    noIndex: { type: 'boolean', default: false },
  },
};
