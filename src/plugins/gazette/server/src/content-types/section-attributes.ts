import { localized } from './localization';
import type { SchemaAttribute } from './schema-types';

/** The body of an article, document or page: sections in the editor's order. */
export const bodyAttribute: SchemaAttribute = {
  type: 'dynamiczone',
  components: ['gazette.text', 'gazette.html', 'gazette.figure', 'gazette.gallery', 'gazette.media', 'gazette.quote'],
  ...localized,
};

/** What search engines and shared links show. */
export const seoAttribute: SchemaAttribute = {
  type: 'component',
  component: 'gazette.seo',
  repeatable: false,
  ...localized,
};

/** Counts the saves of one locale's row; a save that names an older count is refused. */
export const revisionAttribute: SchemaAttribute = { type: 'integer', min: 0, default: 0, ...localized };
