export * from './opening';
export * from './summary';
