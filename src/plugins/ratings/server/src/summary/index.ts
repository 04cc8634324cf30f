export * from './opening';
export { summarySchema } from './schema';
export * from './summary';
