import type { ComponentSchema } from '../content-types/schema-types';

/** A link in a menu: to an address, or to anything public by its collection and document id. */
export const menuItem: ComponentSchema = {
  collectionName: 'components_gazette_menu_items',
  info: { displayName: 'Mục trình đơn', icon: 'bulletList' },
  options: {},
  attributes: {
    label: { type: 'string', required: true, maxLength: 255 },
    url: { type: 'text', maxLength: 2000 },
    targetCollection: {
      type: 'enumeration',
      enum: ['articles', 'directives', 'resolutions', 'topics', 'dossiers', 'issuers', 'authors', 'tags', 'pages'],
    },
    targetDocumentId: { type: 'string', maxLength: 60 },
  },
};
