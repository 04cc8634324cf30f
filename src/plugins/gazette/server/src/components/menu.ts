import type { ComponentSchema } from '../content-types/schema-types';

/** A menu of the site. */
export const menu: ComponentSchema = {
  collectionName: 'components_gazette_menus',
  info: { displayName: 'Trình đơn', icon: 'layout' },
  options: {},
  attributes: {
    title: { type: 'string', required: true, maxLength: 120 },
    items: { type: 'component', component: 'gazette.menu-item', repeatable: true },
  },
};
