import { generateJsonFeed, type JsonFeed } from 'feedsmith';
import {
  dateOf,
  distinctTags,
  listOf,
  namedAttachments,
  namedAuthors,
  shortOf,
  textOf,
  type FeedEntry,
  type FeedPage,
} from './feed-page';
import { webAddress } from './web-address';

type StrictItem = JsonFeed.Item<Date, true>;

/** An item without text shows its summary, and one without that its title: JSON Feed requires content. */
const contentOf = ({ item }: FeedEntry, { content }: FeedPage) =>
  content === 'summary'
    ? { content_text: shortOf(item) }
    : { content_html: textOf(item.contentHtml), content_text: item.contentText || shortOf(item) };

/** A value that JSON Feed does not allow is left out, because one of them makes the whole feed invalid. */
const jsonItem = (entry: FeedEntry, page: FeedPage): StrictItem => {
  const { id, url, locale, item, extension } = entry;
  return {
    id,
    url: webAddress(url),
    title: textOf(item.title),
    ...contentOf(entry, page),
    summary: textOf(item.summary),
    image: webAddress(item.image),
    date_published: dateOf(item.datePublished),
    date_modified: dateOf(item.dateModified),
    authors: listOf(namedAuthors(item)),
    tags: listOf(distinctTags(item)),
    language: locale,
    attachments: listOf(
      namedAttachments(item).map(({ url: address, mimeType, title, sizeInBytes }) => ({
        url: address,
        mime_type: mimeType,
        title: textOf(title),
        size_in_bytes: sizeInBytes,
      })),
    ),
    [page.extensionName]: extension,
  };
};

/**
 * Writes a page as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/).
 * Pure: the same page gives the same text.
 */
export const renderJsonFeed = (page: FeedPage): string => {
  const generated = generateJsonFeed(
    {
      title: page.title,
      home_page_url: webAddress(page.homePageUrl),
      feed_url: page.feedUrl,
      description: textOf(page.description),
      next_url: textOf(page.nextUrl),
      language: page.locale,
      hubs: page.hubUrl === null ? undefined : [{ type: 'WebSub', url: page.hubUrl }],
      items: page.entries.map((entry) => jsonItem(entry, page)),
    },
    { strict: true },
  );
  // The generator leaves an empty list out, and JSON Feed requires `items`.
  return JSON.stringify(page.entries.length > 0 ? generated : Object.assign({}, generated, { items: [] }));
};
