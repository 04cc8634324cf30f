/** The name under which the values of a facet are kept for lists in a language that the item does not appear in. */
export const facetIn = (facet: string, locale: string): string => `${facet}@${locale}`;
