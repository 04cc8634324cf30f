import type { ContentTypeSchema } from '../schema-types';
import { translationsAttribute } from '../translations-attribute';

/** A person who writes (tác giả). */
export const schema: ContentTypeSchema = {
  kind: 'collectionType',
  collectionName: 'gazette_authors',
  info: {
    singularName: 'author',
    pluralName: 'authors',
    displayName: 'Tác giả',
    description: 'Người viết, cộng tác viên',
  },
  options: { draftAndPublish: false },
  pluginOptions: { gazette: { type: 'author', translated: ['role'] } },
  attributes: {
    name: { type: 'string', required: true, maxLength: 255 },
    slug: { type: 'uid', targetField: 'name', maxLength: 120 },
    role: { type: 'string', maxLength: 255 },
    unit: { type: 'string', maxLength: 255 },
    avatar: { type: 'media', multiple: false, allowedTypes: ['images'] },
    translations: translationsAttribute,
  },
};
