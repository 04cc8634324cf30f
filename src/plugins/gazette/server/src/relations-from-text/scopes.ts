const unit =
  /(?:(?:các|những)[ \n]{1,4})?(điểm|khoản|điều|tiểu mục|mục|chương|phần|phụ lục|tiết|đoạn|khổ|ý|câu|gạch đầu dòng|biểu mẫu|mẫu|biểu|bảng)[ \n]{1,4}/iuy;
const phraseUnit = /(?:(?:các|những)[ \n]{1,4})?(?:cụm từ|dòng chữ|từ|chữ|đoạn)[ \n]{1,4}(?=["“«])/iuy;
const id =
  /(?:số[ \n]{1,4})?(?:\d{1,4}(?:\.\d{1,3}){0,4}[a-zđ]{0,2}|[ivxlc]{1,7}|[a-zđ]|thứ[ \n]{1,4}\p{L}{2,5}|đầu tiên|cuối cùng|cuối)(?![\p{L}\d/]|-\p{L}|\.\d)/iuy;
const idGlue = /(?:[ \n]{0,2},[ \n]{0,4}|[ \n]{1,4}(?:và|hoặc|đến)[ \n]{1,4}|[ \n]?-[ \n]?)/iuy;
const unitGlue =
  /[ \n]{0,4}[,;]?[ \n]{0,4}(?:(?:và|hoặc|của|tại|thuộc|trong|ở|vào|sau|trước|vào sau|vào trước)[ \n]{1,4}){0,2}/iuy;
const quoteEnd: Record<string, string> = { '"': '"', '“': '”', '«': '»' };
const LONGEST_PHRASE = 300;
const MOST_UNITS = 60;

/** A part of a document named in the text: "điểm a khoản 1 Điều 5", "cụm từ “...” tại Điều 3". */
export type ScopeSpan = {
  start: number;
  end: number;
  /** Where the part that is no phrase begins; null when only a phrase is named. */
  place: number | null;
  /** Where the last phrase ends that stands before the place; null when none does. */
  phraseEnd: number | null;
};

function matchEnd(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

/** The end of "khoản 1, 2 và 3" at `at`; undefined when no unit with a number or letter is there. */
function unitEnd(text: string, at: number): number | undefined {
  const named = matchEnd(unit, text, at);
  let end = named === undefined ? undefined : matchEnd(id, text, named);
  for (let count = 0; end !== undefined && count < MOST_UNITS; count += 1) {
    const glue = matchEnd(idGlue, text, end);
    const next = glue === undefined ? undefined : matchEnd(id, text, glue);
    if (next === undefined) return end;
    end = next;
  }
  return end;
}

/** The end of "cụm từ “...”, “...”" at `at`. */
function phraseEndAt(text: string, at: number): number | undefined {
  let open = matchEnd(phraseUnit, text, at);
  let end: number | undefined;
  for (let count = 0; open !== undefined && count < MOST_UNITS; count += 1) {
    const window = text.slice(open + 1, open + LONGEST_PHRASE);
    const close = window.indexOf(quoteEnd[text[open]]);
    if (close === -1) return end;
    end = open + close + 2;
    const next = matchEnd(idGlue, text, end);
    open = next !== undefined && /^["“«]$/.test(text[next] ?? '') ? next : undefined;
  }
  return end;
}

/** Reads the named part that begins at `at` of a cleaned text. */
export function readScope(text: string, at: number): ScopeSpan | undefined {
  let next = at;
  let span: ScopeSpan | undefined;
  for (let count = 0; count < MOST_UNITS; count += 1) {
    const phrase = phraseEndAt(text, next);
    const end = phrase ?? unitEnd(text, next);
    if (end === undefined) return span;
    span ??= { start: at, end, place: null, phraseEnd: null };
    span.end = end;
    if (phrase === undefined) span.place ??= next;
    else if (span.place === null) span.phraseEnd = end;
    const glue = matchEnd(unitGlue, text, end);
    if (glue === undefined || glue === end) return span;
    next = glue;
  }
  return span;
}
