import { beforeIssuingVerb } from './issuing-verbs';
import { mayBeginBody, nameOf, readOrganisation } from './organisations';
import { withoutPerson } from './persons';

const WINDOW = 160;

const clauseMarks = /[.;:()"“”]|,(?! (?:Thể thao|Khoa học|Hạ tầng|chống|tiêu cực))|\n\n/g;
const endsWithOf = /(?:^|[ \n])c[ủu]a[ \n]/giu;
const wordEnd = /[\p{L}\d):][ \n]{1,4}$/u;

/** What may stand between a body and its verb: a note in brackets, the committee's term. */
const brackets = /[ \n]{0,2}\([^()\n]{1,40}\)$/u;
const term = /,?[ \n]{1,4}(?:khóa|khoá|nhiệm kỳ)[ \n]{1,4}[\p{L}\d-]{1,9}$/iu;
const personTitle = /(?:chủ tịch|bí thư|thủ tướng|bộ trưởng|giám đốc|thống đốc|trưởng ban|trưởng phòng)[ \n]/iu;
const deputy = /phó[ \n]{1,4}$/iu;
/** Titles that are no office which issues: "Bí thư Huyện ủy" signs for Huyện ủy. */
const secretary = /^(?:tổng[ \n]{1,4})?bí thư(?!\p{L})/iu;
const standingDeputy = /phó[ \n]{1,4}(?:bí thư|chủ tịch)[ \n]{1,4}$/iu;

/**
 * The issuer that stands before the words at `at`: "Huyện ủy Cái Bè đã ban hành Kế hoạch số ...", "ý kiến của UBND tỉnh
 * tại Công văn số ..." or, between noun and number, "Kế hoạch của Huyện ủy Cái Bè số ...".
 * `from` bounds the way back (the end of the citation before).
 */
export function readIssuerBefore(text: string, at: number, from: number): string | null {
  if (!wordEnd.test(text.slice(Math.max(from, at - 5), at))) return null;
  const window = text.slice(Math.max(from, at - WINDOW), at);
  const subject = beforeIssuingVerb(window);
  if (subject === null) return ownerAtEnd(window);
  const sentence = withoutAdditions(withoutApposition(subject));
  const marks = [...sentence.matchAll(clauseMarks)];
  const last = marks.at(-1);
  const clause = sentence.slice(last === undefined ? 0 : last.index + last[0].length);
  const before = marks.at(-2);
  const clauseBefore = sentence.slice(before === undefined ? 0 : before.index + before[0].length, last?.index);
  return last?.[0] === ',' && isBodyAlone(clauseBefore) ? null : subjectAtEnd(clause);
}

/** A body and nothing else before a comma is the first of several: which of them issued is not told. */
function isBodyAlone(clause: string): boolean {
  const name = clause.trim();
  return readOrganisation(name, 0) === name.length;
}

/** "Ông Trần Văn Bé, Bí thư Đảng ủy phường 8, ký ...": the comma parts the signer from the verb only. */
function withoutApposition(subject: string): string {
  const trimmed = subject.trimEnd();
  if (!trimmed.endsWith(',')) return subject;
  const clause =
    trimmed
      .slice(0, -1)
      .split(/[,.;:]/u)
      .at(-1) ?? '';
  return personTitle.test(clause) ? trimmed.slice(0, -1) : subject;
}

function withoutAdditions(subject: string): string {
  return subject.trimEnd().replace(brackets, '').replace(term, '').trimEnd();
}

/** "... của UBND tỉnh tại Công văn số ...", "Kế hoạch của Huyện ủy số ...". */
function ownerAtEnd(window: string): string | null {
  const owner = window
    .trimEnd()
    .replace(/[ \n]tại$/u, '')
    .trimEnd();
  let start = -1;
  for (const { index, 0: of } of owner.matchAll(endsWithOf)) start = index + of.length;
  return start >= 0 && readOrganisation(owner, start) === owner.length ? nameOf(owner, start, owner.length) : null;
}

/** The body that is the subject at the end of a clause; where a person signed, the office. A line may begin a clause. */
function subjectAtEnd(clause: string): string | null {
  const line = clause.lastIndexOf('\n') + 1;
  const name = line > 0 ? signerOrBody(clause.slice(line)) : null;
  return name ?? signerOrBody(clause);
}

function signerOrBody(clause: string): string | null {
  return bodyAtEnd(personTitle.test(clause) ? withoutPerson(clause) : clause);
}

/** The longest name of a body that reaches to the end of `clause`. */
function bodyAtEnd(clause: string): string | null {
  for (const { index } of clause.matchAll(/[\p{L}\d]+/gu)) {
    if (!mayBeginBody(clause, index)) continue;
    const before = clause.slice(Math.max(0, index - 20), index);
    const words = clause.slice(index, index + 20);
    if (deputy.test(before)) {
      // A Deputy Prime Minister signs for the Prime Minister, whom the text does not name.
      if (/^thủ tướng/iu.test(words)) return null;
      continue;
    }
    if (secretary.test(words) || (standingDeputy.test(before) && /^thường trực/iu.test(words))) continue;
    if (readOrganisation(clause, index) !== clause.length) continue;
    return / và[ \n]$/u.test(before) ? null : nameOf(clause, index, clause.length);
  }
  return null;
}
