/** The name under which the values of a facet are kept for lists in a language that the item does not appear in. */
export const facetIn = (facet: string, locale: string): string => `${facet}@${locale}`;

/** The facet of every item that tells its collection; kept for lists that name it. */
export const TYPE_FACET = 'type';

/** The facet of which a stored name keeps values, in whatever language. */
export const facetOf = (name: string): string => name.split('@', 1)[0] ?? name;
