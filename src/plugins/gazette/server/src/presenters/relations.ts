import type { PresentContext, Reference } from '@gazette/delivery/strapi-server';
import type { z } from 'zod';
import { firstDay, isRelationType } from '../legal-status';
import { registerDocument } from '../register/facts';
import { readRelation, type RelationData } from '../register/legal-links';
import { anchorOfScope, type ContentsEntry } from '../structure';
import { keyOf } from './citations';
import { relationLabel } from './labels';
import type { DocumentRow } from './rows';
import type { relatedDocumentSchema, relationSchema } from './schemas';
import { dayOrNull, textOrNull } from './values';

/** The other document of a relation. */
export type RelatedDocument = z.infer<typeof relatedDocumentSchema>;

/** How a document and another one bear on each other. */
export type PublicRelation = z.infer<typeof relationSchema>;

/** A relation of this document with the document that it leads to. */
export interface ResolvedRelation extends RelationData {
  symbol: string;
  target: Reference | null;
}

type RelationRow = NonNullable<DocumentRow['relations']>[number];

const dataOf = (row: RelationRow): RelationData | null =>
  isRelationType(row.type)
    ? {
        type: row.type,
        scope: textOrNull(row.scope),
        effectiveOn: dayOrNull(row.effectiveOn),
        until: dayOrNull(row.until),
        note: textOrNull(row.note),
      }
    : null;

/**
 * The relations that a document states, in the editor's order. One whose target is in the register and not public is left
 * out, for nothing may show of its record, unless the document's own words name it.
 * @param cited keys of the symbols that the public text cites
 */
export const resolveRelations = (
  shared: Pick<DocumentRow, 'relations' | 'documentId'>,
  cited: ReadonlySet<string>,
  context: Pick<PresentContext, 'named' | 'published'>,
): ResolvedRelation[] =>
  (shared.relations ?? []).flatMap((row): ResolvedRelation[] => {
    const data = dataOf(row);
    const typed = textOrNull(row.targetSymbol);
    const targetId = textOrNull(row.targetDocumentId);
    if (data === null) return [];
    const named = typed === null || targetId !== null ? [] : context.named(keyOf(typed));
    const candidates = named.filter(({ reference }) => reference.documentId !== shared.documentId);
    const known = targetId !== null ? context.published(targetId) : candidates.length === 1 ? candidates[0] : null;
    if (known && known.reference.documentId === shared.documentId) return [];
    const symbol = known ? (textOrNull(known.reference.symbol) ?? typed) : typed;
    if (symbol === null) return [];
    if (!known && targetId !== null && !cited.has(keyOf(symbol))) return [];
    return [{ ...data, symbol, target: known?.reference ?? null }];
  });

/** What is shown of the other document of a relation. */
export const relatedDocument = (reference: Reference): RelatedDocument => ({
  documentId: reference.documentId,
  collection: reference.collection,
  slug: reference.slug,
  url: reference.url,
  symbol: textOrNull(reference.symbol),
  title: textOrNull(reference.title),
  issuedOn: dayOrNull(reference.issuedOn),
});

const compare = (a: PublicRelation, b: PublicRelation): number => {
  const [x, y] = [a, b].map(({ effectiveOn, symbol, type }) => `${effectiveOn ?? '~'} ${symbol} ${type}`);
  return (x ?? '') < (y ?? '') ? -1 : x === y ? 0 : 1;
};

/**
 * What a document states of others in the editor's order, then what others state of it in order of effect.
 * @param contents the places of this document
 */
export const presentRelations = (
  own: readonly ResolvedRelation[],
  acting: { documentId: string; facts: Record<string, unknown> },
  context: Pick<PresentContext, 'linkedBy' | 'locale'>,
  { kind, contents }: { kind: string; contents: readonly ContentsEntry[] },
): PublicRelation[] => {
  const { locale } = context;
  const ownFirstDay = firstDay(registerDocument(acting.documentId, acting));
  const out = own.map(({ type, scope, effectiveOn, until, note, symbol, target }): PublicRelation => ({
    direction: 'out',
    type,
    label: relationLabel(type, 'out', locale),
    scope,
    anchor: null,
    effectiveOn: effectiveOn ?? ownFirstDay,
    until,
    note,
    document: target && relatedDocument(target),
    symbol,
  }));
  const incoming = context.linkedBy(kind).flatMap(({ reference, facts, data }): PublicRelation[] => {
    const relation = readRelation(data);
    if (relation === null) return [];
    const { type, scope, effectiveOn, until, note } = relation;
    const document = relatedDocument(reference);
    return [
      {
        direction: 'in',
        type,
        label: relationLabel(type, 'in', locale),
        scope,
        anchor: scope === null ? null : anchorOfScope(scope, contents),
        effectiveOn: effectiveOn ?? firstDay(registerDocument(reference.documentId, { facts })),
        until,
        note,
        document,
        symbol: document.symbol ?? '',
      },
    ];
  });
  return [...out, ...incoming.sort(compare)];
};
