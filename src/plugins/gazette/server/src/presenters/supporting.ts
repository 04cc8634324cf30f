import type { z } from 'zod';
import type { PresentContext, Reference } from '@gazette/delivery/strapi-server';
import type { supportingSchema, treeReferenceSchema } from './schemas';
import { instantOrNull, textOrNull } from './values';

/**
 * The common attributes of an item that has no editorial life of its own: it is public from when it was made, and is
 * never corrected or withdrawn.
 */
export type PublicSupporting = z.infer<typeof supportingSchema>;

interface DatedRow {
  createdAt?: string | Date | null;
}

/** @param parts what differs from item to item */
export const presentSupporting = (
  row: DatedRow,
  parts: Pick<PublicSupporting, 'title' | 'jsonLd'> & Partial<Pick<PublicSupporting, 'topics' | 'seo'>>,
): PublicSupporting => {
  const firstPublishedAt = instantOrNull(row.createdAt);
  return {
    firstPublishedAt,
    publicUpdatedAt: firstPublishedAt,
    changeHistory: [],
    corrections: [],
    withdrawal: null,
    topics: [],
    seo: { metaTitle: null, metaDescription: null, noIndex: false },
    ...parts,
  };
};

/** An item of a tree, or a linked one, as another item shows it. */
export type TreeReference = z.infer<typeof treeReferenceSchema>;

export const treeReference = ({ documentId, slug, url, name, title }: Reference): TreeReference => ({
  documentId,
  slug,
  name: textOrNull(name) ?? textOrNull(title) ?? slug,
  url,
});

const positionOf = ({ position }: Reference): number => (typeof position === 'number' ? position : 0);

/** Children in the editor's order, those of one position by name. */
export const presentChildren = (children: readonly Reference[]): TreeReference[] => {
  const collator = new Intl.Collator('vi');
  return [...children]
    .sort((a, b) => positionOf(a) - positionOf(b) || collator.compare(treeReference(a).name, treeReference(b).name))
    .map(treeReference);
};

/** The ancestors of an item, its root first. Each reference names its own parent's documentId in `parent`. */
export const presentAncestors = (context: PresentContext, kind: string, documentId: string): TreeReference[] => {
  const known = new Map(context.reachable(documentId).map((reference) => [reference.documentId, reference]));
  const ancestors: Reference[] = [];
  let [next]: (Reference | undefined)[] = context.linked(kind);
  while (next && !ancestors.includes(next)) {
    ancestors.unshift(next);
    next = typeof next.parent === 'string' ? known.get(next.parent) : undefined;
  }
  return ancestors.map(treeReference);
};
