const marks = /["“”„‟«»]/g;
const opening = /^["“„«]$/;
const closing: Record<string, string> = { '“': '”', '„': '”', '«': '»' };
const blank = /^\s$/;
/** A quotation longer than this, in characters, is taken for a mark that was never closed. */
const LONGEST = 20_000;

/** A quoted stretch with its marks; `end` is after the closing one. */
export type Quotation = { start: number; end: number };

/**
 * The quoted stretches of a text, outermost only, in order. A mark that is not closed quotes to the end of its line.
 */
export function findQuotations(text: string): Quotation[] {
  const found: Quotation[] = [];
  let open: { start: number; mark: string } | undefined;
  for (const { 0: mark, index } of text.matchAll(marks)) {
    if (open !== undefined && index - open.start > LONGEST) {
      found.push({ start: open.start, end: endOfLine(text, open.start) });
      open = undefined;
    }
    if (open === undefined) {
      if (opensAt(text, index, mark)) open = { start: index, mark };
    } else if (closes(text, index, mark, open.mark)) {
      found.push({ start: open.start, end: index + 1 });
      open = undefined;
    }
  }
  if (open !== undefined) found.push({ start: open.start, end: endOfLine(text, open.start) });
  return found;
}

function opensAt(text: string, at: number, mark: string): boolean {
  if (!opening.test(mark)) return false;
  const after = text[at + 1] ?? ' ';
  return mark !== '"' || !blank.test(after);
}

/** A straight mark also closes a curly one: both are typed. */
function closes(text: string, at: number, mark: string, open: string): boolean {
  if (mark === closing[open]) return true;
  if (mark !== '"') return open === '"' && mark === '”';
  return open === '"' || !/[\s(]/.test(text[at - 1]);
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end;
}
