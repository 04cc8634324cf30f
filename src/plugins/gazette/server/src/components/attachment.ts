import type { ComponentSchema } from '../content-types/schema-types';

/** A file of a document. */
export const attachment: ComponentSchema = {
  collectionName: 'components_gazette_attachments',
  info: { displayName: 'Tệp đính kèm', icon: 'attachment' },
  options: {},
  attributes: {
    file: { type: 'media', multiple: false, allowedTypes: ['images', 'videos', 'audios', 'files'], required: true },
    title: { type: 'string', maxLength: 255 },
    official: { type: 'boolean', default: false },
    accessible: { type: 'boolean', default: false },
    pages: { type: 'integer', min: 1 },
  },
};
