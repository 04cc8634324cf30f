/** Vietnamese words begin with đ or have none; in Nordic and Old English words ð stands after a letter. */
const AT_WORD_START = /(?<![\p{L}\p{M}\p{N}])[Ðð](?=\p{Script=Latin})/gu;

/** Abbreviations of Vietnamese words: QÐ, HÐND, NÐ, LÐTBXH. */
const IN_ABBREVIATION = /(?<=[B-DF-HJ-NP-TV-XZ])Ð(?=[B-DF-HJ-NP-TV-XZ]|(?![\p{L}\p{M}]))/gu;

const toStroke = (eth: string): string => (eth === 'ð' ? 'đ' : 'Đ');

/**
 * Puts Đ and đ (U+0110, U+0111) where a keyboard or an old font left the look-alike eth (U+00D0, U+00F0) in a place
 * that only Vietnamese has; a foreign name such as Garðabær keeps its own letter.
 */
export const vietnameseEth = (text: string): string =>
  text.replace(AT_WORD_START, toStroke).replace(IN_ABBREVIATION, toStroke);
