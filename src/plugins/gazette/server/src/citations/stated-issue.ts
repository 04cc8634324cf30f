import { readDate, readIssueDate, type IntroducedDate } from './dates';
import { isEventDate } from './event-date';
import { nameOf, readOrganisation } from './organisations';
import { withoutPerson } from './persons';

/** What a text states about the issue of a cited document; `end` is after the last of it, or after the symbol. */
export type StatedIssue = { date: string | null; issuerName: string | null; end: number };

const MOST_STEPS = 4;
const gap = /[ \n]{0,4}(?:[,(][ \n]{0,4})?/y;
const year = /n[ăa]m[ \n]{1,4}\d{4}(?!\d)/iuy;
const of = /c[ủu]a[ \n]{1,4}/iuy;
const by = /(?:(?:đã|vừa|mới)[ \n]{1,4}){0,2}(?:do|được|duoc)[ \n]{1,4}/iuy;
/** Central resolutions name the session before the committee. */
const session = /hội nghị lần thứ[ \n]{1,4}\p{L}{1,8}[ \n]{1,4}(?:của[ \n]{1,4})?/iuy;
const term =
  /(?:[ \n]{0,2},?[ \n]{1,4}\(?(?:khóa|khoá|nhiệm kỳ)[ \n]{1,4}[\p{L}\d-]{1,9}\)?)?(?:[ \n]{0,2},?[ \n]{1,4}(?:tại[ \n]{1,4})?kỳ họp[ \n]{1,4}(?:lần[ \n]{1,4})?thứ[ \n]{1,4}[\p{L}\d]{1,9})?/iuy;
const issued =
  /[ \n]{1,4}(?:(?:đã|vừa|mới)[ \n]{1,4})?(?:ký[ \n]{1,4})?(?:ban hành|ban hanh|phát hành|thông qua|phê duyệt|ký)(?!\p{L})(?:[ \n]{1,4}vào(?=[ \n]{1,4}ng))?/iuy;

const signedBy = new RegExp(`(?:[ \\n]{1,4}\\p{Lu}\\p{Ll}*){0,4}${issued.source}`, 'uy');

function matchEnd(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

/**
 * Reads the date and the issuer that follow a symbol ending at `at`, in either order. `joint` tells that the symbol
 * names several issuers.
 */
export function readIssueAfter(text: string, at: number, joint: boolean): StatedIssue {
  const stated: StatedIssue = { date: null, issuerName: null, end: at };
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const start = matchEnd(gap, text, stated.end) ?? stated.end;
    const mark = /[,(]/.exec(text.slice(stated.end, start))?.[0];
    const date = stated.date === null ? dateAt(text, start, mark) : undefined;
    if (date !== undefined) {
      if (mark === ',' && date.bare && isEventDate(text, date.end)) break;
      stated.date = date.day;
      stated.end = text[date.end] === ')' ? date.end + 1 : date.end;
      continue;
    }
    const issuer = stated.issuerName === null ? readIssuer(text, start, joint) : undefined;
    if (issuer !== undefined) {
      stated.issuerName = issuer.name;
      stated.end = issuer.end;
      continue;
    }
    const yearEnd = mark === undefined && stated.end === at ? matchEnd(year, text, start) : undefined;
    if (yearEnd === undefined) break;
    stated.end = yearEnd;
  }
  return stated;
}

/** In brackets a date needs no "ngày". */
function dateAt(text: string, at: number, mark: string | undefined): IntroducedDate | undefined {
  const introduced = readIssueDate(text, at);
  if (introduced !== undefined || mark !== '(') return introduced;
  const date = readDate(text, at);
  return date && { ...date, bare: false };
}

const MOST_BODIES = 6;
const and = /[ \n]{1,4}v[àa][ \n]{1,4}/iuy;
const listed = /(?:[ \n]{0,2},|[ \n]{1,4}-|[ \n]{1,4}v[àa])[ \n]{1,4}/iuy;
/** After a second body these tell that it acts by itself: "của Tỉnh ủy và Huyện ủy đã họp". */
const acts =
  /[ \n]{1,4}(?:đã|vừa|mới|sẽ|đang|cũng|có|ký|ra|ban hành|tổ chức|triển khai|phối hợp|thực hiện|xây dựng|tiếp tục|họp|cùng)(?!\p{L})/iuy;

/**
 * The end of the bodies named from `at` on: one, or several joined by "và", where a joint symbol also by commas;
 * undefined when none is.
 */
function readBodies(text: string, at: number, joint: boolean): number | undefined {
  let end = readOrganisation(text, at);
  for (let count = 1; end !== undefined && count < MOST_BODIES; count += 1) {
    const next = matchEnd(joint ? listed : and, text, end);
    const nextEnd = next === undefined ? undefined : readOrganisation(text, next);
    if (nextEnd === undefined || (!joint && matchEnd(acts, text, nextEnd) !== undefined)) break;
    end = nextEnd;
  }
  return end;
}

const deputy =
  /(?:(?:ông|bà|đồng chí)[ \n]{1,4})?phó[ \n]{1,4}(?:chủ tịch|bí thư|giám đốc|trưởng ban|trưởng phòng)[ \n]{1,4}(?:thường trực[ \n]{1,4})?/iuy;

/** The office for which a deputy signed: UBND tỉnh of "do Phó Chủ tịch UBND tỉnh Lê Ngọc Châu ký ngày". */
function readSigner(text: string, at: number): { name: string; end: number } | undefined {
  const nameEnd = readOrganisation(text, at);
  const end = nameEnd === undefined ? undefined : matchEnd(signedBy, text, nameEnd);
  return nameEnd === undefined || end === undefined
    ? undefined
    : { name: withoutPerson(nameOf(text, at, nameEnd)), end };
}

/** "của Bộ Chính trị", "do Huyện ủy ban hành", "được Bộ Chính trị ban hành". */
function readIssuer(text: string, at: number, joint: boolean): { name: string; end: number } | undefined {
  const ofEnd = matchEnd(of, text, at) ?? at;
  const bodyAt = matchEnd(session, text, ofEnd) ?? ofEnd;
  if (bodyAt > at) {
    const end = readBodies(text, bodyAt, joint);
    return end === undefined ? undefined : { name: nameOf(text, bodyAt, end), end: matchEnd(term, text, end) ?? end };
  }
  const byEnd = matchEnd(by, text, at);
  if (byEnd === undefined) return undefined;
  const deputyEnd = matchEnd(deputy, text, byEnd);
  if (deputyEnd !== undefined) return readSigner(text, deputyEnd);
  const end = readBodies(text, byEnd, joint);
  if (end === undefined) return undefined;
  const verbEnd = matchEnd(issued, text, matchEnd(term, text, end) ?? end);
  return verbEnd === undefined ? undefined : { name: nameOf(text, byEnd, end), end: verbEnd };
}
