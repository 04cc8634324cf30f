export { isEmptyDatabase } from './is-empty-database';
export { loadSampleContent, type SampleOptions } from './load-sample-content';
export { readSampleContent } from './read-sample-content';
