export { proposeRelations } from './propose-relations';
export { relationTypes } from './types';
export type { ProposedRelation, RelationType } from './types';
