import { bodyOf, comparable, type Body } from './issuer-names';

/** Whether a text can mean a body of the register: `unknown` where it says too little, or in words that are not known. */
export type SameIssuer = 'same' | 'unknown' | 'other';

const differ = (a: string | null, b: string | null): boolean => a !== null && b !== null && a !== b;

/**
 * A register knows places by their full names, of which a text may leave out the end: "gò công" can be "gò công tây", and
 * rules nothing out. It does not add to them: "tân phú đông" is not "tân phú". Fields of ministries and departments do grow.
 */
const differentPlaces = (stated: Body, known: Body): boolean => {
  if (stated.place === null || known.place === null || stated.place === known.place) return false;
  if (` ${known.place} `.includes(` ${stated.place} `)) return false;
  return !(hasField(stated) && ` ${stated.place} `.includes(` ${known.place} `));
};

const hasField = ({ kind }: Body): boolean => kind === 'ministry' || kind === 'department';

const contradict = (stated: Body, known: Body): boolean => {
  if (stated.kind === '*' || known.kind === '*') return differ(stated.tier, known.tier);
  return (
    differ(stated.kind, known.kind) ||
    differ(stated.tier, known.tier) ||
    differentPlaces(stated, known) ||
    [...stated.above].some(([tier, place]) => differ(place, known.above.get(tier) ?? null))
  );
};

const compareNames = (stated: string, known: string): SameIssuer => {
  if (stated === known) return 'same';
  const [a, b] = [bodyOf(stated), bodyOf(known)];
  if (a !== null && b !== null) {
    if (contradict(a, b)) return 'other';
    if (a.kind === b.kind && a.place === b.place) return 'same';
    // "UBND xã" fits every commune; "gò công" is one of several.
    return a.place === null || b.place === null ? prefixed(stated, known) : 'unknown';
  }
  return prefixed(stated, known);
};

const prefixed = (stated: string, known: string): SameIssuer =>
  known.startsWith(`${stated} `) || stated.startsWith(`${known} `) ? 'same' : 'unknown';

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
