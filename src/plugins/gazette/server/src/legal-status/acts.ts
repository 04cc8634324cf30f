import type { Annulments } from './annulments';
import { compareTexts } from './compare';
import type { RelationType } from './relation-types';
import { scopeOf } from './scope';
import type { Day, LegalEffect, Register, RegisterDocument } from './types';

/** An effect that counts: its source is published and not annulled. */
export interface Act extends LegalEffect {
  /** Trimmed; null for the whole document. */
  scope: string | null;
  /** The day on which it happens; null where no date says it. */
  on: Day | null;
}

/** An effect whose day is known. */
export interface DatedAct extends Act {
  on: Day;
}

/** The first day in force: as stated, else the day of issue, which is no default for a normative document; null where unknown. */
export const firstDay = ({ effectiveFrom, issuedOn, normative }: RegisterDocument): Day | null =>
  effectiveFrom ?? (normative ? null : issuedOn);

/** The day on which an effect of `source` happens: its own, else the first day in force of `source`; null where unknown. */
export const dayOfEffect = (effect: LegalEffect, source: RegisterDocument): Day | null =>
  effect.effectiveOn ?? firstDay(source);

/** By day (what has none first), then type, source, scope and end: an order that does not depend on the database. */
const inOrder = (a: Act, b: Act): number =>
  compareTexts(a.on, b.on) ||
  compareTexts(a.type, b.type) ||
  compareTexts(a.source, b.source) ||
  compareTexts(a.scope, b.scope) ||
  compareTexts(a.until, b.until);

/** What other documents do to a document by the given types, in order of day. A relation stored twice counts once; one to itself does not count. */
export const actsOn = (
  id: string,
  register: Register,
  annulments: Annulments,
  types: readonly RelationType[],
): Act[] => {
  const acts = register.effectsOn(id).flatMap((effect): Act[] => {
    if (!types.includes(effect.type)) return [];
    const source = register.document(effect.source);
    if (source === undefined || source.id === id || annulments.isAnnulled(source.id)) return [];
    return [{ ...effect, scope: scopeOf(effect), on: dayOfEffect(effect, source) }];
  });
  return acts.sort(inOrder).filter((act, index) => index === 0 || inOrder(act, acts[index - 1] ?? act) !== 0);
};

/** Whether the day of an act is known; what has none does nothing yet. */
export const isDated = (act: Act): act is DatedAct => act.on !== null;
