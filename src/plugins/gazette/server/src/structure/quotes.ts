const OPENING = new Set(['“', '«']);
const CLOSING = new Set(['”', '»']);
const QUOTES = /["“”«»]/g;

interface Mark {
  opens: boolean;
  /** An amended text is quoted from the start of a line, or from behind a colon; other marks may have lost their partner. */
  isCertain: boolean;
}

/** Offset after the last character that is no closing punctuation. */
const endOfWords = (line: string): number => {
  let end = line.length;
  while (end > 0 && ' .,;:)'.includes(line.charAt(end - 1))) end -= 1;
  return end;
};

/** The quotation marks of a line that have no partner in it, in order. */
const looseMarks = (line: string): Mark[] => {
  const loose: Mark[] = [];
  const hasWords = /[\p{L}\p{N}]/u.test(line);
  const end = endOfWords(line);
  for (const { 0: mark, index } of line.matchAll(QUOTES)) {
    const last = loose[loose.length - 1];
    const isOpen = last?.opens === true;
    const atStart = index === 0 && hasWords;
    const atEnd = !atStart && index === end - 1;
    const opens = atStart || (!atEnd && (OPENING.has(mark) || (!CLOSING.has(mark) && !isOpen)));
    if (opens) loose.push({ opens, isCertain: atStart || line.slice(0, index).trimEnd().endsWith(':') });
    else if (isOpen) loose.pop();
    else loose.push({ opens, isCertain: true });
  }
  return loose;
};

/**
 * Which lines begin within a quotation: the text that an amending document gives to another one is not its own. A mark
 * without a partner quotes nothing.
 */
export const quotedLines = (lines: readonly string[]): boolean[] => {
  /** How many quotations begin, less those that end, before each line. */
  const steps = new Array<number>(lines.length + 1).fill(0);
  const open: number[] = [];
  lines.forEach((line, index) => {
    for (const mark of looseMarks(line)) {
      if (mark.opens && mark.isCertain) open.push(index);
      if (mark.opens) continue;
      const from = open.pop();
      if (from === undefined) continue;
      steps[from + 1] = (steps[from + 1] ?? 0) + 1;
      steps[index + 1] = (steps[index + 1] ?? 0) - 1;
    }
  });
  let depth = 0;
  return lines.map((_, index) => {
    depth += steps[index] ?? 0;
    return depth > 0;
  });
};
