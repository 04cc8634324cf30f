import type { AdminLayout } from './layout-types';

export const issuerLayout: AdminLayout = {
  mainField: 'name',
  edit: [
    [
      ['name', 8],
      ['shortName', 4],
    ],
    [
      ['code', 4],
      ['slug', 8],
    ],
    [
      ['level', 6],
      ['branch', 6],
    ],
    [
      ['parent', 6],
      ['predecessors', 6],
    ],
    [
      ['validFrom', 6],
      ['validTo', 6],
    ],
    [['contact', 12]],
    [['translations', 12]],
  ],
  list: ['name', 'code', 'level', 'branch', 'validTo'],
  sort: ['name', 'ASC'],
};

export const topicLayout: AdminLayout = {
  mainField: 'name',
  edit: [
    [
      ['name', 6],
      ['slug', 6],
    ],
    [
      ['parent', 8],
      ['position', 4],
    ],
    [['description', 12]],
    [['translations', 12]],
  ],
  list: ['name', 'slug', 'parent', 'position'],
  sort: ['position', 'ASC'],
};

export const dossierLayout: AdminLayout = {
  mainField: 'title',
  edit: [
    [
      ['title', 6],
      ['slug', 6],
    ],
    [['summary', 12]],
    [['topics', 12]],
    [['translations', 12]],
  ],
  list: ['title', 'slug', 'topics', 'updatedAt'],
  sort: ['updatedAt', 'DESC'],
};

export const tagLayout: AdminLayout = {
  mainField: 'name',
  edit: [
    [
      ['name', 6],
      ['slug', 6],
    ],
    [['translations', 12]],
  ],
  list: ['name', 'slug', 'updatedAt'],
  sort: ['name', 'ASC'],
};

export const authorLayout: AdminLayout = {
  mainField: 'name',
  edit: [
    [
      ['name', 6],
      ['slug', 6],
    ],
    [
      ['role', 6],
      ['unit', 6],
    ],
    [['avatar', 6]],
    [['translations', 12]],
  ],
  list: ['name', 'role', 'unit', 'updatedAt'],
  sort: ['name', 'ASC'],
};
