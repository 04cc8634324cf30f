/** Labels of an issuer. */
export const issuer = {
  name: 'Name',
  shortName: 'Short name',
  code: 'Code in symbols',
  slug: 'Slug',
  level: 'Level',
  branch: 'Branch',
  parent: 'Parent',
  predecessors: 'Predecessors',
  validFrom: 'Valid from',
  validTo: 'Valid to',
  contact: 'Contact',
  translations: 'Translations',
};

/** Labels of a topic. */
export const topic = {
  name: 'Name',
  slug: 'Slug',
  description: 'Description',
  parent: 'Parent',
  position: 'Position',
  translations: 'Translations',
};

/** Labels of a dossier. */
export const dossier = {
  title: 'Title',
  slug: 'Slug',
  summary: 'Summary',
  topics: 'Topics',
  translations: 'Translations',
};

/** Labels of a tag. */
export const tag = {
  name: 'Name',
  slug: 'Slug',
  translations: 'Translations',
};

/** Labels of an author. */
export const author = {
  name: 'Name',
  slug: 'Slug',
  role: 'Position held',
  unit: 'Unit',
  avatar: 'Portrait',
  translations: 'Translations',
};

/** Labels of a static page. */
export const page = {
  title: 'Title',
  slug: 'Slug',
  parent: 'Parent',
  position: 'Position',
  body: 'Body',
  seo: 'Search engines (SEO)',
  revision: 'Revision',
};

/** Labels of the site. */
export const site = {
  name: 'Name',
  tagline: 'Tagline',
  logo: 'Logo',
  contacts: 'Contacts',
  menus: 'Menus',
};
