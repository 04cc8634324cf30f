import { readDate, readIssueDate } from './dates';
import { readOrganisation } from './organisations';

/** What a text states about the issue of a cited document. */
export type StatedIssue = { date: string | null; issuerName: string | null };

const WINDOW = 160;
const gap = /[ \n]{0,4}(?:[,(][ \n]{0,4})?/y;
const of = /c[ủu]a[ \n]{1,4}/iuy;
const by = /(?:do|được)[ \n]{1,4}/iuy;
/** Cheap look at the last letters, so that most places need no more. */
const issuingEnd = /(?:hành|ký|có|ra|các)[ \n]{1,4}$/iu;
const issued = /[ \n]{1,4}(?:đã[ \n]{1,4})?(?:ký[ \n]{1,4})?(?:ban hành|ký)/iuy;
const issuing =
  /(?:(?:đã|vừa|mới|cũng)[ \n]{1,4}){0,2}(?:ký[ \n]{1,4})?(?:ban hành|ký|có|ra)[ \n]{1,4}(?:các[ \n]{1,4})?$/iu;
const clauseStart = /[.;:()"“”\n]|,(?! Thể thao)/g;

function matchEnd(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

/** The name as one line, as the text spells it. */
function nameOf(text: string, start: number, end: number): string {
  return text.slice(start, end).replace(/\s+/g, ' ');
}

/** Reads the date and the issuer that follow a symbol ending at `at`, in either order. */
export function readIssueAfter(text: string, at: number): StatedIssue {
  const stated: StatedIssue = { date: null, issuerName: null };
  let end = at;
  for (let step = 0; step < 3; step += 1) {
    const start = matchEnd(gap, text, end) ?? end;
    const bracketed = text.slice(end, start).includes('(');
    const date =
      stated.date === null
        ? (readIssueDate(text, start) ?? (bracketed ? readDate(text, start) : undefined))
        : undefined;
    if (date !== undefined) {
      stated.date = date.day;
      end = text[date.end] === ')' ? date.end + 1 : date.end;
      continue;
    }
    const issuer = stated.issuerName === null ? readIssuer(text, start) : undefined;
    if (issuer === undefined) break;
    stated.issuerName = issuer.name;
    end = issuer.end;
  }
  return stated;
}

/** "của Bộ Chính trị", "do Huyện ủy ban hành", "được Bộ Chính trị ban hành". */
function readIssuer(text: string, at: number): { name: string; end: number } | undefined {
  const ofEnd = matchEnd(of, text, at);
  if (ofEnd !== undefined) {
    const end = readOrganisation(text, ofEnd);
    return end === undefined ? undefined : { name: nameOf(text, ofEnd, end), end };
  }
  const byEnd = matchEnd(by, text, at);
  const end = byEnd === undefined ? undefined : readOrganisation(text, byEnd);
  if (byEnd === undefined || end === undefined) return undefined;
  const verbEnd = matchEnd(issued, text, end);
  return verbEnd === undefined ? undefined : { name: nameOf(text, byEnd, end), end: verbEnd };
}

/** The body named from one of the words of `text[from, until)` on whose name ends exactly at `until`. */
function organisationUntil(text: string, from: number, until: number): string | null {
  for (const { index } of text.slice(from, until).matchAll(/[\p{L}\d]+/gu)) {
    const end = readOrganisation(text, from + index);
    if (end === until) return nameOf(text, from + index, end);
  }
  return null;
}

/**
 * The issuer that stands before the words at `at`: "Huyện ủy Cái Bè đã ban hành Kế hoạch số ..." or, between noun and
 * number, "Kế hoạch của Huyện ủy Cái Bè số ...".
 */
export function readIssuerBefore(text: string, at: number): string | null {
  const from = Math.max(0, at - WINDOW);
  const window = text.slice(from, at);
  const verb = issuingEnd.test(window.slice(-8)) ? issuing.exec(window.slice(-50)) : null;
  const subjectEnd = verb === null ? at : at - verb[0].length;
  const subject = text.slice(from, subjectEnd).trimEnd();
  if (verb === null) {
    const ofAt = Math.max(subject.lastIndexOf(' của '), subject.lastIndexOf('\ncủa '));
    if (ofAt < 0) return null;
    const start = from + ofAt + 5;
    return readOrganisation(text, start) === from + subject.length ? nameOf(text, start, from + subject.length) : null;
  }
  let clause = 0;
  for (const { index } of subject.matchAll(clauseStart)) clause = index + 1;
  return organisationUntil(text, from + clause, from + subject.length);
}
