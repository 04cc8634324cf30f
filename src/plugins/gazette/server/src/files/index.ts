export * from './keep-digests';
