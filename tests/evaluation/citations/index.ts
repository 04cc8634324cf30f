export * from './labelled-texts';
export * from './report';
export * from './score';
