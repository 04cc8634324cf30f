/** A Vietnamese syllable, which is written apart, counts as a word. */
const WORDS_A_MINUTE = 230;

/** Minutes that reading a plain text takes: a whole number, at least 1; 0 for a text without words. */
export function readingMinutes(text: string): number {
  const words = text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  return Math.ceil(words / WORDS_A_MINUTE);
}
