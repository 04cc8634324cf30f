import { recogniseFooterLine, type FooterKind, type FooterLine } from './page-footer';
import type { PageLine } from './page-lines';
import type { RatingFigures } from './page-rating';
import { nameLines, type PageWarning } from './page-warning';

/** The body of a page, and what its lower part says. */
export interface PageTail {
  paragraphs: PageLine[];
  byline: PageLine | null;
  source: string | null;
  tags: Set<string>;
  figures: RatingFigures[];
  warnings: PageWarning[];
}

type Labelled = Omit<PageTail, 'paragraphs' | 'warnings'>;

interface Unit extends PageLine {
  footer: FooterLine | null;
}

const STRONG: readonly FooterKind[] = ['rating', 'idle', 'list'];
/** Belong to the footer only where they stand together at its head; alone amid the body they are text. */
const SOFT: readonly FooterKind[] = ['author', 'source', 'tags', 'copyright', 'share'];

/**
 * Divides what follows the header into body and footer. The footer's anchor is the first line that only the portal prints
 * (rating, idle notice, "Những tin mới hơn"), or a heading such as "Ý kiến bạn đọc" with neither byline nor rating after
 * it; the body ends at the last "Tác giả bài viết" before the anchor, or at the source and tags above it. No text of
 * the article is lost: what is unknown between byline and anchor joins the body, with a warning.
 */
export function readTail(lines: readonly PageLine[]): PageTail {
  const units = lines.map(({ text, line }): Unit => ({ text, line, footer: recogniseFooterLine(text) }));
  const anchor = findAnchor(units);
  const start = findStart(units, anchor);
  const tail: Labelled = {
    byline: null,
    source: null,
    tags: new Set(),
    figures: [],
  };
  const late: PageLine[] = [];
  const dropped: number[] = [];
  let inLists = false;
  for (let at = start; at < units.length; at += 1) {
    const unit = units[at];
    const { footer } = unit;
    if (footer === null) {
      if (at < anchor) late.push(lines[at]);
      else if (!inLists) dropped.push(unit.line);
      continue;
    }
    if (footer.kind === 'rating') tail.figures.push(...footer.figures);
    if (footer.kind === 'list' || footer.kind === 'heading' || footer.kind === 'idle') inLists = true;
    if (inLists || !('value' in footer)) continue;
    const next = units[at + 1];
    // A label alone on its line has its value on the next.
    const takesNext = footer.value === '' && next?.footer === null;
    take(tail, footer.kind, takesNext ? next.text : footer.value, unit.line);
    if (takesNext) at += 1;
  }
  const warnings = [...lateParagraphs(late.map(({ line }) => line)), ...droppedText(dropped)];
  return { ...tail, paragraphs: lines.slice(0, start).concat(late), warnings };
}

function findAnchor(units: readonly Unit[]): number {
  let lastMark = -1;
  units.forEach(({ footer }, at) => {
    if (footer !== null && ['byline', 'source', 'rating'].includes(footer.kind)) lastMark = at;
  });
  let seenByline = false;
  for (let at = 0; at < units.length; at += 1) {
    const { footer } = units[at];
    if (footer === null) continue;
    if (footer.kind === 'byline') seenByline = true;
    const isHeadingOfLists = footer.kind === 'heading' && (seenByline || lastMark < at);
    if (isHeadingOfLists || STRONG.includes(footer.kind)) return at;
  }
  return units.length;
}

function findStart(units: readonly Unit[], anchor: number): number {
  let start = anchor;
  for (let at = anchor - 1; at >= 0; at -= 1) {
    if (units[at].footer?.kind === 'byline') {
      start = at;
      break;
    }
  }
  while (start > 0 && isSoft(units[start - 1])) start -= 1;
  // A soft label alone on its line, its value below it.
  if (start >= 2 && isEmptyLabel(units[start - 2]) && units[start - 1].footer === null) start -= 2;
  return start;
}

function isSoft({ footer }: Unit): boolean {
  return footer !== null && SOFT.includes(footer.kind);
}

function isEmptyLabel({ footer }: Unit): boolean {
  return footer !== null && 'value' in footer && footer.value === '';
}

function take(tail: Labelled, kind: 'byline' | 'author' | 'source' | 'tags', value: string, line: number): void {
  if (value === '') return;
  if (kind === 'byline' || kind === 'author') tail.byline ??= { text: value, line };
  else if (kind === 'source') tail.source ??= value;
  else splitTags(value).forEach((tag) => tail.tags.add(tag));
}

/** NukeViet prints "n/a" for an article without keywords. */
function splitTags(value: string): string[] {
  return value
    .split(/[,;]/u)
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '' && tag.toLowerCase() !== 'n/a');
}

function lateParagraphs(lines: readonly number[]): PageWarning[] {
  if (lines.length === 0) return [];
  const named = nameLines(lines);
  return [
    {
      code: 'text-after-byline',
      vi: `Sau dòng tác giả có dòng không thuộc phần chân trang đã biết, được giữ ở cuối bài: dòng ${named.vi}.`,
      en: `Text after the byline is no known part of the footer and is kept at the end of the body: line ${named.en}.`,
    },
  ];
}

function droppedText(lines: readonly number[]): PageWarning[] {
  if (lines.length === 0) return [];
  const named = nameLines(lines);
  return [
    {
      code: 'text-after-footer',
      vi: `Trong phần chân trang có chữ không được nhập; hãy kiểm tra xem có thuộc bài viết không: dòng ${named.vi}.`,
      en: `Text in the page's footer is not imported; check whether it belongs to the article: line ${named.en}.`,
    },
  ];
}
