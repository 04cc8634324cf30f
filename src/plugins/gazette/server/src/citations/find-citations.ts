import type { OfficialSymbol } from '../symbols';
import { cleanCharacters, foldWord, type CleanText } from '../symbols/characters';
import { typeOfNoun } from '../symbols/kind-nouns';
import { readSymbol } from '../symbols/read-symbol';
import { readElidedMembers } from './elided-list';
import { confidenceOf } from './evidence';
import { readIssuerBefore } from './issuer-before';
import { listGlue, shareIssuers, type Listed } from './lists';
import { readLead } from './nouns';
import { readIssueAfter } from './stated-issue';
import type { FoundCitation } from './types';

const letterOrDigit = /^[\p{L}\d]$/u;
const lawNoun =
  /(?:^|[^\p{L}])(bộ luật|luật|pháp lệnh|nghị quyết|lệnh|bo luat|luat|phap lenh|nghi quyet|lenh)(?!\p{L})/giu;
/** What makes of a symbol the name of a file or the user of an address. */
const goesOnAsName = /(?:@|\.(?:pdf|docx?|xlsx?|pptx?|html?|aspx?|php|jpe?g|png|zip|rar|txt)(?![\p{L}\d]))/iuy;
const ELIDED_CONFIDENCE = 0.85;

/**
 * Finds where `text` cites documents by their symbols, in text order. Offsets are UTF-16 units of `text` as given, also
 * when it is NFD. Runs in time linear in the length of `text`; nothing is thrown.
 */
export function findCitations(text: string): FoundCitation[] {
  const clean = cleanCharacters(text);
  const found: Listed[] = [];
  const digits = /\d+/g;
  let previousEnd = 0;
  let previous: FoundCitation | undefined;
  for (let match = digits.exec(clean.text); match !== null; match = digits.exec(clean.text)) {
    if (!mayGoOn(clean.text, digits.lastIndex) || !mayStart(clean.text, match.index)) continue;
    const reading = readSymbol(clean.text, match.index);
    if (!reading.ok) {
      digits.lastIndex = Math.max(digits.lastIndex, reading.end);
      continue;
    }
    const { symbol, end } = reading;
    goesOnAsName.lastIndex = end;
    if (goesOnAsName.test(clean.text)) continue;
    const lead = readLead(clean.text, match.index, symbol.type);
    const issue = readIssueAfter(clean.text, end, reading.joint);
    const spelling = clean.text.slice(match.index, end);
    const elided = readElidedMembers(clean.text, match.index, previousEnd, symbol);
    const inList = previous !== undefined && listGlue.test(clean.text.slice(previousEnd, match.index).slice(0, 20));
    const continues = inList || elided.length > 0;
    const confidence = confidenceOf(reading, spelling, lead, continues, issue.date !== null);
    if (confidence === 0) continue;

    const type = symbol.type ?? typeFromNoun(clean.text, previousEnd, match.index, symbol, lead.noun);
    const typeOfList = type === null && inList && previous?.year !== null ? (previous?.type ?? null) : type;
    const first = elided[0]?.nounStart ?? lead.nounStart ?? lead.numberStart;
    const issuerName = issue.issuerName ?? readIssuerBefore(clean.text, first, previousEnd);
    for (const member of elided) {
      const begin = member.nounStart ?? member.start;
      const stated = { type: typeOfList, issuerName, date: null, confidence: ELIDED_CONFIDENCE };
      const { number, year, symbol: canonical } = member;
      const one = citation(clean, text, begin, member.end, { ...symbol, number, year, canonical }, stated);
      found.push({ citation: one, tail: one.end });
    }
    const stated = { type: typeOfList, issuerName, date: issue.date, confidence };
    previous = citation(clean, text, lead.nounStart ?? match.index, end, symbol, stated);
    found.push({ citation: previous, tail: issue.issuerName === null ? clean.ends[issue.end - 1] : previous.end });
    previousEnd = end;
    digits.lastIndex = end;
  }
  return shareIssuers(text, found);
}

/** A quick look behind a number: a symbol goes on with a mark or a letter, perhaps after spaces. */
function mayGoOn(text: string, at: number): boolean {
  let next = at;
  while (next < at + 4 && (text[next] === ' ' || text[next] === '\n')) next += 1;
  const code = text.charCodeAt(next);
  return code === 0x2d || code === 0x2e || code === 0x2f || code >= 0x41;
}

/** A number starts a symbol unless it goes on a date, a decimal, another code or a word other than "số". */
function mayStart(text: string, at: number): boolean {
  const before = text[at - 1];
  if (before === undefined) return true;
  if (letterOrDigit.test(before)) return /(?:^|[^\p{L}\d])s[ốo]$/iu.test(text.slice(Math.max(0, at - 3), at));
  if (/^[_@=#\\]$/.test(before)) return false;
  const attached = text[at - 2] ?? ' ';
  if (before === '/') return false;
  if (before === '-') return !letterOrDigit.test(attached);
  if (before === '.' || before === ':') return !/^\d$/.test(attached);
  return true;
}

function citation(
  clean: CleanText,
  text: string,
  from: number,
  until: number,
  symbol: Pick<OfficialSymbol, 'canonical' | 'number' | 'year' | 'issuer' | 'family'>,
  stated: Pick<FoundCitation, 'type' | 'issuerName' | 'date' | 'confidence'>,
): FoundCitation {
  const start = clean.starts[from];
  const end = clean.ends[until - 1];
  return {
    start,
    end,
    text: text.slice(start, end),
    symbol: symbol.canonical,
    number: symbol.number,
    year: symbol.year,
    type: stated.type,
    issuer: symbol.issuer,
    issuerName: stated.issuerName,
    date: stated.date,
    family: symbol.family,
    confidence: stated.confidence,
  };
}

/** The type of a symbol that prints none: the noun tells. */
function typeFromNoun(
  text: string,
  from: number,
  at: number,
  symbol: OfficialSymbol,
  noun: string | null,
): string | null {
  if (symbol.layout === 'assembly') return assemblyType(text, from, at);
  return noun === null ? null : typeOfNoun(noun, symbol.family);
}

/** The type that the noun names which stands before a symbol of the National Assembly in the same sentence. */
function assemblyType(text: string, from: number, at: number): string | null {
  const window = text.slice(Math.max(from, at - 160), at);
  const sentence = window.slice(
    Math.max(window.lastIndexOf('. '), window.lastIndexOf(';'), window.lastIndexOf('\n\n')) + 1,
  );
  let noun: string | null = null;
  for (const match of sentence.matchAll(lawNoun)) noun = foldWord(match[1]);
  if (noun === null || noun === 'lenh') return null;
  return noun === 'phap lenh' ? 'PL' : noun === 'nghi quyet' ? 'NQ' : 'L';
}
