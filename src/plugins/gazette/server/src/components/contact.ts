import type { ComponentSchema } from '../content-types/schema-types';

/** How to reach an office. */
export const contact: ComponentSchema = {
  collectionName: 'components_gazette_contacts',
  info: { displayName: 'Liên hệ', icon: 'phone' },
  options: {},
  attributes: {
    label: { type: 'string', maxLength: 255 },
    address: { type: 'text' },
    phone: { type: 'string', maxLength: 120 },
    email: { type: 'email' },
    url: { type: 'text', maxLength: 2000 },
  },
};
