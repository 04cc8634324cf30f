/** The part that a relation names, trimmed; null where it names none and means the whole document. */
export const scopeOf = ({ scope }: { scope: string | null }): string | null => scope?.trim() || null;

/** Equal for all ways to write one part: "Khoản 2, Điều 8" and "khoản 2  Điều 8". */
export const scopeKey = (scope: string): string =>
  scope.normalize('NFC').toLocaleLowerCase('vi').replaceAll(',', ' ').split(/\s+/u).filter(Boolean).join(' ');
