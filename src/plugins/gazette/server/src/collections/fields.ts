/** Members that delivery puts before and behind what a presenter returns. */
export const FRAME_FIELDS = ['documentId', 'collection', 'locale', 'slug', 'url', 'localizations'] as const;
export const VERSION_FIELD = 'version';

/** What lists leave out of items. */
const leftOut: ReadonlySet<string> = new Set([
  'body',
  'bodyHtml',
  'bodyText',
  'contents',
  'jsonLd',
  'attachments',
  'relations',
  'tasks',
]);

/** The attributes of an item that its list shows too. */
export const listed = (fields: readonly string[]): string[] => fields.filter((field) => !leftOut.has(field));
