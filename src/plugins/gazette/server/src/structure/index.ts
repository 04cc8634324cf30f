export { anchorOfScope } from './anchor-of-scope';
export { CONTENTS_LEVELS } from './types';
export type { ContentsEntry, ContentsLevel } from './types';
export { withAnchors } from './with-anchors';
export type { AnchoredBody } from './with-anchors';
