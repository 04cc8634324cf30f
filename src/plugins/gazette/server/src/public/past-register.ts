import type { PastItem, RegisterReads } from '@gazette/delivery/strapi-server';
import { isNormative, type LegalEffect, type RegisterDocument, type RegisterStore } from '../legal-status';
import { readRelation } from '../register/legal-links';
import { dayOrNull, isRecord, textOrNull } from '../presenters/values';

/** One language of each document: the first of these languages in which it was public. */
export const inOneLanguage = (items: readonly PastItem[], locales: readonly string[]): Map<string, PastItem> => {
  const place = ({ locale }: PastItem) => (locales.includes(locale) ? locales.indexOf(locale) : locales.length);
  const chosen = new Map<string, PastItem>();
  for (const item of [...items].sort((a, b) => place(a) - place(b)))
    if (!chosen.has(item.documentId)) chosen.set(item.documentId, item);
  return chosen;
};

/** The relations that a public item tells of, as stored. */
export const relationsOf = ({ item }: Pick<PastItem, 'item'>): Record<string, unknown>[] =>
  Array.isArray(item.relations) ? item.relations.filter(isRecord) : [];

const documentOf = ({ documentId, item }: PastItem): RegisterDocument => ({
  id: documentId,
  issuedOn: dayOrNull(item.issuedOn),
  effectiveFrom: dayOrNull(item.effectiveFrom),
  effectiveTo: dayOrNull(item.effectiveTo),
  normative: isNormative({
    kind: isRecord(item.kind) ? textOrNull(item.kind.code) : null,
    symbol: textOrNull(item.symbol),
    issuerBranch: null,
  }),
});

const effectsOf = (target: PastItem): LegalEffect[] =>
  relationsOf(target).flatMap((relation) => {
    const data = relation.direction === 'in' ? readRelation(relation) : null;
    const source = isRecord(relation.document) ? textOrNull(relation.document.documentId) : null;
    if (data === null || source === null) return [];
    const { type, scope, effectiveOn, until } = data;
    return [{ source, target: target.documentId, type, scope, effectiveOn, until }];
  });

/**
 * The register as it was known at a moment, read from what was public then: what acts on a document stands in its own
 * item.
 */
export const pastRegister = (
  reads: RegisterReads,
  instant: string,
  locales: readonly string[],
): Pick<RegisterStore, 'documents' | 'effectsOn'> => {
  const read = async (ids: readonly string[]) => inOneLanguage(await reads.itemsAt(ids, instant), locales);
  return {
    documents: async (ids) => [...(await read(ids)).values()].map(documentOf),
    effectsOn: async (ids, types) =>
      [...(await read(ids)).values()].flatMap(effectsOf).filter(({ type }) => types.includes(type)),
  };
};
