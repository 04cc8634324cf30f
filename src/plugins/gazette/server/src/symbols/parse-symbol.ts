import { cleanCharacters, foldWord } from './characters';
import { kindNouns, nounsOfType, typeOfNoun } from './kind-nouns';
import { readSymbol } from './read-symbol';
import { refuse } from './refusals';
import { typeCodes } from './type-codes';
import type { OfficialSymbol, SymbolResult } from './types';

/** Longest text looked at: a symbol with the longest noun in front and generous spaces. */
const LONGEST_TEXT = 300;

/** What may stand before the number: the kind's noun or its abbreviation ("NĐ 30/2020/NĐ-CP"). */
const abbreviations = new Set(typeCodes.map(({ code }) => foldWord(code)));
const nouns = new Set([...kindNouns, ...abbreviations, ...['Văn bản', 'Bản sao lục'].map((noun) => foldWord(noun))]);
const label = /(?:^|\s)(?:so(?:,|\/| va)? ky hieu(?: van ban)?|so hieu|ky hieu|so|no\.?)\s*[:.]?$/;
const standards = /\b(?:tcvn|qcvn|tcxdvn|tcxd|iso|iec|astm|haccp|vietgap)\b/;
const blanks = /(?:[.…_]{2,}|…|\/)\s*[/-]?\s*$/u;
const date =
  /^\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?\d{2,4}$|^\d{1,2}\s?[./-]\s?\d{4}$|^\d{4}-\d{2}-\d{2}|^\d{1,2}\s+thang\s/;

/**
 * Reads one symbol from `text`: clean or dirty spelling, with or without the noun and "số" in front.
 * What is no symbol comes back with a code and a sentence saying why; nothing is thrown.
 */
export function parseSymbol(text: string): SymbolResult {
  if (text.length > LONGEST_TEXT) return refuse('too-long');
  const clean = cleanCharacters(text).text.normalize('NFC').replaceAll('\n', ' ').trim();
  const { bare, at, before } = splitAtNumber(clean);
  if (bare === '') return refuse(clean === '' ? 'empty' : 'no-number');

  if (at < 0) return refuse(isBlankNumber(before) ? 'blank-number' : 'no-number');
  const refusal = refusalOfLead(before);
  if (refusal !== undefined) return refusal;

  const rest = bare.slice(at);
  if (date.test(foldWord(rest))) return refuse('date-like');
  const reading = readSymbol(rest, 0);
  if (!reading.ok) return refuse(reading.code);
  if (reading.end < rest.length) return refuse('trailing-text');
  return { ok: true, symbol: reading.symbol };
}

/** The lookup key of the symbol in `text` in any spelling, or null when `text` is no symbol. */
export function symbolKey(text: string): string | null {
  const result = parseSymbol(text);
  return result.ok ? result.symbol.key : null;
}

/** What stands before the number, folded, of a text in clean characters; `at` is -1 without a number. */
function splitAtNumber(clean: string): { bare: string; at: number; before: string } {
  const bare = clean
    .replace(/^["'“”‘’([]+/u, '')
    .replace(/["'“”‘’)\],.;:]+$/u, '')
    .trim();
  const at = bare.search(/\d/);
  const before = foldWord(at < 0 ? bare : bare.slice(0, at))
    .replace(/\s+/g, ' ')
    .trim();
  return { bare, at, before };
}

/** The kind's noun or abbreviation, folded; empty for "số" alone. */
const nounOf = (before: string): string => before.replace(label, '').replace(/[\s:,(]+$/, '');

/** Whether what stands before the symbol in `text` names another kind than the symbol does: "Quyết định 57-KL/TW". */
export function namesOtherKind(text: string, { type, family }: Pick<OfficialSymbol, 'type' | 'family'>): boolean {
  if (type === null) return false;
  const noun = nounOf(splitAtNumber(cleanCharacters(text).text.normalize('NFC')).before);
  if (!kindNouns.has(noun) && !abbreviations.has(noun)) return false;
  return noun !== foldWord(type) && typeOfNoun(noun, family) !== type && !nounsOfType(type, family).includes(noun);
}

/** "Số: .../KH-UBND", "Số:   /KH-UBND": a place for the number, and codes after it. */
function isBlankNumber(folded: string): boolean {
  return /(?:[.…_]{2,}|…|:|^|^so)\s*[/-]\s*[a-z]{1,6}\s*[/-]\s*[a-z]/u.test(folded);
}

function refusalOfLead(before: string): SymbolResult | undefined {
  if (before === '') return undefined;
  if (standards.test(before)) return refuse('standard-number');
  if (/^ngay$/.test(before)) return refuse('date-like');
  if (/(?:^| )(?:mau|bieu|bieu mau|phu luc)(?: so)?:?$/.test(before)) return refuse('form-number');
  if (blanks.test(before)) return refuse('blank-number');
  const lead = nounOf(before);
  if (/^hop dong\b/.test(lead)) return refuse('contract-number');
  return lead === '' || nouns.has(lead) ? undefined : refuse('leading-text');
}
