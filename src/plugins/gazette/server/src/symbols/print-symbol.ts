import type { NumberMark, SymbolParts } from './types';

const hyphenedLegacy = new Set(['TTg', 'HĐBT', 'HĐNN']);

/** The mark that legacy symbols of this issuer customarily have after the number: 27/CP, 115-TTg, 26-NQ. */
export function customaryMark(type: string | null, issuer: string): NumberMark {
  if (issuer === '') return type === 'SL' ? '/' : '-';
  return issuer.includes('/') || hyphenedLegacy.has(issuer) ? '-' : '/';
}

/**
 * Prints a symbol from its parts. With the parts of a parsed symbol it gives that symbol's `canonical`.
 * Throws a RangeError when the layout needs a year or a type that the parts lack.
 */
export function printSymbol(parts: SymbolParts): string {
  const { number, issuer, layout } = parts;
  switch (layout) {
    case 'party':
      return `${number}-${typeOf(parts)}/${issuer}`;
    case 'normative':
      return `${number}/${yearOf(parts)}/${typeOf(parts)}-${issuer}`;
    case 'assembly':
      return `${number}/${yearOf(parts)}/${issuer}`;
    case 'administrative':
      return `${number}/${typeOf(parts)}-${issuer}`;
    case 'letter':
      return `${number}/${issuer}`;
    case 'legacy':
      return `${number}${parts.mark ?? customaryMark(parts.type, issuer)}${issuer === '' ? typeOf(parts) : issuer}`;
  }
}

/**
 * The spelling that all spellings of one symbol share, as offices write it: a number below ten has a zero in front, a
 * legacy symbol its customary mark. Equal exactly where the symbols' keys are.
 */
export const usualSymbol = (parts: SymbolParts): string =>
  printSymbol({
    ...parts,
    number: parts.number.replace(/^0+(?=\d)/, '').replace(/^\d(?!\d)/, '0$&'),
    mark: customaryMark(parts.type, parts.issuer),
  });

function yearOf(parts: SymbolParts): number {
  if (parts.year === null) throw new RangeError(`A ${parts.layout} symbol needs a year from 1945 to 2099.`);
  return parts.year;
}

function typeOf(parts: SymbolParts): string {
  if (parts.type === null) throw new RangeError(`A ${parts.layout} symbol needs a type code, as KL in 57-KL/TW.`);
  return parts.type;
}
