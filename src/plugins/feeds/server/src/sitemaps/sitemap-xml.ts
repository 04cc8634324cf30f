import { Readable } from 'node:stream';
import { ErrorLevel, SitemapIndexStream, SitemapStream, streamToPromise } from 'sitemap';
import { xmlText } from '../formats/xml-text';

/** One address of a sitemap (https://www.sitemaps.org/protocol.html). */
export interface SitemapUrl {
  url: string;
  /** ISO 8601. */
  lastModified: string;
  /** The same item in each language, this one included, by locale or `x-default`; empty where there is only one. */
  alternates: { locale: string; url: string }[];
}

/** An address of a news sitemap (https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap). */
export interface NewsUrl {
  url: string;
  lastModified: string;
  news: { publication: string; language: string; publishedAt: string; title: string };
}

const render = async (items: readonly object[], stream: SitemapStream | SitemapIndexStream): Promise<string> =>
  (await streamToPromise(Readable.from(items).pipe(stream))).toString();

const EMPTY_INDEX =
  '<?xml version="1.0" encoding="UTF-8"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"></sitemapindex>';
const EMPTY_SET =
  '<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"></urlset>';

/** Writes a sitemap. Pure: the same addresses give the same text. */
export const renderSitemap = async (urls: readonly SitemapUrl[]): Promise<string> =>
  // The library writes nothing at all of nothing.
  urls.length === 0
    ? EMPTY_SET
    : render(
        urls.map(({ url, lastModified, alternates }) => ({
          url,
          lastmod: lastModified,
          links: alternates.map(({ locale, url: other }) => ({ lang: locale, url: other })),
        })),
        new SitemapStream({
          level: ErrorLevel.SILENT,
          xmlns: { news: false, xhtml: true, image: false, video: false },
        }),
      );

/** Writes a news sitemap. */
export const renderNewsSitemap = async (urls: readonly NewsUrl[]): Promise<string> =>
  urls.length === 0
    ? EMPTY_SET
    : render(
        urls.map(({ url, lastModified, news }) => ({
          url,
          lastmod: lastModified,
          news: {
            publication: { name: news.publication, language: news.language },
            publication_date: news.publishedAt,
            // The library escapes, and keeps what XML cannot hold.
            title: xmlText(news.title) ?? url,
          },
        })),
        new SitemapStream({
          level: ErrorLevel.SILENT,
          xmlns: { news: true, xhtml: false, image: false, video: false },
        }),
      );

/** Writes a sitemap index. @param files their absolute addresses, with the last change in each, where it is known */
export const renderSitemapIndex = async (
  files: readonly { url: string; lastModified: string | null }[],
): Promise<string> =>
  files.length === 0
    ? EMPTY_INDEX
    : render(
        files.map(({ url, lastModified }) => ({ url, ...(lastModified === null ? {} : { lastmod: lastModified }) })),
        new SitemapIndexStream({ level: ErrorLevel.SILENT }),
      );
