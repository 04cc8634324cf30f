/** A list of a collection in a language. */
interface Place {
  collection: string;
  locale: string;
}

/** How feeds are found. */
export interface TopicSource {
  /** The lists that show a collection and have feeds. */
  listsOf(collection: string): readonly string[];
  defaultLocale: string;
  /** The addresses of a list's feeds, in each format, with this query. */
  addressesOf(list: string, query: string): readonly string[];
}

/**
 * The feeds that changed, each once: of each list that shows what changed, those in its language. The feed of the main
 * language has two addresses, with and without its name.
 */
export const changedTopics = (places: readonly Place[], source: TopicSource): string[] => {
  const topics = new Set<string>();
  const seen = new Set<string>();
  for (const { collection, locale } of places) {
    const key = `${collection} ${locale}`;
    if (seen.has(key)) continue;
    seen.add(key);
    for (const list of source.listsOf(collection)) {
      const queries = [`locale=${encodeURIComponent(locale)}`, ...(locale === source.defaultLocale ? [''] : [])];
      for (const query of queries) source.addressesOf(list, query).forEach((address) => topics.add(address));
    }
  }
  return [...topics];
};
