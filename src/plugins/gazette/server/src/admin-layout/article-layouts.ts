import type { AdminLayout } from './layout-types';

export const articleLayout: AdminLayout = {
  mainField: 'title',
  edit: [
    [['title', 12]],
    [
      ['slug', 6],
      ['kicker', 6],
    ],
    [['lead', 12]],
    [['cover', 12]],
    [['body', 12]],
    [
      ['topics', 4],
      ['dossiers', 4],
      ['tags', 4],
    ],
    [['authorships', 12]],
    [
      ['byline', 6],
      ['releasedAt', 6],
    ],
    [['source', 12]],
    [
      ['directives', 4],
      ['resolutions', 4],
      ['related', 4],
    ],
    [['dismissedCitations', 12]],
    [
      ['updateType', 4],
      ['changeNote', 8],
    ],
    [['corrections', 12]],
    [['withdrawal', 12]],
    [
      ['featured', 4],
      ['allowRating', 4],
      ['pinnedUntil', 4],
    ],
    [['seo', 12]],
  ],
  list: ['title', 'topics', 'releasedAt', 'updatedAt'],
  sort: ['updatedAt', 'DESC'],
  readOnly: ['publicUpdatedAt', 'revision'],
};

export const pageLayout: AdminLayout = {
  mainField: 'title',
  edit: [
    [['title', 12]],
    [
      ['slug', 6],
      ['parent', 4],
      ['position', 2],
    ],
    [['body', 12]],
    [['seo', 12]],
  ],
  list: ['title', 'parent', 'position', 'updatedAt'],
  sort: ['title', 'ASC'],
  readOnly: ['revision'],
};

export const siteLayout: AdminLayout = {
  mainField: 'name',
  edit: [
    [
      ['name', 6],
      ['tagline', 6],
    ],
    [['logo', 6]],
    [['contacts', 12]],
    [['menus', 12]],
  ],
};
