import { localized, shared } from '../localization';
import { publicationAttributes } from '../publication-attributes';
import type { ContentTypeSchema } from '../schema-types';
import { bodyAttribute } from '../section-attributes';

/** A news article (bài viết). */
export const schema: ContentTypeSchema = {
  kind: 'collectionType',
  collectionName: 'gazette_articles',
  info: {
    singularName: 'article',
    pluralName: 'articles',
    displayName: 'Bài viết',
    description: 'Tin, bài của cổng thông tin',
  },
  options: { draftAndPublish: true },
  pluginOptions: { i18n: { localized: true }, gazette: { type: 'article' } },
  config: { attributes: { changeHistory: { hidden: true }, imported: { hidden: true } } },
  attributes: {
    title: { type: 'string', required: true, maxLength: 300, column: { args: [300] }, ...localized },
    slug: { type: 'uid', targetField: 'title', maxLength: 120, ...localized },
    kicker: { type: 'string', maxLength: 120, ...localized },
    lead: { type: 'text', maxLength: 2000, ...localized },
    cover: { type: 'component', component: 'gazette.figure', repeatable: false, ...localized },
    body: bodyAttribute,
    topics: { type: 'relation', relation: 'manyToMany', target: 'plugin::gazette.topic', ...shared },
    dossiers: { type: 'relation', relation: 'manyToMany', target: 'plugin::gazette.dossier', ...shared },
    tags: { type: 'relation', relation: 'manyToMany', target: 'plugin::gazette.tag', ...shared },
    authorships: { type: 'component', component: 'gazette.authorship', repeatable: true, ...shared },
    byline: { type: 'string', maxLength: 200, ...localized },
    source: { type: 'component', component: 'gazette.source', repeatable: false, ...shared },
    directives: { type: 'relation', relation: 'manyToMany', target: 'plugin::gazette.directive', ...shared },
    resolutions: { type: 'relation', relation: 'manyToMany', target: 'plugin::gazette.resolution', ...shared },
    related: { type: 'relation', relation: 'manyToMany', target: 'plugin::gazette.article', ...shared },
    ...publicationAttributes,
    allowRating: { type: 'boolean', default: true, ...shared },
    featured: { type: 'boolean', default: false, ...shared },
    pinnedUntil: { type: 'datetime', ...shared },
    imported: { type: 'json', private: true, ...shared },
  },
};
