import type { RelationType } from '../legal-status';

/**
 * From the strongest to the weakest: where a text says several things of one document, the first of these wins. What
 * ends a document comes before what changes it, and the more telling word before the plainer one: a document that is
 * replaced and "hết hiệu lực" is replaced.
 */
const order: readonly RelationType[] = [
  'annuls',
  'replaces',
  'repeals',
  'resumes',
  'suspends',
  'extends',
  'consolidates',
  'amends',
  'supplements',
  'corrects',
  'explains',
  'guides',
  'implements',
  'based-on',
  'refers-to',
];

const rank = new Map(order.map((type, index) => [type, index]));

/** Negative when `one` is stronger than `other`. */
export function compareStrength(one: RelationType, other: RelationType): number {
  return (rank.get(one) ?? 0) - (rank.get(other) ?? 0);
}

/** Relations that act on the other document or its text; the rest only use it. */
const weak: ReadonlySet<RelationType> = new Set(['based-on', 'refers-to', 'implements', 'guides', 'explains']);

export function isEffect(type: RelationType): boolean {
  return !weak.has(type);
}

/** Relations that change the status of the other document, so that a part must not pass for the whole. */
const onStatus: ReadonlySet<RelationType> = new Set(['annuls', 'replaces', 'repeals', 'suspends', 'resumes']);

export function changesStatus(type: RelationType): boolean {
  return onStatus.has(type);
}
