import { symbolKey } from './parse-symbol';

/** What a document without a number carries in place of a symbol. */
const UNNUMBERED = 'KHÔNG SỐ';

const written = (symbol: string): string =>
  symbol.normalize('NFC').trim().replace(/\s+/gu, ' ').toLocaleUpperCase('vi');

/** Whether a text stands for "no number", which any document may have. */
export const isUnnumbered = (symbol: string): boolean => written(symbol) === UNNUMBERED;

/**
 * The key under which the register keeps a document: that of its symbol, else the free form as it is written.
 * Null for what names no document.
 */
export const registerKey = (symbol: string): string | null => {
  const key = symbolKey(symbol) ?? written(symbol);
  return key === '' || key === UNNUMBERED ? null : key;
};
