import type { Known, Reference } from '@gazette/delivery/strapi-server';
import { readFacts } from './facts';
import { sameIssuer } from './same-issuer';

/** What a text states of the document that it cites, besides the symbol. */
export interface Stated {
  /** The day of issue, YYYY-MM-DD. */
  date: string | null;
  issuerName: string | null;
}

/** The document that a citation means: null where the register has none, or where several are as likely. */
export interface Match {
  document: Reference | null;
  ambiguous: boolean;
}

/** The best of some values; all of them where none is better. */
const preferred = <T>(values: readonly T[], isBetter: (value: T) => boolean): readonly T[] => {
  const better = values.filter(isBetter);
  return better.length > 0 ? better : values;
};

/**
 * Which of the documents with the cited symbol is meant: by issuer, then by date. What contradicts a stated date or issuer
 * is ruled out, also where it is the only one.
 * @param picked what the editor picked by hand wins, where it carries the symbol
 */
export const matchCitation = (
  { date, issuerName }: Stated,
  candidates: readonly Known[],
  picked: ReadonlySet<string> = new Set(),
): Match => {
  const byHand = candidates.filter(({ reference }) => picked.has(reference.documentId));
  const [only] = byHand;
  if (only && byHand.length === 1) return { document: only.reference, ambiguous: false };

  const possible = (byHand.length > 0 ? byHand : candidates)
    .map(({ reference, facts }) => {
      const { issuedOn, issuerNames } = readFacts({ facts });
      return {
        reference,
        issuer: issuerName === null ? 'unknown' : sameIssuer(issuerName, issuerNames),
        isDated: date !== null && issuedOn === date,
        isOfOtherDay: date !== null && issuedOn !== null && issuedOn !== date,
      };
    })
    .filter(({ issuer, isOfOtherDay }) => issuer !== 'other' && !isOfOtherDay);
  const ofIssuer = preferred(possible, ({ issuer }) => issuer === 'same');
  const best = preferred(ofIssuer, ({ isDated }) => isDated);
  const [first] = best;
  return { document: best.length === 1 && first ? first.reference : null, ambiguous: best.length > 1 };
};
