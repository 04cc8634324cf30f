export { apiToken, createAdmin, type Administrator } from './accounts';
export { articleData, createArticle, updateArticle, type ArticleOptions } from './articles';
export { countQueries, type QueryCount } from './count-queries';
export { eventually } from './eventually';
export { redact } from './redact';
export { createResolution } from './resolutions';
export { startApp, type StartOptions, type TestApp } from './start-app';
export type { DocumentParams, DocumentRow, Documents, TestStrapi } from './test-strapi';
