import type { ContentTypeSchema } from '../schema-types';
import { translationsAttribute } from '../translations-attribute';

/** An authority that issues documents (cơ quan ban hành). Dated, because authorities merge and end. */
export const schema: ContentTypeSchema = {
  kind: 'collectionType',
  collectionName: 'gazette_issuers',
  info: {
    singularName: 'issuer',
    pluralName: 'issuers',
    displayName: 'Cơ quan ban hành',
    description: 'Cơ quan, tổ chức ban hành văn bản',
  },
  options: { draftAndPublish: false },
  pluginOptions: { gazette: { type: 'issuer', translated: ['name', 'shortName'] } },
  attributes: {
    name: { type: 'string', required: true, maxLength: 255 },
    shortName: { type: 'string', maxLength: 120 },
    code: { type: 'string', maxLength: 60 },
    slug: { type: 'uid', targetField: 'name', maxLength: 120 },
    level: { type: 'enumeration', enum: ['central', 'province', 'district', 'commune', 'grassroots', 'ministry'] },
    branch: { type: 'enumeration', enum: ['party', 'state', 'council', 'front', 'union', 'other'] },
    parent: { type: 'relation', relation: 'manyToOne', target: 'plugin::gazette.issuer' },
    predecessors: { type: 'relation', relation: 'manyToMany', target: 'plugin::gazette.issuer' },
    validFrom: { type: 'date' },
    validTo: { type: 'date' },
    contact: { type: 'component', component: 'gazette.contact', repeatable: false },
    translations: translationsAttribute,
  },
};
