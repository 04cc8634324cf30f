import type { LegalEffect, Register, RegisterDocument } from './types';

/** Groups effects under one of their ends. */
export const groupBy = (
  effects: Iterable<LegalEffect>,
  end: 'source' | 'target',
): ReadonlyMap<string, readonly LegalEffect[]> => {
  const groups = new Map<string, LegalEffect[]>();
  for (const effect of effects) {
    const group = groups.get(effect[end]);
    if (group === undefined) groups.set(effect[end], [effect]);
    else group.push(effect);
  }
  return groups;
};

/** A register of documents and effects that are at hand. */
export const registerOf = (documents: Iterable<RegisterDocument>, effects: Iterable<LegalEffect>): Register => {
  const byId = new Map([...documents].map((document) => [document.id, document]));
  const incoming = groupBy(effects, 'target');
  return { document: (id) => byId.get(id), effectsOn: (id) => incoming.get(id) ?? [] };
};
