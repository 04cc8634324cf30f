import { localized, shared } from '../localization';
import type { ContentTypeSchema } from '../schema-types';

/** The site itself: its name, contacts and menus. */
export const schema: ContentTypeSchema = {
  kind: 'singleType',
  collectionName: 'gazette_site',
  info: {
    singularName: 'site',
    pluralName: 'sites',
    displayName: 'Trang chủ và liên hệ',
    description: 'Tên cổng, biểu trưng, liên hệ và trình đơn',
  },
  options: { draftAndPublish: false },
  pluginOptions: { i18n: { localized: true }, gazette: { type: 'site' } },
  attributes: {
    name: { type: 'string', required: true, maxLength: 255, ...localized },
    tagline: { type: 'string', maxLength: 255, ...localized },
    logo: { type: 'media', multiple: false, allowedTypes: ['images'], ...shared },
    contacts: { type: 'component', component: 'gazette.contact', repeatable: true, ...shared },
    menus: { type: 'component', component: 'gazette.menu', repeatable: true, ...localized },
  },
};
