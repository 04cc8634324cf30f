/** Names of the content types, as menus and headings show them. */
export const typeNames = {
  article: 'Articles',
  directive: 'Directives',
  resolution: 'Resolutions',
  issuer: 'Issuers',
  topic: 'Topics',
  dossier: 'Dossiers',
  tag: 'Tags',
  author: 'Authors',
  page: 'Pages',
  site: 'Home page and contacts',
};

/** Names of the components. */
export const componentNames = {
  text: 'Text',
  html: 'HTML',
  figure: 'Figure',
  gallery: 'Gallery',
  media: 'Video or sound',
  quote: 'Quotation',
  source: 'Source',
  authorship: 'Author',
  translation: 'Translation',
  correction: 'Correction',
  withdrawal: 'Withdrawal',
  seo: 'SEO',
  signer: 'Signer',
  attachment: 'Attachment',
  'legal-relation': 'Relation to a document',
  task: 'Task',
  menu: 'Menu',
  'menu-item': 'Menu item',
  contact: 'Contact',
};

/** Columns that Strapi adds to every type. */
export const systemFields = {
  id: 'ID',
  documentId: 'Document ID',
  createdAt: 'Created at',
  updatedAt: 'Updated at',
  publishedAt: 'Published at',
  createdBy: 'Created by',
  updatedBy: 'Updated by',
};
