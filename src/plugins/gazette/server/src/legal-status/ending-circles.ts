import { dayOfEffect } from './acts';
import { annulmentsIn, type Annulments } from './annulments';
import { circles } from './circles';
import { groupBy } from './memory-register';
import type { Problem } from './problem-types';
import { scopeOf } from './scope';
import type { LegalEffect, Register } from './types';

/**
 * Documents that replace or repeal each other in a circle, as a whole. Each of them ends on the day the register says; a
 * circle is reported once, because one of its relations is likely to be a mistake.
 *
 * @param effects those to look at, of the whole register or a part of it; other types than replaces and repeals may be among them
 * @param register must know the acting documents and what annuls them
 */
export const endingCircles = (
  effects: Iterable<LegalEffect>,
  register: Register,
  annulments: Annulments = annulmentsIn(register),
): Problem[] => {
  const endings = groupBy(
    [...effects].filter((effect) => endsWhole(effect) && !annulments.isAnnulled(effect.source)),
    'source',
  );
  const from = (id: string): readonly LegalEffect[] => endings.get(id) ?? [];
  return circles(endings.keys(), (id) => from(id).map(({ target }) => target)).map((documents) => {
    const members = new Set(documents);
    const inside = documents.flatMap((id) => from(id).filter(({ target }) => members.has(target)));
    const days = new Set(inside.map((effect) => dayOf(effect, register)));
    const types = new Set(inside.map(({ type }) => type));
    return {
      code: 'ending-circle',
      documents,
      by: null,
      type: onlyOne(types),
      scope: null,
      on: onlyOne(days),
    };
  });
};

const endsWhole = (effect: LegalEffect): boolean =>
  (effect.type === 'replaces' || effect.type === 'repeals') &&
  scopeOf(effect) === null &&
  effect.source !== effect.target;

const dayOf = (effect: LegalEffect, register: Register): string | null => {
  const source = register.document(effect.source);
  return source === undefined ? null : dayOfEffect(effect, source);
};

const onlyOne = <Value>(values: ReadonlySet<Value>): Value | null => {
  const [first = null] = values;
  return values.size === 1 ? first : null;
};
