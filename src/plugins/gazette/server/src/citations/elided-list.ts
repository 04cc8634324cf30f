import { printSymbol, type OfficialSymbol } from '../symbols';
import { readLead } from './nouns';

const WINDOW = 160;
const MOST_MEMBERS = 20;

/** A number of a list that leaves its codes to the last member: 18 in "Nghị quyết 18, 19-NQ/TW". */
export type ElidedMember = {
  start: number;
  end: number;
  nounStart: number | null;
  number: string;
  year: number | null;
  symbol: string;
};

const glued = /(?:[,;]|(?:^|[ \n])(?:và|hoặc))[ \n]{0,3}(?:số[ \n]{1,3})?$/iu;
const member =
  /(?:^|[^\p{L}\d/.-])(\d{1,4}(?:[a-zđ](?!\p{L}))?)(?:\/(\d{4}))?\/?(?:[ \n]{0,3}[,;](?:[ \n]{0,3}(?:và|hoặc))?|[ \n]{1,3}(?:và|hoặc))[ \n]{0,3}(?:số[ \n]{1,3})?$/iu;

/**
 * The members of a list that end with the full symbol at `at`, first member first; empty when there is no such list.
 * The first member needs a kind's noun in front. `from` bounds the way back (the end of the citation before).
 */
export function readElidedMembers(text: string, at: number, from: number, symbol: OfficialSymbol): ElidedMember[] {
  if (symbol.layout === 'legacy' || !glued.test(text.slice(Math.max(from, at - 12), at))) return [];
  const members: ElidedMember[] = [];
  let end = at;
  while (members.length < MOST_MEMBERS) {
    const offset = Math.max(from, at - WINDOW);
    const match = member.exec(text.slice(offset, end));
    if (match === null) break;
    const year = match[2] === undefined ? symbol.year : Number(match[2]);
    const yearLike = match[2] === undefined && /^(?:19|20)\d\d$/.test(match[1]);
    if (yearLike || (year !== null && symbol.year === null)) return [];
    const start = offset + match.index + match[0].indexOf(match[1]);
    const memberEnd = start + match[1].length + (match[2] === undefined ? 0 : match[2].length + 1);
    const canonical = printSymbol({ ...symbol, number: match[1], year });
    members.unshift({ start, end: memberEnd, nounStart: null, number: match[1], year, symbol: canonical });
    end = start;
    const lead = readLead(text, start, symbol.type);
    if (lead.nounStart !== null) {
      members[0].nounStart = lead.nounStart;
      return members;
    }
  }
  return [];
}
