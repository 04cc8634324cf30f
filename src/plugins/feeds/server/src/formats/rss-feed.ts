import { generateRssFeed, type AtomFeed, type RssFeed } from 'feedsmith';
import { CONTENT_TYPES } from './content-types';
import {
  changedAt,
  dateOf,
  distinctTags,
  namedAttachments,
  namedAuthors,
  pageChangedAt,
  shortOf,
  type FeedEntry,
  type FeedPage,
} from './feed-page';
import { webAddress } from './web-address';
import { textAsHtml, withoutBreaksAroundCdata, xmlText } from './xml-text';

type StrictItem = RssFeed.Item<Date, true>;

/**
 * RSS takes one file an item (https://www.rssboard.org/rss-profile#element-channel-item-enclosure) and wants its length; the
 * others are links of Atom.
 */
const filesOf = ({ item }: FeedEntry): Pick<StrictItem, 'enclosures'> & { links: AtomFeed.Link<Date>[] } => {
  const [first, ...others] = namedAttachments(item);
  return {
    ...(first ? { enclosures: [{ url: first.url, type: first.mimeType, length: first.sizeInBytes ?? 0 }] } : {}),
    links: others.map(({ url, mimeType, title, sizeInBytes }) => ({
      href: url,
      rel: 'enclosure',
      type: mimeType,
      title: xmlText(title),
      length: sizeInBytes,
    })),
  };
};

/** People are named by Dublin Core: an author of RSS is an e-mail address. */
const rssItem = (entry: FeedEntry, page: FeedPage): StrictItem => {
  const { id, url, item, locale } = entry;
  const { links, ...enclosures } = filesOf(entry);
  const html = page.content === 'full' ? xmlText(item.contentHtml) : undefined;
  const image = webAddress(item.image);
  const identifier = xmlText(item.identifier);
  const text = page.content === 'full' && html === undefined ? item.contentText || shortOf(item) : shortOf(item);
  return {
    title: xmlText(item.title) ?? xmlText(item.summary) ?? id,
    link: webAddress(url),
    // The one element that is read as HTML (https://www.rssboard.org/rss-profile#data-types-characterdata).
    description: textAsHtml(text),
    guid: { value: id, isPermaLink: false },
    pubDate: dateOf(item.datePublished) ?? changedAt(entry),
    categories: distinctTags(item).flatMap((tag) => {
      const name = xmlText(tag);
      return name === undefined ? [] : [{ name }];
    }),
    ...enclosures,
    ...(html === undefined ? {} : { content: { encoded: html } }),
    dc: {
      creators: namedAuthors(item).flatMap(({ name }) => xmlText(name) ?? []),
      languages: [locale],
    },
    dcterms: { modified: [changedAt(entry)], ...(identifier === undefined ? {} : { identifiers: [identifier] }) },
    ...(image === undefined ? {} : { media: { thumbnails: [{ url: image }] } }),
    ...(links.length === 0 ? {} : { atom: { links } }),
  };
};

/**
 * Writes a page as RSS 2.0 (https://www.rssboard.org/rss-specification) by the RSS Advisory Board's profile.
 * Pure: the same page gives the same text.
 */
export const renderRssFeed = (page: FeedPage): string => {
  const title = xmlText(page.title) ?? page.feedUrl;
  const xml = generateRssFeed(
    {
      title,
      link: webAddress(page.homePageUrl) ?? page.feedUrl,
      description: xmlText(page.description) ?? title,
      language: page.locale,
      lastBuildDate: pageChangedAt(page),
      docs: 'https://www.rssboard.org/rss-specification',
      atom: {
        links: [
          { href: page.pageUrl, rel: 'self', type: CONTENT_TYPES.rss },
          { href: page.feedUrl, rel: 'first', type: CONTENT_TYPES.rss },
          ...(page.nextUrl === null ? [] : [{ href: page.nextUrl, rel: 'next', type: CONTENT_TYPES.rss }]),
          ...(page.hubUrl === null ? [] : [{ href: page.hubUrl, rel: 'hub' }]),
        ],
      },
      items: page.entries.map((entry) => rssItem(entry, page)),
    },
    { strict: true },
  );
  return withoutBreaksAroundCdata(xml);
};
