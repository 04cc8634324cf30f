export { slugOf } from './slug-of';
export { titleSortKey } from './title-sort-key';
export { toNfc } from './to-nfc';
