import { generateAtomFeed, type AtomFeed } from 'feedsmith';
import { CONTENT_TYPES } from './content-types';
import {
  dateOf,
  distinctTags,
  namedAttachments,
  namedAuthors,
  pageChangedAt,
  shortOf,
  shownSince,
  type FeedEntry,
  type FeedPage,
  type Tombstone,
} from './feed-page';
import { webAddress } from './web-address';
import { withoutBreaksAroundCdata, xmlAttribute, xmlText } from './xml-text';

type StrictEntry = AtomFeed.Entry<Date, true>;
type StrictLink = AtomFeed.Link<Date, true>;

const contentOf = ({ item }: FeedEntry, { content }: FeedPage): AtomFeed.Content | undefined => {
  if (content === 'summary') return undefined;
  const html = xmlText(item.contentHtml);
  if (html !== undefined) return { value: html, type: 'html' };
  const text = xmlText(item.contentText) ?? xmlText(shortOf(item));
  return text === undefined ? undefined : { value: text, type: 'text' };
};

/** Atom asks for a title, and that without content there is a summary. */
const atomEntry = (entry: FeedEntry, page: FeedPage): StrictEntry => {
  const { id, url, locale, item } = entry;
  const title = xmlText(item.title) ?? xmlText(item.summary) ?? id;
  const content = contentOf(entry, page);
  const summary = xmlText(item.summary) ?? (content === undefined ? title : undefined);
  const address = webAddress(url);
  const image = webAddress(item.image);
  const identifier = xmlText(item.identifier);
  return {
    id,
    title: { value: title },
    updated: shownSince(entry),
    published: dateOf(item.datePublished),
    authors: namedAuthors(item).flatMap(({ name, url: uri }) => {
      const text = xmlText(name);
      return text === undefined ? [] : [{ name: text, uri }];
    }),
    categories: distinctTags(item).flatMap((tag) => {
      const term = xmlText(tag);
      return term === undefined ? [] : [{ term }];
    }),
    links: [
      ...(address === undefined ? [] : [{ href: address, rel: 'alternate', type: 'text/html', hreflang: locale }]),
      ...namedAttachments(item).map(({ url: href, mimeType, title: name, sizeInBytes }): StrictLink => ({
        href,
        rel: 'enclosure',
        type: mimeType,
        title: xmlText(name),
        length: sizeInBytes,
      })),
    ],
    summary: summary === undefined ? undefined : { value: summary },
    content,
    ...(image === undefined ? {} : { media: { thumbnails: [{ url: image }] } }),
    ...(identifier === undefined ? {} : { dcterms: { identifiers: [identifier] } }),
    xml: { lang: locale },
  };
};

const linksOf = (page: FeedPage): StrictLink[] => {
  const home = webAddress(page.homePageUrl);
  return [
    { href: page.pageUrl, rel: 'self', type: CONTENT_TYPES.atom },
    ...(home === undefined ? [] : [{ href: home, rel: 'alternate', type: 'text/html', hreflang: page.locale }]),
    ...Object.entries(page.alternates).map(([type, href]) => ({ href, rel: 'alternate', type })),
    { href: page.feedUrl, rel: 'first', type: CONTENT_TYPES.atom },
    ...(page.nextUrl === null ? [] : [{ href: page.nextUrl, rel: 'next', type: CONTENT_TYPES.atom }]),
    ...(page.hubUrl === null ? [] : [{ href: page.hubUrl, rel: 'hub' }]),
  ];
};

/** https://www.rfc-editor.org/rfc/rfc6721 */
const TOMBSTONES = 'http://purl.org/atompub/tombstones/1.0';

const tombstoneXml = ({ id, at }: Tombstone): string =>
  `  <at:deleted-entry ref="${xmlAttribute(id)}" when="${xmlAttribute(at)}"/>\n`;

/** The writer knows no tombstones: they are put before the end of what it wrote. */
const withTombstones = (xml: string, tombstones: readonly Tombstone[]): string => {
  if (tombstones.length === 0) return xml;
  const end = xml.lastIndexOf('</feed>');
  const named = xml.slice(0, end).replace('<feed ', `<feed xmlns:at="${TOMBSTONES}" `);
  return `${named}${tombstones.map(tombstoneXml).join('')}</feed>\n`;
};

/**
 * Writes a page as Atom 1.0 (RFC 4287), paged by RFC 5005, with tombstones of RFC 6721.
 * Pure: the same page gives the same text.
 */
export const renderAtomFeed = (page: FeedPage): string => {
  const subtitle = xmlText(page.description);
  const xml = generateAtomFeed(
    {
      id: page.feedUrl,
      title: { value: xmlText(page.title) ?? page.feedUrl },
      ...(subtitle === undefined ? {} : { subtitle: { value: subtitle } }),
      updated: pageChangedAt(page),
      authors: [{ name: xmlText(page.publisher) ?? page.homePageUrl, uri: webAddress(page.homePageUrl) }],
      links: linksOf(page),
      xml: { lang: page.locale },
      entries: page.entries.map((entry) => atomEntry(entry, page)),
    },
    { strict: true },
  );
  return withTombstones(withoutBreaksAroundCdata(xml), page.tombstones);
};
