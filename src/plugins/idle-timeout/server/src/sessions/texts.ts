/** Names of the texts that editors see and a host may word differently; the texts themselves are the admin's. */
export const TEXT_NAMES = [
  'title',
  'body',
  'stay',
  'ended-title',
  'ended-body',
  'close',
  'typed-title',
  'typed-body',
  'typed-changed',
  'typed-restore',
  'typed-drop',
] as const;

export type TextName = (typeof TEXT_NAMES)[number];
