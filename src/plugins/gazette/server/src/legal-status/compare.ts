/** Order of texts by UTF-16 units, the same everywhere; null first. */
export const compareTexts = (a: string | null, b: string | null): number => {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? -1 : 1;
  return a < b ? -1 : 1;
};
