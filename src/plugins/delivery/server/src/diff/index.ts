export { changedFields, diffItems } from './item-diff';
export { diffTexts } from './text-diff';
export type * from './types';
