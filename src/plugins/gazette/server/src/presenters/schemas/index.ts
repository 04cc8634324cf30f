export * from './article';
export * from './common';
export * from './document';
export * from './status';
export * from './supporting';
