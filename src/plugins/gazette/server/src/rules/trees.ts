import type { Core, UID } from '@strapi/strapi';
import { RuleError } from '../errors';
import { isRecord, type Data } from './model';
import { readRelation } from './relation-values';
import { MAX_TREE_LEVELS } from './tree-levels';

/** Levels below an item, itself not counted. */
const heightOf = async (
  strapi: Core.Strapi,
  uid: UID.ContentType,
  documentIds: string[],
  limit: number,
): Promise<number> => {
  if (documentIds.length === 0 || limit === 0) return 0;
  const children: Data[] = await strapi.db
    .query(uid)
    .findMany({ where: { parent: { documentId: { $in: documentIds } } }, select: ['documentId'] });
  if (children.length === 0) return 0;
  return 1 + (await heightOf(strapi, uid, [...new Set(children.map((child) => String(child.documentId)))], limit - 1));
};

/** @throws RuleError where an item is to have come from itself */
export const refuseOwnPredecessor = (documentId: string, predecessors: unknown): void => {
  const { set, connect } = readRelation(['predecessors'], predecessors);
  if (!(set ?? connect).includes(documentId)) return;
  throw new RuleError(['predecessors'], {
    vi: 'Cơ quan tiền thân không được là chính cơ quan này.',
    en: 'An authority cannot be its own predecessor.',
  });
};

/** @throws RuleError where a parent is the item itself or stands below it, or where the tree would become too deep */
export const refuseCycle = async (
  strapi: Core.Strapi,
  uid: UID.ContentType,
  documentId: string,
  parentId: string | null,
): Promise<void> => {
  const seen = new Set<string>();
  for (let current = parentId; current !== null && !seen.has(current);) {
    if (current === documentId) {
      throw new RuleError(['parent'], {
        vi: 'Mục cha không được là chính mục này hay một mục con của nó.',
        en: 'The parent must not be the item itself or one below it.',
      });
    }
    seen.add(current);
    const row: Data | null = await strapi.db
      .query(uid)
      .findOne({ where: { documentId: current }, populate: { parent: true } });
    const parent: unknown = row?.parent;
    current = isRecord(parent) && typeof parent.documentId === 'string' ? parent.documentId : null;
  }
  if (seen.size + 1 + (await heightOf(strapi, uid, [documentId], MAX_TREE_LEVELS)) > MAX_TREE_LEVELS) {
    throw new RuleError(['parent'], {
      vi: `Cây này sâu tối đa ${MAX_TREE_LEVELS} cấp.`,
      en: `This tree may be ${MAX_TREE_LEVELS} levels deep at the most.`,
    });
  }
};
