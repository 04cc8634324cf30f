import { cleanHtml } from './clean-html';
import { tagsOf, unescapeHtml } from './html-tags';

const PARAGRAPHS: ReadonlySet<string> = new Set([
  ...['blockquote', 'caption', 'details', 'div', 'dl', 'figcaption', 'figure', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr'],
  ...['ol', 'p', 'pre', 'summary', 'table', 'ul'],
]);
const LINES: ReadonlySet<string> = new Set(['br', 'dd', 'dt', 'li', 'tr']);
const CELLS: ReadonlySet<string> = new Set(['td', 'th']);
const CELL_END = '\t';

const LISTS: ReadonlySet<string> = new Set(['dl', 'ol', 'ul']);

/**
 * The paragraphs of an HTML text, without markup: entities decoded, white space as a browser shows it. The items of a
 * list, nested ones too, and the rows of a table are lines of one paragraph; cells are parted by tabs.
 */
export function htmlToParagraphs(html: string): string[] {
  const clean = cleanHtml(html);
  const text = new TextFlow();
  const open = { pre: 0, list: 0, cell: 0 };
  let done = 0;
  for (const { start, end, closing, name } of tagsOf(clean)) {
    text.add(unescapeHtml(clean.slice(done, start)), open.pre > 0 && open.cell === 0);
    done = end;
    const step = closing ? -1 : 1;
    if (name === 'pre') open.pre += step;
    if (CELLS.has(name)) open.cell += step;
    if (LISTS.has(name) && closing) open.list -= 1;

    if (CELLS.has(name)) text.add(closing ? CELL_END : '', true);
    else if (open.cell > 0 && (PARAGRAPHS.has(name) || LINES.has(name))) text.add(' ', false);
    else if (LINES.has(name) || (open.list > 0 && PARAGRAPHS.has(name))) text.endLine();
    else if (PARAGRAPHS.has(name)) text.endParagraph();

    if (LISTS.has(name) && !closing) open.list += 1;
  }
  text.add(unescapeHtml(clean.slice(done)), false);
  return text.paragraphs();
}

/** Collects text into lines and paragraphs; a break of either kind counts once, however often it is asked for. */
class TextFlow {
  private readonly done: string[] = [];
  private lines: string[] = [];
  private parts: string[] = [];

  add(text: string, preformatted: boolean): void {
    if (!preformatted) {
      this.parts.push(text.replace(/\s+/g, ' '));
      return;
    }
    const [first = '', ...rest] = text.split(/\r\n|\r|\n/);
    this.parts.push(first);
    for (const line of rest) {
      this.endLine();
      this.parts.push(line);
    }
  }

  endLine(): void {
    const line = this.parts
      .join('')
      .replace(/ {2,}/g, ' ')
      .split('\t')
      .map((cell) => cell.trim())
      .join('\t')
      .trim();
    this.parts = [];
    if (line !== '') this.lines.push(line);
  }

  endParagraph(): void {
    this.endLine();
    if (this.lines.length > 0) this.done.push(this.lines.join('\n'));
    this.lines = [];
  }

  paragraphs(): string[] {
    this.endParagraph();
    return this.done;
  }
}
