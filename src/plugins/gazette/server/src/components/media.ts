import type { ComponentSchema } from '../content-types/schema-types';

/** Video or sound: an uploaded file or an address elsewhere. */
export const media: ComponentSchema = {
  collectionName: 'components_gazette_media',
  info: { displayName: 'Video, âm thanh', icon: 'play' },
  options: {},
  attributes: {
    kind: { type: 'enumeration', enum: ['video', 'audio'] },
    file: { type: 'media', multiple: false, allowedTypes: ['videos', 'audios'] },
    url: { type: 'text', maxLength: 2000 },
    caption: { type: 'text' },
    transcript: { type: 'text' },
  },
};
