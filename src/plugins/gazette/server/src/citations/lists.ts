import type { FoundCitation } from './types';

/** What joins the members of a list: commas, semicolons, "và", "hoặc", with or without "số". */
export const listGlue = /^\s{0,3}(?:[,;]|[,;]?\s{0,3}(?:và|hoặc|cùng))\s{0,3}(?:số\s{0,3})?$/iu;

const LONGEST_GLUE = 20;

/** A citation, and where the text after it goes on: after its symbol, or after its date where no issuer is stated. */
export type Listed = { citation: FoundCitation; tail: number };

function joined(text: string, one: Listed, next: Listed): boolean {
  const until = next.citation.start;
  if (until - one.tail > LONGEST_GLUE || one.citation.issuer !== next.citation.issuer) return false;
  return listGlue.test(text.slice(one.tail, until).normalize('NFC'));
}

/** Gives the issuer stated once for a list ("18-NQ/TW và 19-NQ/TW của Bộ Chính trị") to all its members. */
export function shareIssuers(text: string, found: readonly Listed[]): FoundCitation[] {
  const shared = found.map(({ citation }) => citation);
  const take = (index: number, from: number): void => {
    const [one, other] = [shared[index], shared[from]];
    if (one.issuerName !== null || other.issuerName === null) return;
    const [first, second] = index < from ? [index, from] : [from, index];
    if (joined(text, found[first], found[second])) shared[index] = { ...one, issuerName: other.issuerName };
  };
  for (let index = shared.length - 2; index >= 0; index -= 1) take(index, index + 1);
  for (let index = 1; index < shared.length; index += 1) take(index, index - 1);
  return shared;
}
