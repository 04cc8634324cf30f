import type { ContentTypeSchema } from '../schema-types';
import { translationsAttribute } from '../translations-attribute';

/** A free keyword (thẻ). */
export const schema: ContentTypeSchema = {
  kind: 'collectionType',
  collectionName: 'gazette_tags',
  info: {
    singularName: 'tag',
    pluralName: 'tags',
    displayName: 'Thẻ',
    description: 'Từ khoá gắn cho tin, bài',
  },
  options: { draftAndPublish: false },
  pluginOptions: { gazette: { type: 'tag', translated: ['name', 'slug'] } },
  attributes: {
    name: { type: 'string', required: true, maxLength: 255 },
    slug: { type: 'uid', targetField: 'name', maxLength: 120 },
    translations: translationsAttribute,
  },
};
