import { isWholeAnnulment } from './annulments';
import { registerOf } from './memory-register';
import { STATUS_TYPES, type RelationType } from './relation-types';
import type { LegalEffect, Register, RegisterDocument } from './types';

/** Where the register is stored. Lists of ids hold no id twice and may be long: cut them as the store needs. */
export interface RegisterStore {
  /** Those of the documents that are published, in any order. */
  documents(ids: readonly string[]): Promise<RegisterDocument[]>;
  /** The effects of published documents, of the given types, whose target is one of the ids. */
  effectsOn(ids: readonly string[], types: readonly RelationType[]): Promise<LegalEffect[]>;
  /** The effects of the given types whose source is one of the ids, if it is published. */
  effectsOf(ids: readonly string[], types: readonly RelationType[]): Promise<LegalEffect[]>;
}

/**
 * Reads what the status (or, with other types, the timeline) of some documents depends on, and nothing else: these
 * documents, what acts on them, the acting documents, and what annuls these, and so on. Each round asks for everything
 * new at once; circles end, because no document is asked for twice.
 */
export const loadRegister = async (
  ids: readonly string[],
  store: Pick<RegisterStore, 'documents' | 'effectsOn'>,
  types: readonly RelationType[] = STATUS_TYPES,
): Promise<Register> => {
  const known = new Set(ids);
  const effects: LegalEffect[] = [];
  let round = [...known];
  let wanted = types;
  while (round.length > 0) {
    const found = (await store.effectsOn(round, wanted)).filter(
      (effect) => wanted === types || isWholeAnnulment(effect),
    );
    for (const effect of found) effects.push(effect);
    round = [...new Set(found.map(({ source }) => source))].filter((id) => !known.has(id));
    for (const id of round) known.add(id);
    wanted = ANNULMENTS;
  }
  return registerOf(await store.documents([...known]), effects);
};

/**
 * The documents whose status may change when some documents enter or leave the register, or change their dates or
 * relations: themselves, what they act on, and, where they annul a document, what that one acts on, and so on. Ask
 * before and after the change, for relations may be gone or new.
 */
export const affectedBy = async (
  ids: readonly string[],
  store: Pick<RegisterStore, 'effectsOf'>,
): Promise<string[]> => {
  const affected = new Set(ids);
  const asked = new Set(ids);
  let round = [...asked];
  while (round.length > 0) {
    const found = await store.effectsOf(round, STATUS_TYPES);
    for (const { target } of found) affected.add(target);
    round = [...new Set(found.filter(isWholeAnnulment).map(({ target }) => target))].filter((id) => !asked.has(id));
    for (const id of round) asked.add(id);
  }
  return [...affected];
};

const ANNULMENTS = ['annuls'] as const satisfies readonly RelationType[];
