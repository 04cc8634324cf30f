import type { ContentTypeSchema } from '../schema-types';
import { translationsAttribute } from '../translations-attribute';

/** A subject in the tree of subjects (chuyên mục). */
export const schema: ContentTypeSchema = {
  kind: 'collectionType',
  collectionName: 'gazette_topics',
  info: {
    singularName: 'topic',
    pluralName: 'topics',
    displayName: 'Chuyên mục',
    description: 'Cây chuyên mục của cổng thông tin',
  },
  options: { draftAndPublish: false },
  pluginOptions: { gazette: { type: 'topic', translated: ['name', 'slug', 'description'] } },
  attributes: {
    name: { type: 'string', required: true, maxLength: 255 },
    slug: { type: 'uid', targetField: 'name', maxLength: 120 },
    description: { type: 'text' },
    parent: { type: 'relation', relation: 'manyToOne', target: 'plugin::gazette.topic' },
    position: { type: 'integer', default: 0 },
    translations: translationsAttribute,
  },
};
