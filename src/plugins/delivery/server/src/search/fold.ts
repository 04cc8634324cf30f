/**
 * Texts are compared in two forms, both as long as the text in NFC, so that a place in one is the same place in the other:
 * the accented form (lower case, Ð and ð taken for the Đ that they are mistyped for) and the folded one, without marks and
 * with đ as d. Both databases store what these functions make; neither folds anything by itself.
 */

const UNITS = 0x1_0000;

const accentedUnit = (character: string): string => {
  if (character === 'Ð' || character === 'ð') return 'đ';
  const lower = character.toLowerCase();
  return lower.length === 1 ? lower : character;
};

const foldedUnit = (accented: string): string => {
  if (accented === 'đ') return 'd';
  const bare = accented.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return bare.length === 1 ? bare : accented;
};

const tableOf = (unit: (character: string) => string): Uint16Array => {
  const table = new Uint16Array(UNITS);
  for (let code = 0; code < UNITS; code += 1) {
    // Halves of a surrogate pair stand for themselves: no letter beyond the basic plane carries marks here.
    const isSurrogate = code >= 0xd800 && code <= 0xdfff;
    table[code] = isSurrogate ? code : unit(String.fromCharCode(code)).charCodeAt(0);
  }
  return table;
};

let tables: { accented: Uint16Array; folded: Uint16Array } | null = null;

/** Made at the first use: 65,536 look-ups each, which no start should wait for. */
const current = () => {
  tables ??= { accented: tableOf(accentedUnit), folded: tableOf((character) => foldedUnit(accentedUnit(character))) };
  return tables;
};

const mapped = (text: string, table: Uint16Array): string => {
  const units = new Uint16Array(text.length);
  for (let index = 0; index < units.length; index += 1) units[index] = table[text.charCodeAt(index)] ?? 0;
  // Many times faster than String.fromCharCode, and searches fold the whole text of each hit.
  return Buffer.from(units.buffer).toString('utf16le');
};

/** @param text in NFC */
export const accentedForm = (text: string): string => mapped(text, current().accented);

/** @param text in NFC */
export const foldedForm = (text: string): string => mapped(text, current().folded);

/** Of one token: the folded form, without marks that NFC could not join to a letter. */
export const foldToken = (token: string): string => foldedForm(token).replace(/\p{M}/gu, '');
