/**
 * How one document of the register bears on another, in the order in which editors choose. The names are values of the
 * attribute `type` of a relation.
 */
export const RELATION_TYPES = [
  'based-on',
  'refers-to',
  'implements',
  'guides',
  'explains',
  'amends',
  'supplements',
  'replaces',
  'repeals',
  'annuls',
  'suspends',
  'resumes',
  'extends',
  'corrects',
  'consolidates',
] as const;

/** A value of the attribute `type` of a relation. */
export type RelationType = (typeof RELATION_TYPES)[number];

/** The types that decide whether, and when, their target is in force; all others leave its status alone. */
export const STATUS_TYPES = [
  'replaces',
  'repeals',
  'annuls',
  'suspends',
  'resumes',
  'extends',
] as const satisfies readonly RelationType[];

/** Whether a text names a type of relation. */
export const isRelationType = (type: string): type is RelationType => RELATION_TYPES.some((known) => known === type);
