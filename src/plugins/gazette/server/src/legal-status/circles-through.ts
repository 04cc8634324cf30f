import { endingCircles } from './ending-circles';
import { loadRegister, type RegisterStore } from './load-register';
import type { Problem } from './problem-types';
import type { RelationType } from './relation-types';

const ENDINGS = ['replaces', 'repeals'] as const satisfies readonly RelationType[];

/**
 * The circles of replacements and repeals that a document is part of. Follows the endings that start from it, round by
 * round; no document is asked for twice, so circles end. Without a way back nothing else is read.
 */
export const circlesThrough = async (id: string, store: RegisterStore): Promise<Problem[]> => {
  const reached = new Set<string>();
  let leadsBack = false;
  let round = [id];
  while (round.length > 0) {
    const targets = (await store.effectsOf(round, ENDINGS)).map(({ target }) => target);
    leadsBack ||= targets.includes(id);
    round = [...new Set(targets)].filter((target) => target !== id && !reached.has(target));
    for (const target of round) reached.add(target);
  }
  if (!leadsBack) return [];
  const members = [id, ...reached];
  const register = await loadRegister(members, store, ENDINGS);
  const effects = members.flatMap((member) => register.effectsOn(member));
  return endingCircles(effects, register).filter(({ documents }) => documents.includes(id));
};
