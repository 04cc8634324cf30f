export * from './kinds';
export * from './kind-names';
