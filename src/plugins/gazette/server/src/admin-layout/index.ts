export * from './apply-default-layouts';
export * from './configuration';
export * from './layout-types';
export * from './layouts';
