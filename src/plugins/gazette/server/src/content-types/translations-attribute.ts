import type { SchemaAttribute } from './schema-types';

/** Names and texts of a supporting item in other languages; those of the default language stand in the item itself. */
export const translationsAttribute: SchemaAttribute = {
  type: 'component',
  component: 'gazette.translation',
  repeatable: true,
};
