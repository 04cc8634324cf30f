import type { Level } from './index-text';

/** In which form a word is compared. */
export type Form = 'accented' | 'folded';

/** A condition on the index. Each database has its own way of writing it. */
export type Expression =
  /** An entry in the parts up to a level. */
  | { kind: 'entry'; form: Form; level: Level; entry: string; isPrefix: boolean }
  /** The key of a symbol that names the item. */
  | { kind: 'symbol'; key: string }
  /** A place: a list in a language. */
  | { kind: 'place'; place: string }
  | { kind: 'all'; of: Expression[] }
  | { kind: 'any'; of: Expression[] }
  | { kind: 'except'; from: Expression; without: Expression };

export const all = (of: Expression[]): Expression => (of.length === 1 && of[0] ? of[0] : { kind: 'all', of });

export const any = (of: Expression[]): Expression => (of.length === 1 && of[0] ? of[0] : { kind: 'any', of });

/** @param without nothing is left out where it is empty */
export const except = (from: Expression, without: Expression[]): Expression =>
  without.length === 0 ? from : { kind: 'except', from, without: any(without) };

/** The name of a list in a language among the entries of the index. */
export const placeOf = (list: string, locale: string): string => `@${list}@${locale.toLowerCase()}`;
