export * from './component-schemas';
export * from './register-components';
