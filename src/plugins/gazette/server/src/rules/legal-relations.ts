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

/** The other documents that carry a symbol; several, where it recurred in another term. */
const documentsWith = async (strapi: Core.Strapi, symbol: string, own: string): Promise<Target[]> => {
  const found: Target[] = [];
  for (const [targetCollection, uid] of COLLECTIONS) {
    const rows: { documentId: string }[] = await strapi.db
      .query(uid as UID.ContentType)
      .findMany({ select: ['documentId'], where: { symbol, publishedAt: null, documentId: { $ne: own } } });
    for (const targetDocumentId of new Set(rows.map(({ documentId }) => documentId)))
      found.push({ targetCollection, targetDocumentId });
  }
  return found;
};

/**
 * The ids of a relation follow its symbol: those of a document that carries it stay, others go, and where exactly one
 * document carries it, its ids are filled in. "Không số" is anybody's: only the editor can say whose.
 */
const resolve = async (strapi: Core.Strapi, own: string, relation: Data, typed: string): Promise<Data> => {
  const parsed = parseSymbol(typed);
  const targetSymbol = parsed.ok ? parsed.symbol.canonical : typed;
  const candidates = await documentsWith(strapi, targetSymbol, own);
  const chosen =
    candidates.find(({ targetDocumentId }) => targetDocumentId === relation.targetDocumentId) ??
    (candidates.length === 1 && !isUnnumbered(targetSymbol) ? candidates[0] : undefined);
  return { ...relation, targetSymbol, ...(chosen ?? { targetCollection: null, targetDocumentId: null }) };
};

/**
 * Relations as they are stored: with the canonical symbol, and the ids of its document where the register has it. A
 * document never means itself: one of a new term may replace the one that had its symbol before.
 * @param own the documentId of the document that states them
 */
export const resolveRelations = async (strapi: Core.Strapi, own: string, relations: unknown): Promise<unknown> => {
  if (!Array.isArray(relations)) return relations;
  return Promise.all(
    relations.map((relation: unknown) =>
      isRecord(relation) && typeof relation.targetSymbol === 'string' && relation.targetSymbol !== ''
        ? resolve(strapi, own, relation, relation.targetSymbol)
        : relation,
    ),
  );
};
