import type { Known, Link, RegisterReader } from '@gazette/delivery/strapi-server';
import { isRelationType, type LegalEffect, type RegisterStore, type RelationType } from '../legal-status';
import { dayOrNull, textOrNull } from '../presenters/values';
import { registerDocument } from './facts';

/** The kind under which delivery keeps legal relations. */
export const LEGAL_RELATION = 'legal-relation';

/** What a legal relation says besides its target. */
export interface RelationData {
  type: RelationType;
  scope: string | null;
  /** As stated; null for the acting document's own first day in force. */
  effectiveOn: string | null;
  until: string | null;
  note: string | null;
}

/** What delivery keeps of a relation, read back; null where its type is none. */
export const readRelation = (data: Record<string, unknown>): RelationData | null =>
  typeof data.type === 'string' && isRelationType(data.type)
    ? {
        type: data.type,
        scope: textOrNull(data.scope),
        effectiveOn: dayOrNull(data.effectiveOn),
        until: dayOrNull(data.until),
        note: textOrNull(data.note),
      }
    : null;

/** A relation to a document of the register, as delivery keeps it. */
export const relationLink = (target: { uid: string; documentId: string }, data: RelationData): Link => ({
  kind: LEGAL_RELATION,
  targetUid: target.uid,
  targetDocumentId: target.documentId,
  data: { ...data },
});

/** The register as the rules of legal status read it, from what delivery keeps. */
export const registerStore = (register: RegisterReader): RegisterStore => {
  const effects = async (
    found: Promise<{ sourceId: string; targetId: string; data: Record<string, unknown> }[]>,
    types: readonly RelationType[],
  ): Promise<LegalEffect[]> =>
    (await found).flatMap(({ sourceId, targetId, data }) => {
      const relation = readRelation(data);
      if (relation === null || !types.includes(relation.type)) return [];
      const { type, scope, effectiveOn, until } = relation;
      return [{ source: sourceId, target: targetId, type, scope, effectiveOn, until }];
    });
  return {
    documents: async (ids) =>
      [...(await register.known(ids))].map(([id, known]: [string, Known]) => registerDocument(id, known)),
    effectsOn: (ids, types) => effects(register.linksTo(LEGAL_RELATION, ids), types),
    effectsOf: (ids, types) => effects(register.linksFrom(LEGAL_RELATION, ids), types),
  };
};
