import type { FoundCitation } from './types';

/** What joins the members of a list: commas, semicolons, "và", "hoặc", with or without "số". */
export const listGlue = /^\s{0,3}(?:[,;]|[,;]?\s{0,3}(?:và|hoặc|cùng))\s{0,3}(?:số\s{0,3})?$/iu;

function joined(text: string, one: FoundCitation, next: FoundCitation): boolean {
  if (next.start - one.end > 20 || one.issuer !== next.issuer) return false;
  return listGlue.test(text.slice(one.end, next.start).normalize('NFC'));
}

/** Gives the issuer stated once for a list ("18-NQ/TW và 19-NQ/TW của Bộ Chính trị") to all its members. */
export function shareIssuers(text: string, found: readonly FoundCitation[]): FoundCitation[] {
  const shared = [...found];
  const take = (index: number, from: number): void => {
    const [one, other] = [shared[index], shared[from]];
    if (one.issuerName !== null || other.issuerName === null) return;
    const [first, second] = index < from ? [one, other] : [other, one];
    if (joined(text, first, second)) shared[index] = { ...one, issuerName: other.issuerName };
  };
  for (let index = shared.length - 2; index >= 0; index -= 1) take(index, index + 1);
  for (let index = 1; index < shared.length; index += 1) take(index, index - 1);
  return shared;
}
