import type { Known } from '@gazette/delivery/strapi-server';
import { isNormative, type RegisterDocument } from '../legal-status';
import type { DocumentRow, IssuerRow } from '../presenters';
import { dayOrNull, textOrNull } from '../presenters/values';
import { isRecord } from '../sections/values';

/** What others need to know of a published document of the register; the same in every language. */
export interface DocumentFacts {
  issuedOn: string | null;
  effectiveFrom: string | null;
  effectiveTo: string | null;
  normative: boolean;
  /** Every name of every issuer: full and short, in all languages. */
  issuerNames: string[];
  /** Slugs of the issuers. */
  issuers: string[];
  /** Their codes as in symbols. */
  issuerCodes: string[];
}

const namesOf = (issuer: IssuerRow): string[] =>
  [issuer, ...(issuer.translations ?? [])]
    .flatMap(({ name, shortName }) => [textOrNull(name) ?? [], textOrNull(shortName) ?? []])
    .flat();

export const documentFacts = (shared: DocumentRow): DocumentFacts => {
  const issuers = [shared.issuer, ...(shared.coIssuers ?? [])].flatMap((issuer) => issuer ?? []);
  return {
    issuedOn: dayOrNull(shared.issuedOn),
    effectiveFrom: dayOrNull(shared.effectiveFrom),
    effectiveTo: dayOrNull(shared.effectiveTo),
    normative: isNormative({
      kind: textOrNull(shared.kind),
      symbol: textOrNull(shared.symbol),
      issuerBranch: textOrNull(shared.issuer?.branch),
    }),
    issuerNames: [...new Set(issuers.flatMap(namesOf))],
    issuers: issuers.map((issuer) => textOrNull(issuer.slug) ?? issuer.documentId),
    issuerCodes: issuers.flatMap(({ code }) => textOrNull(code) ?? []),
  };
};

const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];

/** Facts as delivery gives them back. */
export const readFacts = ({ facts }: Pick<Known, 'facts'>): DocumentFacts => ({
  issuedOn: dayOrNull(facts.issuedOn),
  effectiveFrom: dayOrNull(facts.effectiveFrom),
  effectiveTo: dayOrNull(facts.effectiveTo),
  normative: isRecord(facts) && facts.normative === true,
  issuerNames: texts(facts.issuerNames),
  issuers: texts(facts.issuers),
  issuerCodes: texts(facts.issuerCodes),
});

/** A document as the rules of legal status know it. */
export const registerDocument = (id: string, known: Pick<Known, 'facts'>): RegisterDocument => {
  const { issuedOn, effectiveFrom, effectiveTo, normative } = readFacts(known);
  return { id, issuedOn, effectiveFrom, effectiveTo, normative };
};
