import { foldWord } from '../symbols/characters';
import type { SymbolReading } from '../symbols/read-symbol';
import { findType } from '../symbols/codes';
import type { Lead } from './nouns';

type Reading = Extract<SymbolReading, { ok: true }>;

/** Words whose number is never a document's, folded. */
const foreign = new Set([
  ...['hop dong', 'mau', 'bieu mau', 'to khai', 'ma so', 'tai khoan', 'hoa don', 'bien so', 'bien kiem soat'],
  ...[
    'iso',
    'tcvn',
    'qcvn',
    'tcxdvn',
    'tcxd',
    'iec',
    'astm',
    'chuyen bay',
    'ty so',
    'ti so',
    'dien thoai',
    'sdt',
    'hotline',
  ],
]);
/** Words whose number may look like one, folded: enough against a symbol whose codes are not known. */
const doubtful = new Set([
  ...[
    'bieu',
    'phu luc',
    'lo',
    'thua',
    'can ho',
    'so nha',
    'nha',
    'duong',
    'ngo',
    'hem',
    'kiet',
    'tuyen',
    'phong',
    'ma',
  ],
  ...[
    'san pham',
    'sung',
    'may bay',
    'ten lua',
    'xe',
    'xe tang',
    'phao',
    'tau',
    'model',
    'may',
    'thiet bi',
    'loai',
    'to',
  ],
  ...['tieu doan', 'trung doan', 'su doan', 'lu doan', 'dai doi', 'don vi', 'mat hang', 'quoc lo', 'tinh lo', 'bien'],
]);
/** Words before the number of an official letter that name no kind, folded. */
const letterWords = new Set(['van ban', 'hoa toc', 'van khan']);
/** Words that count years, days and parts of texts: a number after them with loose codes is theirs. */
const counted = new Set('năm tháng ngày điều khoản điểm mục trang chương quý'.split(' '));

/** Whether one to three words of `words` stand right before; "số" is among them where it labels the number. */
function endsWith({ before, labelled }: Lead, words: ReadonlySet<string>): boolean {
  const [last, previous, third] = before.map((word) => foldWord(word.text));
  if (labelled && words.has(`${last} so`)) return true;
  if (last === undefined) return false;
  return words.has(last) || words.has(`${previous} ${last}`) || words.has(`${third} ${previous} ${last}`);
}

/**
 * How sure a symbol read in text is a citation, 0 to 1; 0 means that it is none.
 * `spelling` is the symbol as typed; `continues` tells that it goes on a list of citations.
 */
export function confidenceOf(
  reading: Reading,
  spelling: string,
  lead: Lead,
  continues: boolean,
  dated: boolean,
): number {
  const { symbol, knownIssuer } = reading;
  const noun = lead.nounStart !== null;
  if (!noun && endsWith(lead, foreign)) return 0;
  const evident = noun || lead.labelled || continues;
  const loose = /^\d+(?:\.\d+)?[a-zđ]?(?: |(?=\p{L}))/u.test(spelling);
  if (loose && !evident) return 0;
  if (loose && counted.has(lead.before[0]?.text.toLowerCase() ?? '') && !noun) return 0;

  const named = noun || (symbol.layout === 'letter' && endsWith(lead, letterWords));
  const base = baseConfidence(reading, spelling, named, evident, dated);
  if (base === 0) return 0;
  const weak = !knownIssuer || symbol.layout === 'letter';
  if (!noun && weak && endsWith(lead, doubtful)) return 0;
  const mended = spelling !== symbol.canonical ? 0.05 : 0;
  const small = spelling === spelling.toLowerCase() ? 0.05 : 0;
  return Math.round(Math.min(0.98, base + (noun ? 0.08 : 0) - mended - small) * 100) / 100;
}

function baseConfidence(reading: Reading, spelling: string, noun: boolean, evident: boolean, dated: boolean): number {
  const { symbol, knownIssuer } = reading;
  const small = /[a-zđ]{2,}/u.test(spelling.replace(/TTg|CTr|TTr|ThU|QĐi/gu, ''));
  switch (symbol.layout) {
    case 'assembly':
      return 0.9;
    case 'legacy':
      return noun ? 0.8 : 0;
    case 'letter':
      if (knownIssuer) return evident ? 0.85 : 0.75;
      return noun && !small ? 0.75 : 0;
    default:
      if (findType(symbol.type ?? '', symbol.family) === undefined) return 0;
      if (knownIssuer) return 0.9;
      return (evident || dated) && !small ? 0.75 : 0;
  }
}
