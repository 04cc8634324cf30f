/** A line that is not blank, cleaned: NFC, trimmed, spaces folded. `line` is its number in the file, from 1. */
export interface PageLine {
  text: string;
  line: number;
}

const LINE_BREAK = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/u;
/** Control characters other than tab and line breaks: PostgreSQL refuses NUL, and none of them is text. */
const CONTROLS = /[^\P{Cc}\t\n\v\f\r\u0085]/gu;
const INVISIBLE = /\u00AD|[\u200B\u200C\u200E\u200F\u2060\uFEFF]/gu;
/** A joiner holds an emoji together; anywhere else it is noise from copying. */
const STRAY_JOINER = /(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F])\u200D/gu;
const LONE_SURROGATE = /\p{Cs}/gu;
/**
 * Sorting a run of combining marks costs its length squared, so runs are broken with U+034F after 30 marks
 * (Stream-Safe Text Process, Unicode Standard Annex 15, UAX15-D4). Vietnamese has at most two in a row.
 */
const LONG_MARK_RUN = /(\p{M}{30})(?=\p{M})/gu;

/** The lines of a page that are not blank, cleaned. Accepts any line ending, NFD, BOM, nbsp and zero-width characters. */
export function readLines(text: string): PageLine[] {
  const lines: PageLine[] = [];
  clean(text)
    .split(LINE_BREAK)
    .forEach((raw, index) => {
      const folded = raw.replace(/\s+/gu, ' ').trim();
      if (folded !== '') lines.push({ text: folded, line: index + 1 });
    });
  return lines;
}

function clean(text: string): string {
  return (
    text
      .replace(LONE_SURROGATE, '\uFFFD')
      .replace(CONTROLS, '')
      .replace(INVISIBLE, '')
      .replace(STRAY_JOINER, '')
      // Eth looks like the Vietnamese letter and is often typed for it.
      .replace(/\u00D0/gu, 'Đ')
      .replace(/\u00F0/gu, 'đ')
      .replace(LONG_MARK_RUN, '$1\u034F')
      .normalize('NFC')
  );
}

/**
 * Lines to paragraphs. NukeViet's text has one paragraph a line, with or without blank lines between, so a line is a
 * paragraph. The exception is text that was wrapped at some width: a line directly under the one before (no blank line
 * between) that begins with a small letter, where the line before does not end a sentence, continues it and is joined
 * with a space. A line printed twice (a photo's caption) and the lines `standsAlone` names (date, byline, footer) are
 * never joined to anything; nor are list items ("a) ...") or addresses (https://...).
 */
export function joinWrappedLines(lines: readonly PageLine[], standsAlone: (text: string) => boolean): PageLine[] {
  const paragraphs: { parts: string[]; line: number }[] = [];
  const alone = lines.map((line, index) => isDoubled(lines, index) || standsAlone(line.text));
  lines.forEach((current, index) => {
    const previous = lines[index - 1];
    const joins =
      previous !== undefined &&
      previous.line + 1 === current.line &&
      !alone[index - 1] &&
      !alone[index] &&
      continues(previous.text, current.text);
    if (joins) paragraphs[paragraphs.length - 1].parts.push(current.text);
    else paragraphs.push({ parts: [current.text], line: current.line });
  });
  return paragraphs.map(({ parts, line }) => ({ text: parts.join(' '), line }));
}

function isDoubled(lines: readonly PageLine[], index: number): boolean {
  const { text } = lines[index];
  return lines[index - 1]?.text === text || lines[index + 1]?.text === text;
}

function continues(previous: string, current: string): boolean {
  if (!/^\p{Ll}/u.test(current)) return false;
  if (/^(?:\p{Ll}{1,3} ?[).:]|https?:|www\.)/u.test(current)) return false;
  return !/[.!?…:;]["'”’»)\]]{0,4}$/u.test(previous.slice(-6));
}
