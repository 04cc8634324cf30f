import type { ComponentSchema } from '../content-types/schema-types';

/** The notice that a published text is withdrawn; the text stays readable. */
export const withdrawal: ComponentSchema = {
  collectionName: 'components_gazette_withdrawals',
  info: { displayName: 'Thu hồi', icon: 'cross' },
  options: {},
  attributes: {
    at: { type: 'datetime', required: true },
    reason: { type: 'text', required: true },
  },
};
