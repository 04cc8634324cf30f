import { readDateLine, isDateLine } from './page-date';
import { assertLength, PageFormatError } from './page-format-error';
import { recogniseFooterLine } from './page-footer';
import type { PageLine } from './page-lines';
import type { PageWarning } from './page-warning';

/** Limits of the article's attributes, in characters (the content model's own). */
const LIMITS = { title: 300, lead: 2000 } as const;

/** The upper part of a page; `next` is the index of the first paragraph of the body. */
export interface PageHeader {
  title: string;
  publishedAt: string;
  lead: string;
  figureCaption: string | null;
  next: number;
  warnings: PageWarning[];
}

/**
 * Reads title, date line, lead and photo caption, in this order, from the first paragraphs of a page.
 * `lastLine` is the file's last line with text, named where the page ends too early.
 * @throws PageFormatError parts `title`, `date`, `lead`
 */
export function readHeader(paragraphs: readonly PageLine[], lastLine: number): PageHeader {
  const [title] = paragraphs;
  if (isDateLine(title.text)) throw missingTitle(title.line);
  const dateAt = skipShareLines(paragraphs, 1);
  const dateLine = paragraphs[dateAt];
  const date = dateLine === undefined ? null : readDateLine(dateLine.text, dateLine.line);
  if (date === null) throw missingDate(dateLine?.line ?? lastLine + 1);
  assertLength('title', title.text, LIMITS.title, title.line);

  const leadAt = skipShareLines(paragraphs, dateAt + 1);
  const lead = paragraphs[leadAt];
  if (lead === undefined || recogniseFooterLine(lead.text) !== null) throw missingLead(lead?.line ?? lastLine + 1);
  assertLength('lead', lead.text, LIMITS.lead, lead.line);

  const warnings: PageWarning[] = [];
  if (date.contradiction !== null) warnings.push(weekdayWarning(date.contradiction, dateLine.line));
  const captionAt = skipShareLines(paragraphs, leadAt + 1);
  const figure = readFigure(paragraphs, captionAt, title.text);
  if (paragraphs[captionAt]?.text === lead.text) warnings.push(repeatedLead(paragraphs[captionAt].line));
  return {
    title: title.text,
    publishedAt: date.instant,
    lead: lead.text,
    figureCaption: figure.caption,
    next: figure.next,
    warnings: [...warnings, ...figure.warnings],
  };
}

function skipShareLines(paragraphs: readonly PageLine[], from: number): number {
  let at = from;
  while (at < paragraphs.length && recogniseFooterLine(paragraphs[at].text)?.kind === 'share') at += 1;
  return at;
}

/**
 * NukeViet prints a photo as its `alt` and a caption, both from the same field: the line stands there twice. A photo
 * without a caption has the article's title as its `alt`, printed once.
 */
function readFigure(paragraphs: readonly PageLine[], at: number, title: string) {
  const [first, second] = [paragraphs[at], paragraphs[at + 1]];
  if (first === undefined || recogniseFooterLine(first.text) !== null) return { caption: null, next: at, warnings: [] };
  if (second?.text === first.text) return { caption: first.text, next: at + 2, warnings: [] };
  if (first.text !== title) return { caption: null, next: at, warnings: [] };
  const dropped: PageWarning = {
    code: 'alt-is-title',
    vi: `Dòng ${first.line} lặp lại tiêu đề: đó là chữ thay thế của một ảnh không có chú thích, nên được bỏ qua.`,
    en: `Line ${first.line} repeats the title: it is the alternative text of a photo without a caption, and is dropped.`,
  };
  return { caption: null, next: at + 1, warnings: [dropped] };
}

function weekdayWarning(found: { printed: string; actual: string }, line: number): PageWarning {
  return {
    code: 'weekday-contradicts-date',
    vi: `Dòng ${line} ghi “${found.printed}” nhưng ngày đó là ${found.actual}; ngày được giữ.`,
    en: `Line ${line} says “${found.printed}” but that day is ${found.actual}; the date is kept.`,
  };
}

function repeatedLead(line: number): PageWarning {
  return {
    code: 'lead-repeated',
    vi: `Dòng ${line} lặp lại đoạn mở đầu; hãy kiểm tra đoạn mở đầu và chú thích ảnh.`,
    en: `Line ${line} repeats the lead; check the lead and the photo's caption.`,
  };
}

function missingTitle(line: number): PageFormatError {
  return new PageFormatError('title', 'missing', line, {
    vi: `Thiếu tiêu đề: dòng ${line} đã là dòng ngày; cần một dòng tiêu đề ở trước.`,
    en: `The title is missing: line ${line} is already the date line; a title line was looked for before it.`,
  });
}

function missingDate(line: number): PageFormatError {
  return new PageFormatError('date', 'missing', line, {
    vi: `Thiếu dòng ngày: ở dòng ${line}, ngay sau tiêu đề, cần dạng “Thứ sáu - 01/09/2023 00:14”.`,
    en: `The date line is missing: on line ${line}, right after the title, “Thứ sáu - 01/09/2023 00:14” was looked for.`,
  });
}

function missingLead(line: number): PageFormatError {
  return new PageFormatError('lead', 'missing', line, {
    vi: `Thiếu đoạn mở đầu (sapo): ở dòng ${line}, ngay sau dòng ngày, cần một đoạn văn.`,
    en: `The lead is missing: on line ${line}, right after the date line, a paragraph was looked for.`,
  });
}
