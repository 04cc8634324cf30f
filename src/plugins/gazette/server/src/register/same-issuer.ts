import { bodyOf, comparable, type Body } from './issuer-names';

/** Whether a text can mean a body of the register: `unknown` where it says too little, or in words that are not known. */
export type SameIssuer = 'same' | 'unknown' | 'other';

const differ = (a: string | null, b: string | null): boolean => a !== null && b !== null && a !== b;

/** One place within another's name ("go cong" in "go cong tay") may be a short form, and rules nothing out. */
const differentPlaces = (a: string | null, b: string | null): boolean =>
  a !== null && b !== null && !a.includes(b) && !b.includes(a);

const contradict = (stated: Body, known: Body): boolean => {
  if (stated.kind === '*' || known.kind === '*') return differ(stated.tier, known.tier);
  return (
    differ(stated.kind, known.kind) || differ(stated.tier, known.tier) || differentPlaces(stated.place, known.place)
  );
};

const compareNames = (stated: string, known: string): SameIssuer => {
  if (stated === known) return 'same';
  const [a, b] = [bodyOf(stated), bodyOf(known)];
  if (a !== null && b !== null && contradict(a, b)) return 'other';
  if (known.startsWith(`${stated} `) || stated.startsWith(`${known} `)) return 'same';
  return a !== null && b !== null && a.kind === b.kind && a.place !== null && a.place === b.place ? 'same' : 'unknown';
};

/**
 * Whether an issuer as a text states it can be one of these. Only what is certain rules out: another kind of body, another
 * tier or another place.
 * @param names every name of every issuer of one document
 */
export const sameIssuer = (stated: string, names: readonly string[]): SameIssuer => {
  const text = comparable(stated);
  const answers = names.filter((name) => name !== '').map((name) => compareNames(text, comparable(name)));
  if (answers.includes('same')) return 'same';
  return answers.length > 0 && answers.every((answer) => answer === 'other') ? 'other' : 'unknown';
};
