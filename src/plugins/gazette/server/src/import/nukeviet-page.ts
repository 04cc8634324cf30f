import { createHash } from 'node:crypto';
import { readBylineAuthor, type BylineAuthor } from './byline-author';
import { assertSize } from './decode-page';
import { isDateLine } from './page-date';
import { assertLength, PageFormatError } from './page-format-error';
import { recogniseFooterLine } from './page-footer';
import { readHeader } from './page-header';
import { joinWrappedLines, readLines, type PageLine } from './page-lines';
import { addUpRating } from './page-rating';
import { readTail } from './page-tail';
import { nameLines, type PageWarning } from './page-warning';

/** An article as a NukeViet page prints it. Every text is NFC, trimmed, with single spaces, and holds no line break. */
export interface NukeVietPage {
  title: string;
  /** ISO instant in UTC of the wall time printed (Asia/Ho_Chi_Minh), e.g. 2023-08-31T17:14:00.000Z. */
  publishedAt: string;
  /** The sapo: the paragraph right after the date. */
  lead: string;
  /** The line printed twice right after the lead, or null. */
  figureCaption: string | null;
  paragraphs: string[];
  /** As printed after "Tác giả bài viết:", or null. */
  byline: string | null;
  /** The one author the byline names; null without a byline, or where it names several. */
  author: BylineAuthor | null;
  /** After "Nguồn tin:", or null. */
  source: string | null;
  tags: string[];
  /** Points of all ratings together, and how many; 0 and 0 without rating lines. */
  ratingSum: number;
  ratingCount: number;
  /** Identity of the page, stable over spacing and Unicode form: SHA-256 (hex) of title, line feed, `publishedAt`. */
  key: string;
  warnings: PageWarning[];
}

const LONGEST_BYLINE = 200;

/**
 * Reads the plain text of a NukeViet article page: title, date line, lead, photo caption (printed twice), paragraphs,
 * author, source, tags and rating lines; the portal's own lines are dropped.
 *
 * A line is a paragraph, with or without blank lines between, since that is how NukeViet's text comes. Text wrapped at
 * some width is mended: a line directly under another that begins with a small letter, where the other does not end a
 * sentence, is joined to it (see `joinWrappedLines`).
 *
 * @throws PageFormatError naming the part that is missing or wrong, what was looked for, and the line
 */
export function parseNukeVietPage(text: string): NukeVietPage {
  assertSize(Buffer.byteLength(text));
  const lines = readLines(text);
  assertPlainText(lines);
  const standsAlone = (line: string) => isDateLine(line) || recogniseFooterLine(line) !== null;
  const units = joinWrappedLines(lines, standsAlone);
  const lastLine = lines[lines.length - 1].line;
  const header = readHeader(units, lastLine);
  const rest = units.slice(header.next);
  const tail = readTail(rest);
  if (tail.paragraphs.length === 0) throw missingBody(rest[0]?.line ?? lastLine + 1);
  const { byline } = tail;
  if (byline !== null) assertLength('byline', byline.text, LONGEST_BYLINE, byline.line);
  const rating = addUpRating(tail.figures);
  return {
    title: header.title,
    publishedAt: header.publishedAt,
    lead: header.lead,
    figureCaption: header.figureCaption,
    paragraphs: tail.paragraphs.map((paragraph) => paragraph.text),
    byline: byline?.text ?? null,
    author: byline === null ? null : readBylineAuthor(byline.text),
    source: tail.source,
    tags: [...tail.tags],
    ratingSum: rating.sum,
    ratingCount: rating.count,
    key: createHash('sha256').update(`${header.title}\n${header.publishedAt}`).digest('hex'),
    warnings: [...header.warnings, ...repeatedParagraphs(tail.paragraphs), ...tail.warnings, ...rating.warnings],
  };
}

function assertPlainText(lines: readonly PageLine[]): void {
  if (lines.length === 0) {
    throw new PageFormatError('empty', 'missing', null, {
      vi: 'Tệp trống: không có dòng chữ nào; cần văn bản thuần của một trang bài viết.',
      en: 'The file is empty: it has no line of text; the plain text of an article page was looked for.',
    });
  }
  const [{ text, line }] = lines;
  if (!text.startsWith('<')) return;
  throw new PageFormatError('encoding', 'html', line, {
    vi: `Dòng ${line} bắt đầu bằng “<”: đây là HTML; cần văn bản thuần của trang, không có thẻ.`,
    en: `Line ${line} begins with “<”: this is HTML; the plain text of the page is expected, without tags.`,
  });
}

function missingBody(line: number): PageFormatError {
  return new PageFormatError('body', 'missing', line, {
    vi: `Thiếu nội dung: ở dòng ${line}, sau đoạn mở đầu và chú thích ảnh, cần ít nhất một đoạn văn.`,
    en: `The body is missing: on line ${line}, after the lead and the caption, at least one paragraph was looked for.`,
  });
}

function repeatedParagraphs(paragraphs: readonly PageLine[]): PageWarning[] {
  const repeats = paragraphs.filter(({ text }, index) => paragraphs[index - 1]?.text === text);
  if (repeats.length === 0) return [];
  const named = nameLines(repeats.map(({ line }) => line));
  return [
    {
      code: 'paragraph-repeated',
      vi: `Có đoạn lặp lại đoạn ngay trước, có thể là chú thích của ảnh trong bài; cả hai được giữ: dòng ${named.vi}.`,
      en: `Text repeats the paragraph before it, perhaps the caption of a photo; both are kept: line ${named.en}.`,
    },
  ];
}
