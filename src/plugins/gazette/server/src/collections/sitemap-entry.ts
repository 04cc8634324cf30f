import type { ItemFrame, SitemapEntry } from '@gazette/delivery/strapi-server';
import type { Seo } from '../presenters/references';

/** What sitemaps say of a text with an editorial life: it has changed when an editor said so to readers. */
export const textSitemapEntry = ({
  seo,
  publicUpdatedAt,
}: {
  seo: Seo;
  publicUpdatedAt: string | null;
}): SitemapEntry | null => (seo.noIndex ? null : { lastModified: publicUpdatedAt });

/** The same for news, which is news for as long as it is not withdrawn. */
export const newsSitemapEntry = (
  summary: Parameters<typeof textSitemapEntry>[0] & {
    title: string;
    firstPublishedAt: string | null;
    withdrawal: object | null;
  },
): SitemapEntry | null => {
  const entry = textSitemapEntry(summary);
  const { title, firstPublishedAt, withdrawal } = summary;
  if (entry === null || firstPublishedAt === null || withdrawal !== null) return entry;
  return { ...entry, news: { title, publishedAt: firstPublishedAt } };
};

/** What sitemaps say of an item that is saved without ceremony: it has changed when anything of it has. */
export const supportingSitemapEntry = ({ seo }: ItemFrame & { seo?: Seo }): SitemapEntry | null =>
  seo?.noIndex ? null : { lastModified: null };
