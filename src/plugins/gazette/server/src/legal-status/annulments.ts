import { components } from './circles';
import { scopeOf } from './scope';
import type { LegalEffect, Register } from './types';

/** Which documents of a register are annulled as a whole. Answers are remembered: make a new one for a new register. */
export interface Annulments {
  /** Whether a document that stands itself annuls it. */
  isAnnulled(id: string): boolean;
  /** The documents (sorted, itself included) that annul each other in a circle which nothing outside decides; else empty. */
  circleOf(id: string): readonly string[];
}

/** Whether an effect annuls the whole of another document. */
export const isWholeAnnulment = (effect: LegalEffect): boolean =>
  effect.type === 'annuls' && scopeOf(effect) === null && effect.source !== effect.target;

/**
 * A document is annulled where one that is not annulled annuls it. What is left then annuls itself in circles: such
 * annulments cancel each other, and all documents of the circle stand. The answer for a document depends on nothing but
 * the annulments that lead to it, and on no order.
 */
export const annulmentsIn = (register: Register): Annulments => {
  const annulled = new Map<string, boolean>();
  const circles = new Map<string, readonly string[]>();

  const decide = (id: string): boolean => {
    if (!annulled.has(id)) settle(openAttackers(register, id, annulled), annulled, circles);
    return annulled.get(id) ?? false;
  };
  return {
    isAnnulled: decide,
    circleOf: (id) => {
      decide(id);
      return circles.get(id) ?? [];
    },
  };
};

/** For every undecided document that bears on `id`: what annuls it and is not known to be annulled. */
const openAttackers = (
  register: Register,
  id: string,
  annulled: ReadonlyMap<string, boolean>,
): Map<string, Set<string>> => {
  const attackers = new Map<string, Set<string>>();
  const ahead = [id];
  for (let node = ahead.pop(); node !== undefined; node = ahead.pop()) {
    if (attackers.has(node) || annulled.has(node)) continue;
    const sources = register
      .effectsOn(node)
      .filter((effect) => isWholeAnnulment(effect) && register.document(effect.source) !== undefined)
      .map(({ source }) => source)
      .filter((source) => annulled.get(source) !== true);
    attackers.set(node, new Set(sources));
    ahead.push(...sources);
  }
  return attackers;
};

/** Decides every document that `attackers` lists; `annulled` and `circles` take the answers. */
const settle = (
  attackers: ReadonlyMap<string, Set<string>>,
  annulled: Map<string, boolean>,
  circles: Map<string, readonly string[]>,
): void => {
  const victims = new Map<string, string[]>();
  const ready: string[] = [];
  for (const [victim, sources] of attackers) {
    for (const source of sources) {
      const known = victims.get(source);
      if (known === undefined) victims.set(source, [victim]);
      else known.push(victim);
    }
    if (sources.size === 0) ready.push(victim);
  }

  const fall = (node: string): void => {
    annulled.set(node, true);
    for (const victim of victims.get(node) ?? []) {
      const left = attackers.get(victim);
      left?.delete(node);
      if (left?.size === 0 && !annulled.has(victim)) ready.push(victim);
    }
  };
  const spread = (): void => {
    for (let node = ready.pop(); node !== undefined; node = ready.pop()) {
      annulled.set(node, false);
      for (const victim of victims.get(node) ?? []) if (!annulled.has(victim)) fall(victim);
    }
  };
  const isOpen = (node: string): boolean => !annulled.has(node);
  const openSources = (node: string): string[] => [...(attackers.get(node) ?? [])].filter(isOpen);

  for (const [node, sources] of attackers) {
    if (isOpen(node) && [...sources].some((source) => annulled.get(source) === false)) fall(node);
  }
  spread();
  for (let open = [...attackers.keys()].filter(isOpen); open.length > 0; open = open.filter(isOpen)) {
    for (const members of components(open, openSources)) {
      const circle = new Set(members);
      if (!members.every((node) => isOpen(node) && openSources(node).every((source) => circle.has(source)))) continue;
      const sorted = members.sort();
      for (const node of sorted) {
        annulled.set(node, false);
        circles.set(node, sorted);
      }
      ready.push(...sorted);
      spread();
    }
  }
};
