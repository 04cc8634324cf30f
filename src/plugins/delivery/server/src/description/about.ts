import type { TagDescription } from './operation';

export const TITLE = 'Public API';

/** What holds for all addresses. */
export const ABOUT = [
  'What is published on this site. Reading needs no token, ignores `Authorization` and shows published content only.',
  "Every JSON answer is `{data, meta}`; JSON Feed, NDJSON and this description have forms of their own. Errors are Strapi's: `{data: null, error: {status, name, message, details}}`.",
  'A parameter that is unknown or cannot be used is a 400 that names it and what is allowed. Any other method than those of an address is a 405 with `Allow`; whatever answers `GET` answers `HEAD` and `OPTIONS`.',
  'Objects have the members described here and no others. With `fields`, an item or summary has only the members that it names.',
  "Members sign in at Strapi's own addresses, `/api/auth/local` and those beside it (https://docs.strapi.io/cms/features/users-permissions). Content is written at Strapi's standard REST routes, for API tokens with granted permissions (https://docs.strapi.io/cms/api/rest). Neither is described here.",
].join('\n\n');

/** The groups of delivery's own addresses, and of those that plugins add to its table. */
export const TAGS: readonly TagDescription[] = [
  { name: 'Reading', description: 'Lists and items.' },
  { name: 'Searching', description: 'Hits across collections.' },
  { name: 'Versions', description: 'What was public earlier, of what is public now.' },
  { name: 'Copies', description: 'For whoever keeps a copy of everything that is public, and stays in step.' },
  { name: 'About', description: 'This API itself.' },
];
