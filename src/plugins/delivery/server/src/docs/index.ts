export { createDocsFiles, docsFileNames } from './files';
export { DOCS, docsPage, PAGE_POLICY } from './page';
