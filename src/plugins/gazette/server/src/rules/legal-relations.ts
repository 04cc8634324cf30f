import type { Core, UID } from '@strapi/strapi';
import { isUnnumbered, parseSymbol } from '../symbols';
import { DIRECTIVE, isRecord, RESOLUTION, type Data } from './model';

/** A document of the register, as a relation names it. */
interface Target {
  targetCollection: 'directives' | 'resolutions';
  targetDocumentId: string;
}

const COLLECTIONS = [
  ['directives', DIRECTIVE],
  ['resolutions', RESOLUTION],
] as const;

/** The other documents that carry some symbols; several of one, where it recurred in another term. */
const documentsWith = async (
  strapi: Core.Strapi,
  symbols: readonly string[],
  own: string,
): Promise<Map<string, Target[]>> => {
  const found = new Map<string, Target[]>();
  if (symbols.length === 0) return found;
  for (const [targetCollection, uid] of COLLECTIONS) {
    const rows: { documentId: string; symbol: string }[] = await strapi.db.query(uid as UID.ContentType).findMany({
      select: ['documentId', 'symbol'],
      where: { symbol: { $in: [...symbols] }, publishedAt: null, documentId: { $ne: own } },
    });
    for (const { documentId: targetDocumentId, symbol } of rows) {
      const known = found.get(symbol) ?? [];
      if (known.some((target) => target.targetDocumentId === targetDocumentId)) continue;
      found.set(symbol, [...known, { targetCollection, targetDocumentId }]);
    }
  }
  return found;
};

interface Named extends Data {
  targetSymbol: string;
}

const isNamed = (relation: unknown): relation is Named =>
  isRecord(relation) && typeof relation.targetSymbol === 'string' && relation.targetSymbol !== '';

const canonical = (typed: string): string => {
  const parsed = parseSymbol(typed);
  return parsed.ok ? parsed.symbol.canonical : typed;
};

/**
 * The ids of a relation follow its symbol: those of a document that carries it stay, others go, and where exactly one
 * document carries it, its ids are filled in. "Không số" is anybody's: only the editor can say whose.
 */
const resolve = (relation: Named, candidates: readonly Target[]): Data => {
  const { targetSymbol } = relation;
  const chosen =
    candidates.find(({ targetDocumentId }) => targetDocumentId === relation.targetDocumentId) ??
    (candidates.length === 1 && !isUnnumbered(targetSymbol) ? candidates[0] : undefined);
  return { ...relation, ...(chosen ?? { targetCollection: null, targetDocumentId: null }) };
};

/**
 * Relations as they are stored: with the canonical symbol, and the ids of its document where the register has it. A
 * document never means itself: one of a new term may replace the one that had its symbol before.
 * @param own the documentId of the document that states them
 */
export const resolveRelations = async (strapi: Core.Strapi, own: string, relations: unknown): Promise<unknown> => {
  if (!Array.isArray(relations)) return relations;
  const written = relations.map((relation: unknown) =>
    isNamed(relation) ? { ...relation, targetSymbol: canonical(relation.targetSymbol) } : relation,
  );
  const symbols = written.flatMap((relation) => (isNamed(relation) ? relation.targetSymbol : []));
  const candidates = await documentsWith(strapi, [...new Set(symbols)], own);
  return written.map((relation) =>
    isNamed(relation) ? resolve(relation, candidates.get(relation.targetSymbol) ?? []) : relation,
  );
};
