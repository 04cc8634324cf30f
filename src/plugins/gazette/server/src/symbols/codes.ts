import { issuerCodes, type IssuerCode } from './issuer-codes';
import { typeCodes, type TypeCode } from './type-codes';
import type { SymbolFamily } from './types';

/** `code` in upper case for comparing: Đ stays Đ. */
export function upperCode(code: string): string {
  return code.toUpperCase();
}

/** `code` as someone types it without Vietnamese letters. */
function asciiCode(code: string): string {
  return upperCode(code).replaceAll('Đ', 'D').replaceAll('Ư', 'U');
}

/** Finds a code by any spelling: exact letters first, letters without Đ only where they mean nothing else. */
function spellings<T extends { code: string; aliases?: readonly string[] }>(list: readonly T[]): Map<string, T> {
  const found = new Map<string, T>();
  const add = (spelling: string, entry: T): void => {
    if (!found.has(spelling)) found.set(spelling, entry);
  };
  for (const entry of list) add(upperCode(entry.code), entry);
  for (const entry of list) entry.aliases?.forEach((alias) => add(upperCode(alias), entry));
  for (const entry of list) [entry.code, ...(entry.aliases ?? [])].forEach((code) => add(asciiCode(code), entry));
  return found;
}

const types: Record<SymbolFamily, Map<string, TypeCode>> = {
  party: spellings(typeCodes.filter((entry) => entry.families.includes('party'))),
  state: spellings(typeCodes.filter((entry) => entry.families.includes('state'))),
};
const issuers = spellings(issuerCodes);
const endsWithDigit = /\d$/;
const numberedAssembly = /^(QH|UBTVQH|HĐNN|HĐBT)\d{1,2}$/;

/** The type that `code` names in symbols of `family`, or undefined. */
export function findType(code: string, family: SymbolFamily): TypeCode | undefined {
  return types[family].get(upperCode(code));
}

/** The issuer that `code` names, or undefined; the National Assembly's term number (QH14) is left aside. */
export function findIssuer(code: string): IssuerCode | undefined {
  const upper = upperCode(code);
  const term = endsWithDigit.test(upper) ? numberedAssembly.exec(upper) : null;
  return issuers.get(term ? term[1] : upper);
}

/** `code` as it is printed: the known form (TTg, UBND from "ubnd", ĐU from DU), else its upper case. */
export function canonicalIssuer(code: string): string {
  const upper = upperCode(code);
  if (endsWithDigit.test(upper) && numberedAssembly.test(upper)) return upper;
  return issuers.get(upper)?.code ?? upper;
}

/** The family whose layout `code` asks for; undefined for unknown codes and those that both families print. */
export function issuerFamily(code: string): SymbolFamily | undefined {
  const issuer = findIssuer(code);
  return issuer === undefined || issuer.shared === true || issuer.unit === true ? undefined : issuer.family;
}

/** Splits a type and an issuer written without the hyphen (NĐCP, KLTW); undefined when `code` is no such pair. */
export function splitGluedCode(code: string): [type: string, issuer: string] | undefined {
  for (let length = Math.min(5, code.length - 2); length >= 2; length -= 1) {
    const family = issuerFamily(code.slice(length));
    if (family !== undefined && findType(code.slice(0, length), family) !== undefined) {
      return [code.slice(0, length), code.slice(length)];
    }
  }
  return undefined;
}
