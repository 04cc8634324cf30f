import { foldWord } from './characters';
import { findType } from './codes';
import { typeCodes } from './type-codes';
import type { SymbolFamily } from './types';

/** Nouns that name a kind without a code of their own, with the type code whose kind they are. */
const otherNouns: readonly (readonly [noun: string, code: string | null])[] = [
  ['Bộ luật', 'L'],
  ['Hiến pháp', null],
  ['Lệnh', 'L'],
  ['Thông báo kết luận', 'TB'],
  ['Kết luận thanh tra', 'KL'],
  ['Qui định', 'QĐi'],
  ['Qui chế', 'QC'],
];

const nouns = [
  ...typeCodes.flatMap(({ code, vi }) => vi.split(' hoặc ').map((noun): [string, string] => [noun, code])),
  ...otherNouns,
];
const codes = new Map(nouns.map(([noun, code]) => [foldWord(noun), code]));

/** Nouns of kinds of documents as they are written: Nghị quyết, Bộ luật. */
export const kindNames: readonly string[] = [...new Set(nouns.map(([noun]) => noun))];

/** The same nouns folded ("nghi quyet"), as they stand in front of a symbol. */
export const kindNouns: ReadonlySet<string> = new Set(codes.keys());

/** The type code that a folded noun names in symbols of `family` ("nghi dinh": NĐ), or null. */
export function typeOfNoun(noun: string, family: SymbolFamily): string | null {
  const code = codes.get(noun) ?? null;
  return code === null ? null : (findType(code, family)?.code ?? null);
}

/** The folded nouns that `type` may stand for in symbols of `family`: quyet dinh and quy dinh for QĐ of the Party. */
export function nounsOfType(type: string, family: SymbolFamily): string[] {
  const kind = findType(type, family);
  const own = kind === undefined ? [] : kind.vi.split(' hoặc ').map((noun) => foldWord(noun));
  return type === 'L' ? [...own, foldWord('Bộ luật')] : own;
}
