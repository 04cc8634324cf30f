import type { ContentTypeSchema } from '../schema-types';
import { translationsAttribute } from '../translations-attribute';

/** A running story (dòng sự kiện). */
export const schema: ContentTypeSchema = {
  kind: 'collectionType',
  collectionName: 'gazette_dossiers',
  info: {
    singularName: 'dossier',
    pluralName: 'dossiers',
    displayName: 'Dòng sự kiện',
    description: 'Chuỗi tin, bài theo một sự kiện',
  },
  options: { draftAndPublish: false },
  pluginOptions: { gazette: { type: 'dossier', translated: ['title', 'slug', 'summary'] } },
  attributes: {
    title: { type: 'string', required: true, maxLength: 255 },
    slug: { type: 'uid', targetField: 'title', maxLength: 120 },
    summary: { type: 'text' },
    topics: { type: 'relation', relation: 'manyToMany', target: 'plugin::gazette.topic' },
    translations: translationsAttribute,
  },
};
