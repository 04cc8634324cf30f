import { createHash } from 'node:crypto';
import type { Answer, DeliveryServices, Handler, ItemFrame, PublicRequest } from '@gazette/delivery/strapi-server';
import type { FeedsConfig } from '../config';
import { FeedError, unknownParameter, unknownSitemap } from '../errors';
import {
  FILE_SIZE,
  mappedCollections,
  MAX_NEWS,
  NEWS_DAYS,
  newsUrls,
  sitemapUrls,
  type SitemapHost,
} from './sitemap-urls';
import { renderNewsSitemap, renderSitemap, renderSitemapIndex, type NewsUrl } from './sitemap-xml';

/** What sitemaps need of the running host. */
export interface SitemapSite {
  collections: DeliveryServices['collections'];
  reader: DeliveryServices['reader'];
  config: FeedsConfig;
  /** The front end's home page. */
  homePageUrl: string;
}

const NEWS_FILE = 'news.xml';
const FILE = /^items-([1-9]\d{0,8})\.xml$/;
const DAY_MS = 86_400_000;

const fileName = (number: number): string => `items-${number + 1}.xml`;

const tagOf = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 22);

/** The lists in which there is news. */
const newsLists = ({ collections }: SitemapSite) =>
  mappedCollections(collections).flatMap((name) => {
    const definition = collections.get(name);
    return definition?.newsKey ? [{ definition, sortKey: definition.newsKey }] : [];
  });

const hostOf = async ({ collections, reader }: SitemapSite): Promise<SitemapHost> => ({
  collections,
  catalogue: reader.reader().catalogue,
  defaultLocale: (await reader.locales()).default,
});

const stretchesOf = ({ collections, reader }: SitemapSite) =>
  reader.reader().catalogue.stretches(mappedCollections(collections), FILE_SIZE);

/** The news of all languages, the newest first. */
const readNews = async (site: SitemapSite): Promise<NewsUrl[]> => {
  const { reader, collections, config, homePageUrl } = site;
  const { default: defaultLocale, all } = await reader.locales();
  const since = new Date(Date.now() - NEWS_DAYS * DAY_MS);
  const publication = (locale: string) =>
    config.publication[locale] ?? config.publication[defaultLocale] ?? new URL(homePageUrl).host;
  const found: NewsUrl[] = [];
  for (const { definition, sortKey } of newsLists(site))
    for (const locale of all)
      for (let cursor: string | null = '', count = 0; cursor !== null && count < MAX_NEWS;) {
        const parameters = new URLSearchParams({
          locale,
          sort: `${sortKey}:desc`,
          [`filters[${sortKey}][$gte]`]: since.toISOString(),
          'pagination[pageSize]': '100',
          'pagination[withCount]': 'false',
          'pagination[cursor]': cursor,
        });
        const query = await reader.listQuery(parameters.toString(), definition.name, definition);
        const page = await reader.page(query);
        const items: (ItemFrame & Record<string, unknown>)[] = JSON.parse(`[${page.json.toString()}]`);
        found.push(...newsUrls({ collections }, items, { since, publication }));
        count += items.length;
        cursor = page.nextCursor;
      }
  return found
    .sort((a, b) => (a.news.publishedAt < b.news.publishedAt ? 1 : a.news.publishedAt > b.news.publishedAt ? -1 : 0))
    .slice(0, MAX_NEWS);
};

const xml = (site: SitemapSite, tag: string, body: string): Answer => ({
  status: 200,
  body,
  contentType: 'application/xml; charset=utf-8',
  tag,
  cache: 'shared',
  keys: mappedCollections(site.collections),
  links: {},
});

const refuseParameters = ({ queryString }: PublicRequest, address: string): void => {
  const [name] = [...new URLSearchParams(queryString).keys()];
  if (name !== undefined) throw unknownParameter(name, address);
};

const answering =
  (answer: (request: PublicRequest) => Promise<Answer>): Handler =>
  async (request) => {
    try {
      return await answer(request);
    } catch (error) {
      if (error instanceof FeedError) return error.toAnswer();
      throw error;
    }
  };

/** Answers `/sitemap.xml`: the index of all others. */
export const sitemapIndexHandler = (site: SitemapSite): Handler =>
  answering(async (request) => {
    refuseParameters(request, '/sitemap.xml');
    const addressOf = (file: string) => site.reader.absoluteUrl(site.reader.pathOf(`sitemaps/${file}`));
    const files = (await stretchesOf(site)).map(({ number, updatedAt }) => ({
      url: addressOf(fileName(number)),
      lastModified: updatedAt,
    }));
    const news = newsLists(site).length > 0 ? [{ url: addressOf(NEWS_FILE), lastModified: null }] : [];
    const body = await renderSitemapIndex([...files, ...news]);
    return xml(site, tagOf(body), body);
  });

/** Answers `/sitemaps/{name}.xml`; `:file` is the file's name. */
export const sitemapHandler = (site: SitemapSite): Handler => {
  /** Files that are being made: crawlers that ask for one at once get one. */
  const making = new Map<string, Promise<string>>();
  const make = (file: string, number: number, tag: string): Promise<string> => {
    const key = `${file} ${tag}`;
    const known = making.get(key);
    if (known) return known;
    const made = hostOf(site)
      .then((host) => sitemapUrls(host, number))
      .then(renderSitemap)
      .finally(() => making.delete(key));
    making.set(key, made);
    return made;
  };

  return answering(async (request) => {
    const file = request.params.file ?? '';
    const number = Number(FILE.exec(file)?.[1] ?? 0) - 1;
    if (file === NEWS_FILE && newsLists(site).length > 0) {
      refuseParameters(request, `/sitemaps/${file}`);
      const body = await renderNewsSitemap(await readNews(site));
      return xml(site, tagOf(body), body);
    }
    const stretches = await stretchesOf(site);
    if (number < 0 || stretches.every((one) => one.number !== number))
      throw unknownSitemap(file, [...stretches.map((one) => fileName(one.number)), NEWS_FILE]);
    refuseParameters(request, `/sitemaps/${file}`);
    // Where the log has not moved, no item has: a crawler that has this file is told so without making it.
    const tag = tagOf(`${file} ${await site.reader.reader().changes.lastSeq()}`);
    const unmodified = request.isConditional ? request.held(tag) : null;
    if (unmodified) return { ...xml(site, tag, ''), unmodified };
    return xml(site, tag, await make(file, number, tag));
  });
};
