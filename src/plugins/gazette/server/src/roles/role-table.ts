/** What a role may do with a type of content. */
export type Right = 'create' | 'read' | 'update' | 'delete' | 'publish';

export interface RoleDefinition {
  code: string;
  name: string;
  description: string;
  /** Rights by content type; `own` limits changing and deleting to what the person made. */
  rights: Record<string, readonly Right[]>;
  own: boolean;
  /** What it may do in other plugins. */
  actions: readonly string[];
}

const CONTENT = ['article', 'directive', 'resolution', 'page'];
const SUPPORTING = ['topic', 'dossier', 'tag', 'author', 'issuer'];

const rights = (types: string[], granted: readonly Right[]) =>
  Object.fromEntries(types.map((type) => [`plugin::gazette.${type}`, granted]));

/** Who does what in an editorial office. Names are shown to Vietnamese editors; the description says the same in English. */
export const ROLES: readonly RoleDefinition[] = [
  {
    code: 'gazette-writer',
    name: 'Người viết',
    description: 'Writer: viết và sửa bài, văn bản do mình tạo; không xuất bản.',
    rights: { ...rights(CONTENT, ['create', 'read', 'update', 'delete']), ...rights(SUPPORTING, ['read']) },
    own: true,
    actions: ['plugin::ratings.read'],
  },
  {
    code: 'gazette-editor',
    name: 'Biên tập viên',
    description: 'Editor: biên tập mọi bài, văn bản và danh mục; không xuất bản.',
    rights: {
      ...rights(CONTENT, ['create', 'read', 'update', 'delete']),
      ...rights(SUPPORTING, ['create', 'read', 'update', 'delete']),
    },
    own: false,
    actions: ['plugin::ratings.read'],
  },
  {
    code: 'gazette-publisher',
    name: 'Người xuất bản',
    description: 'Publisher: biên tập, xuất bản và gỡ xuất bản; quản lý thông tin chung của cổng.',
    rights: {
      ...rights(CONTENT, ['create', 'read', 'update', 'delete', 'publish']),
      ...rights(SUPPORTING, ['create', 'read', 'update', 'delete']),
      'plugin::gazette.site': ['create', 'read', 'update'],
    },
    own: false,
    actions: ['plugin::ratings.read', 'plugin::ratings.annul'],
  },
];
