import type { FacetValue } from '@gazette/delivery/strapi-server';

/** The list of everything that cites documents; it has no address of its own. */
export const CITING = 'citing';
/** The facet that holds the documentIds of what an item cites. */
export const CITES_DOCUMENT = 'citesDocument';

/** How many items cite a document. */
export const CITED_BY = {
  list: CITING,
  facet: CITES_DOCUMENT,
  description: 'How many public items of this language cite it.',
};

/** The documents that an item cites or shows beside itself, each once. */
export const citedDocumentValues = (
  citations: readonly { document: { documentId: string } | null }[],
  picked: readonly { documentId: string }[] = [],
): FacetValue[] => {
  const ids = [
    ...citations.flatMap(({ document }) => document?.documentId ?? []),
    ...picked.map((one) => one.documentId),
  ];
  return [...new Set(ids)].map((value) => ({ value, label: '' }));
};
