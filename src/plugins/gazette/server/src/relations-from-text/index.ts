export { proposeRelations } from './propose-relations';
export type { ProposedRelation } from './types';
