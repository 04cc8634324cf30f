/** Names of the content types in addresses of the management API. */
export interface ManagedType {
  singular: string;
  plural: string;
}

export const COLLECTION_TYPES: readonly ManagedType[] = [
  { singular: 'article', plural: 'articles' },
  { singular: 'directive', plural: 'directives' },
  { singular: 'resolution', plural: 'resolutions' },
  { singular: 'issuer', plural: 'issuers' },
  { singular: 'topic', plural: 'topics' },
  { singular: 'dossier', plural: 'dossiers' },
  { singular: 'tag', plural: 'tags' },
  { singular: 'author', plural: 'authors' },
  { singular: 'page', plural: 'pages' },
];

export const SINGLE_TYPES: readonly ManagedType[] = [{ singular: 'site', plural: 'site' }];
