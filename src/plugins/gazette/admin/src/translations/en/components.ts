/** Labels of the attributes of each component. */
export const components = {
  text: {
    body: 'Body',
  },
  html: {
    html: 'HTML',
  },
  figure: {
    image: 'Image',
    alternativeText: 'Alternative text',
    caption: 'Caption',
    credit: 'Credit',
  },
  gallery: {
    title: 'Title',
    figures: 'Figures',
  },
  media: {
    kind: 'Kind',
    file: 'File',
    url: 'Address',
    caption: 'Caption',
    transcript: 'Transcript',
  },
  quote: {
    text: 'Text',
    cite: 'Cited from',
  },
  source: {
    name: 'Name',
    url: 'Address',
  },
  authorship: {
    author: 'Author',
    position: 'Position when written',
  },
  translation: {
    locale: 'Language',
    name: 'Name',
    shortName: 'Short name',
    title: 'Title',
    slug: 'Slug',
    summary: 'Summary',
    description: 'Description',
    role: 'Position held',
  },
  correction: {
    at: 'Time',
    text: 'Text',
  },
  withdrawal: {
    at: 'Time',
    reason: 'Reason',
  },
  seo: {
    metaTitle: 'Title in search results',
    metaDescription: 'Description in search results',
    noIndex: 'Keep out of search engines',
  },
  signer: {
    name: 'Name',
    position: 'Position',
    capacity: 'Capacity',
  },
  attachment: {
    file: 'File',
    title: 'Title',
    official: 'Official copy',
    accessible: 'Accessible',
    pages: 'Pages',
  },
  'legal-relation': {
    type: 'Type of relation',
    targetSymbol: 'Symbol of the other document',
    targetCollection: 'Register',
    targetDocumentId: 'Document id',
    scope: 'Scope (articles, clauses)',
    effectiveOn: 'Effective on',
    until: 'Until',
    note: 'Note',
  },
  task: {
    title: 'Task',
    leadIssuer: 'Lead authority',
    supportingIssuers: 'Supporting authorities',
    dueOn: 'Due on',
    status: 'Status',
    doneOn: 'Done on',
    note: 'Note',
  },
  menu: {
    title: 'Title',
    items: 'Items',
  },
  'menu-item': {
    label: 'Label',
    url: 'Address',
    targetCollection: 'Target collection',
    targetDocumentId: 'Target document id',
  },
  contact: {
    label: 'Label',
    address: 'Address',
    phone: 'Telephone',
    email: 'E-mail',
    url: 'Web address',
  },
};
