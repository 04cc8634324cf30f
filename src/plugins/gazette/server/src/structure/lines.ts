import { hasAttribute, tagsOf, unescapeHtml, type Tag } from '../sections/html-tags';

/** An item of an ordered list. */
export interface ListItem {
  number: number;
  /** Tells the lists of a text apart. */
  list: number;
}

/** A line of a body as its reader sees it, and where an anchor for it can stand. */
export interface Line {
  /** White space single, none around it. */
  text: string;
  /** The item that it begins, of an ordered list which shows numbers. */
  item: ListItem | null;
  /** Within a heading element. */
  isHeading: boolean;
  /** How many characters from the start are bold. */
  bold: number;
  /** Offset in the HTML of its first letter. */
  start: number;
  /** Offset after the name of the opening tag that may carry its id; null where none may. */
  holder: number | null;
}

const BLOCKS: ReadonlySet<string> = new Set([
  ...['blockquote', 'br', 'caption', 'dd', 'details', 'div', 'dl', 'dt', 'figcaption', 'figure', 'h2', 'h3', 'h4'],
  ...['h5', 'h6', 'hr', 'li', 'ol', 'p', 'pre', 'summary', 'table', 'td', 'th', 'tr', 'ul'],
]);
const HEADINGS: ReadonlySet<string> = new Set(['h2', 'h3', 'h4', 'h5', 'h6']);
const HOLDERS: ReadonlySet<string> = new Set(['dd', 'div', 'dt', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'p']);
const LISTS: ReadonlySet<string> = new Set(['ol', 'ul']);

/** What stands in these is shown or quoted by the document, and is no part of its own order. */
const FOREIGN: ReadonlySet<string> = new Set(['blockquote', 'details', 'figure', 'pre', 'table']);

const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;

/** The number that a decimal list starts with; null for a list that numbers otherwise, or not. */
const firstNumber = ({ name, attributes }: Tag): number | null => {
  if (name !== 'ol') return null;
  const type = /(?:^| )type="([^"]*)"/.exec(attributes)?.[1] ?? '1';
  if (type !== '1') return null;
  return Number(/(?:^| )start="(-?\d+)"/.exec(attributes)?.[1] ?? '1');
};

interface OpenList {
  id: number;
  /** The number of its next item; null where it shows none. */
  next: number | null;
}

/** Counts an item. @returns null where no number is shown */
const numberItem = (list: OpenList | undefined, { attributes }: Tag): ListItem | null => {
  if (list === undefined || list.next === null) return null;
  const given = /(?:^| )value="(-?\d+)"/.exec(attributes)?.[1];
  const number = given === undefined ? list.next : Number(given);
  list.next = number + 1;
  return { number, list: list.id };
};

/** Collects one line after the other. */
class LineReader {
  readonly lines: Line[] = [];
  private text = '';
  private bold = 0;
  private isBoldSoFar = true;
  private start = -1;
  private isHeading = false;
  private holder: number | null = null;
  private item: ListItem | null = null;
  /** Whether all of it stands in links to other places of the page, as the lines of a printed table of contents do. */
  private isLinked = true;

  add(source: string, start: number, state: { bold: boolean; heading: boolean; foreign: boolean; linked: boolean }) {
    const decoded = unescapeHtml(source).replaceAll('&#39;', "'");
    const text = decoded.normalize('NFC').replace(INVISIBLE, '').replace(/\s+/g, ' ');
    if (text.trim() === '' && this.text === '') return;
    if (this.text === '') {
      // Foreign lines are kept out by an offset of -1; their text must not run into the next line.
      this.start = state.foreign ? -1 : start + (source.length - source.trimStart().length);
      this.isHeading = state.heading;
      this.text = text.trimStart();
    } else this.text += this.text.endsWith(' ') ? text.trimStart() : text;
    if (text.trim() === '') return;
    if (!state.linked) this.isLinked = false;
    if (!state.bold) this.isBoldSoFar = false;
    if (this.isBoldSoFar) this.bold = this.text.trimEnd().length;
  }

  end(): void {
    const text = this.text.trim();
    if (text !== '' && this.start >= 0 && !this.isLinked) {
      const { item, isHeading, bold, start, holder } = this;
      this.lines.push({ text, item, isHeading, bold, start, holder });
    }
    // A list shows its number on the first line of an item.
    if (text !== '') this.item = null;
    Object.assign(this, { text: '', bold: 0, isBoldSoFar: true, start: -1, holder: null, isLinked: true });
  }

  /** The next line begins in this element. */
  open(holder: number | null): void {
    this.holder = holder;
  }

  /** The next line begins this item. */
  begin(item: ListItem | null): void {
    this.item = item;
  }
}

/**
 * The lines of HTML that `sectionsToHtml` wrote, in order. Tables, quotations, figures and preformatted texts are left
 * out, and so is a table of contents made of links.
 */
export const linesOf = (html: string): Line[] => {
  const reader = new LineReader();
  const lists: OpenList[] = [];
  let listCount = 0;
  const links: boolean[] = [];
  const depth = { bold: 0, heading: 0, foreign: 0 };
  let done = 0;
  const read = (end: number): void =>
    reader.add(html.slice(done, end), done, {
      bold: depth.bold > 0,
      heading: depth.heading > 0,
      foreign: depth.foreign > 0,
      linked: links.some((isLocal) => isLocal),
    });

  for (const tag of tagsOf(html)) {
    read(tag.start);
    done = tag.end;
    const { name, closing } = tag;
    const step = closing ? -1 : 1;
    if (BLOCKS.has(name)) reader.end();
    if (name === 'strong') depth.bold = Math.max(0, depth.bold + step);
    if (name === 'a') {
      if (closing) links.pop();
      else links.push(/(?:^| )href="#/.test(tag.attributes));
    }
    if (HEADINGS.has(name)) depth.heading = Math.max(0, depth.heading + step);
    if (FOREIGN.has(name)) depth.foreign = Math.max(0, depth.foreign + step);
    if (LISTS.has(name)) {
      if (closing) lists.pop();
      else lists.push({ id: (listCount += 1), next: lists.length === 0 ? firstNumber(tag) : null });
    }
    if (name === 'li') reader.begin(closing ? null : numberItem(lists[lists.length - 1], tag));
    if (!closing && HOLDERS.has(name)) reader.open(hasAttribute(tag, 'id') ? null : tag.start + 1 + name.length);
  }
  read(html.length);
  reader.end();
  return reader.lines;
};
