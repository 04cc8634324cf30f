import type { BilingualText } from './page-warning';

/** The part of a page that is missing or wrong. `encoding` is the file as a whole: its bytes, its size, its being HTML. */
export type PagePart = 'title' | 'date' | 'lead' | 'body' | 'byline' | 'encoding' | 'empty';

/** What is wrong with the part, for programs; people read `messages`. */
export type PageFault =
  'missing' | 'too-long' | 'too-large' | 'impossible-date' | 'unknown-weekday' | 'html' | 'invalid-bytes';

/**
 * A text that is not the page of an article. `messages` name the part, what was looked for and the line (from 1, as
 * printed in the file); `message` is the Vietnamese one. `line` is null where no line is meant.
 */
export class PageFormatError extends Error {
  readonly part: PagePart;
  readonly fault: PageFault;
  readonly line: number | null;
  readonly messages: BilingualText;

  constructor(part: PagePart, fault: PageFault, line: number | null, messages: BilingualText) {
    super(messages.vi);
    this.name = 'PageFormatError';
    this.part = part;
    this.fault = fault;
    this.line = line;
    this.messages = messages;
  }
}

const PART_NAMES = {
  title: { vi: 'Tiêu đề', en: 'The title' },
  lead: { vi: 'Đoạn mở đầu (sapo)', en: 'The lead' },
  byline: { vi: 'Dòng tác giả', en: 'The byline' },
} as const;

/**
 * Refuses a text longer than the article's attribute can hold; nothing is ever cut to fit.
 * Length is counted in UTF-16 units, as Strapi's own `maxLength` does.
 * @throws PageFormatError `too-long`, naming the limit
 */
export function assertLength(part: keyof typeof PART_NAMES, text: string, limit: number, line: number): void {
  if (text.length <= limit) return;
  const name = PART_NAMES[part];
  throw new PageFormatError(part, 'too-long', line, {
    vi: `${name.vi} ở dòng ${line} dài ${text.length} ký tự; giới hạn là ${limit} ký tự.`,
    en: `${name.en} on line ${line} is ${text.length} characters long; the limit is ${limit} characters.`,
  });
}
