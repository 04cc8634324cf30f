import { localized, shared } from '../localization';
import type { ContentTypeSchema } from '../schema-types';
import { bodyAttribute, revisionAttribute, seoAttribute } from '../section-attributes';

/** A static page (trang tĩnh). */
export const schema: ContentTypeSchema = {
  kind: 'collectionType',
  collectionName: 'gazette_pages',
  info: {
    singularName: 'page',
    pluralName: 'pages',
    displayName: 'Trang tĩnh',
    description: 'Giới thiệu, liên hệ và các trang ít thay đổi',
  },
  options: { draftAndPublish: true },
  pluginOptions: { i18n: { localized: true }, gazette: { type: 'page' } },
  attributes: {
    title: { type: 'string', required: true, maxLength: 300, column: { args: [300] }, ...localized },
    slug: { type: 'uid', targetField: 'title', maxLength: 120, ...localized },
    parent: { type: 'relation', relation: 'manyToOne', target: 'plugin::gazette.page', ...shared },
    position: { type: 'integer', default: 0, ...shared },
    body: bodyAttribute,
    seo: seoAttribute,
    revision: revisionAttribute,
  },
};
