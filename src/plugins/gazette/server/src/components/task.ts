import type { ComponentSchema } from '../content-types/schema-types';

/** A task that a directive sets. Being late is computed, never stored. */
export const task: ComponentSchema = {
  collectionName: 'components_gazette_tasks',
  info: { displayName: 'Nhiệm vụ', icon: 'check' },
  options: {},
  attributes: {
    title: { type: 'string', required: true, maxLength: 500, column: { args: [500] } },
    leadIssuer: { type: 'relation', relation: 'manyToOne', target: 'plugin::gazette.issuer' },
    supportingIssuers: { type: 'relation', relation: 'manyToMany', target: 'plugin::gazette.issuer' },
    dueOn: { type: 'date' },
    status: { type: 'enumeration', enum: ['not-started', 'in-progress', 'done'], default: 'not-started' },
    doneOn: { type: 'date' },
    note: { type: 'text' },
  },
};
