/** One sentence in both languages of the editors. */
export interface BilingualText {
  vi: string;
  en: string;
}

/** Something odd that did not stop the import; the texts name the line. `code` is stable, for programs. */
export interface PageWarning extends BilingualText {
  code: string;
}

const LINES_NAMED = 10;

/** Names lines for a warning: "5, 7", and after ten of them only how many more, so that a warning stays readable. */
export function nameLines(lines: readonly number[]): BilingualText {
  const named = lines.slice(0, LINES_NAMED).join(', ');
  const more = lines.length - LINES_NAMED;
  if (more <= 0) return { vi: named, en: named };
  return { vi: `${named} và ${more} dòng khác`, en: `${named} and ${more} more` };
}
