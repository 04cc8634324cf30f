import type { CatalogueEntry, DeliveryServices, ItemFrame, SitemapEntry } from '@gazette/delivery/strapi-server';
import type { NewsUrl, SitemapUrl } from './sitemap-xml';

type Collections = DeliveryServices['collections'];

/** What sitemaps need of the running host. */
export interface SitemapHost {
  collections: Collections;
  /** Reads the catalogue; see delivery. */
  catalogue: ReturnType<DeliveryServices['reader']['reader']>['catalogue'];
  defaultLocale: string;
}

/** Ids of snapshots a file covers, so that it holds no more addresses. The protocol allows 50,000 and 50 MB. */
export const FILE_SIZE = 10_000;

/** The collections whose items sitemaps show. */
export const mappedCollections = (collections: Collections): string[] => {
  const listed = new Set(collections.served().flatMap((list) => collections.membersOf(list).map(({ name }) => name)));
  return collections
    .all()
    .filter(({ name, sitemapEntry }) => sitemapEntry !== undefined && listed.has(name))
    .map(({ name }) => name);
};

interface Indexed {
  url: string;
  locale: string;
  entry: SitemapEntry;
  updatedAt: string;
}

const indexedOf = (collections: Collections, { collection, locale, summary, updatedAt }: CatalogueEntry): Indexed[] => {
  const item: ItemFrame = JSON.parse(summary);
  // The text of another language stands at that language's address.
  if (item.isFallback) return [];
  const entry = collections.get(collection)?.sitemapEntry?.(item);
  return entry ? [{ url: item.url, locale, entry, updatedAt }] : [];
};

const lastModifiedOf = ({ entry, updatedAt }: Indexed): string => {
  const time = Date.parse(entry.lastModified ?? updatedAt);
  return Number.isNaN(time) ? updatedAt : new Date(time).toISOString();
};

/** The languages in which documents are for search engines, by document. */
const alternatesOf = (
  { collections, defaultLocale }: SitemapHost,
  translations: readonly CatalogueEntry[],
): Map<string, SitemapUrl['alternates']> => {
  const found = new Map<string, SitemapUrl['alternates']>();
  for (const one of translations) {
    const all = found.get(`${one.collection} ${one.documentId}`) ?? [];
    all.push(...indexedOf(collections, one).map(({ locale, url }) => ({ locale, url })));
    found.set(`${one.collection} ${one.documentId}`, all);
  }
  for (const [key, all] of found) {
    const main = all.find(({ locale }) => locale === defaultLocale);
    if (all.length < 2) found.set(key, []);
    else if (main) all.push({ locale: 'x-default', url: main.url });
  }
  return found;
};

/** The addresses of a file. */
export const sitemapUrls = async (host: SitemapHost, file: number): Promise<SitemapUrl[]> => {
  const urls: SitemapUrl[] = [];
  for await (const batch of host.catalogue.entries(mappedCollections(host.collections), file, FILE_SIZE)) {
    const ids = [...new Set(batch.map(({ documentId }) => documentId))];
    const alternates = alternatesOf(host, await host.catalogue.translations(ids));
    for (const one of batch)
      for (const indexed of indexedOf(host.collections, one))
        urls.push({
          url: indexed.url,
          lastModified: lastModifiedOf(indexed),
          alternates: alternates.get(`${one.collection} ${one.documentId}`) ?? [],
        });
  }
  return urls;
};

/** Search engines show what is no older in news. */
export const NEWS_DAYS = 2;
/** And take so many. */
export const MAX_NEWS = 1_000;

/** What of a page of a list is news. @param items as lists show them */
export const newsUrls = (
  { collections }: Pick<SitemapHost, 'collections'>,
  items: readonly (ItemFrame & Record<string, unknown>)[],
  { since, publication }: { since: Date; publication: (locale: string) => string },
): NewsUrl[] =>
  items.flatMap((item) => {
    const news = item.isFallback ? undefined : collections.get(item.collection)?.sitemapEntry?.(item)?.news;
    if (!news || new Date(news.publishedAt) < since) return [];
    return [
      {
        url: item.url,
        lastModified: news.publishedAt,
        news: { ...news, publication: publication(item.locale), language: item.locale },
      },
    ];
  });
