import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { z } from 'zod';

/** The rules of Atom and RSS, told again in another way than the code that writes them. */

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  // Whitespace counts in ids.
  trimValues: false,
  isArray: (name) =>
    [
      'entry',
      'item',
      'link',
      'atom:link',
      'category',
      'author',
      'enclosure',
      'at:deleted-entry',
      'dc:creator',
    ].includes(name),
});

const attributes = z.record(z.string(), z.unknown());
const typedText = z.union([z.string(), z.object({ '#text': z.string(), '@type': z.string().optional() })]);
const link = z.object({
  '@href': z.url({ protocol: /^(https?|mailto)$/ }),
  '@rel': z.string().optional(),
  '@type': z.string().optional(),
  '@hreflang': z.string().optional(),
  '@length': z.string().regex(/^\d+$/).optional(),
  '@title': z.string().optional(),
});
const moment = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?Z$/);
const person = z.object({ name: z.string().regex(/\S/), uri: z.url().optional() });
const id = z.url().regex(/^\S+$/);

const entry = z.object({
  id,
  title: typedText,
  updated: moment,
  published: moment.optional(),
  author: z.array(person).optional(),
  category: z.array(z.object({ '@term': z.string().min(1) })).optional(),
  link: z.array(link).optional(),
  summary: typedText.optional(),
  content: typedText.optional(),
  '@xml:lang': z.string(),
  'media:thumbnail': attributes.optional(),
  'dcterms:identifier': z.string().optional(),
});

const atomSchema = z.object({
  feed: z.object({
    '@xmlns': z.literal('http://www.w3.org/2005/Atom'),
    '@xml:lang': z.string(),
    id,
    title: typedText,
    subtitle: typedText.optional(),
    updated: moment,
    author: z.array(person).min(1),
    link: z.array(link),
    entry: z.array(entry).default([]),
    'at:deleted-entry': z.array(z.object({ '@ref': id, '@when': moment })).default([]),
  }),
});

export type AtomFeed = z.infer<typeof atomSchema>['feed'];
export type AtomEntry = z.infer<typeof entry>;

const unique = (values: readonly string[]): boolean => new Set(values).size === values.length;

const demand = (holds: boolean, rule: string): void => {
  if (!holds) throw new Error(rule);
};

const parse = (xml: string): unknown => {
  const verdict = XMLValidator.validate(xml);
  if (verdict !== true) throw new Error(`not well-formed: ${verdict.err.msg} (line ${verdict.err.line})`);
  return parser.parse(xml);
};

const relation = (one: z.infer<typeof link>) => one['@rel'] ?? 'alternate';

const alternates = (links: readonly z.infer<typeof link>[]) =>
  links.filter((one) => relation(one) === 'alternate').map((one) => `${one['@type']} ${one['@hreflang']}`);

/** The address of a link. */
export const linkOf = ({ link: links }: AtomFeed | AtomEntry, rel: string): string | undefined =>
  links?.find((one) => relation(one) === rel)?.['@href'];

/** Parses an Atom feed. @throws Error that names the rule of RFC 4287, 5005 or 6721 that it breaks */
export const readAtom = (xml: string): AtomFeed => {
  const { feed } = atomSchema.parse(parse(xml));
  demand(unique(feed.entry.map((one) => one.id)), '4.1.1: an id stands twice');
  demand(feed.link.filter((one) => relation(one) === 'self').length === 1, '4.1.1: one link to itself');
  demand(linkOf(feed, 'next') !== linkOf(feed, 'self'), 'RFC 5005: the next page is another one');
  demand(unique(alternates(feed.link)), '4.1.1: two alternates of one type and language');
  const ids = new Set(feed.entry.map((one) => one.id));
  demand(
    feed['at:deleted-entry'].every((one) => !ids.has(one['@ref'])),
    'RFC 6721: what is there is called deleted',
  );
  demand(
    feed['at:deleted-entry'].length === 0 || xml.includes('xmlns:at="http://purl.org/atompub/tombstones/1.0"'),
    'the prefix at is not bound',
  );
  for (const one of feed.entry) {
    demand(one.content !== undefined || linkOf(one, 'alternate') !== undefined, '4.1.2: an alternate or content');
    demand(one.content !== undefined || one.summary !== undefined, '4.1.2: a summary where there is no content');
    demand(unique(alternates(one.link ?? [])), '4.1.2: two alternates of one type and language');
  }
  return feed;
};

const DAYS = 'Mon|Tue|Wed|Thu|Fri|Sat|Sun';
const MONTHS = 'Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec';
const mailDate = z
  .string()
  .regex(new RegExp(`^(${DAYS}), \\d{2} (${MONTHS}) \\d{4} \\d{2}:\\d{2}:\\d{2} GMT$`))
  .refine((text) => new Date(text).toUTCString() === text, 'the day of the week is another one');

const item = z.object({
  title: z.string().regex(/\S/),
  link: z.array(z.url()).length(1).optional(),
  description: z.string().optional(),
  guid: z.object({ '#text': id, '@isPermaLink': z.literal('false') }),
  pubDate: mailDate,
  category: z.array(z.string().min(1)).optional(),
  enclosure: z
    .array(
      z.object({ '@url': z.url(), '@length': z.string().regex(/^\d+$/), '@type': z.string().regex(/^[^/]+\/[^/]+$/) }),
    )
    .max(1)
    .optional(),
  // Names are in dc:creator.
  author: z.array(z.string().regex(/^\S+@\S+/)).optional(),
  'content:encoded': z.string().optional(),
  'dc:creator': z.array(z.string()).optional(),
  'dc:language': z.string().optional(),
  'dcterms:modified': moment.optional(),
  'dcterms:identifier': z.string().optional(),
  'atom:link': z.array(link).optional(),
});

const rssSchema = z.object({
  rss: z.object({
    '@version': z.literal('2.0'),
    channel: z.object({
      title: z.string().regex(/\S/),
      link: z.array(z.url()).length(1),
      description: z.string().regex(/\S/),
      language: z.string(),
      lastBuildDate: mailDate,
      'atom:link': z.array(link),
      item: z.array(item).default([]),
    }),
  }),
});

export type RssChannel = z.infer<typeof rssSchema>['rss']['channel'];

/** The address of a link of Atom in RSS. */
export const channelLink = ({ 'atom:link': links }: RssChannel, rel: string): string | undefined =>
  links.find((one) => relation(one) === rel)?.['@href'];

/** Parses an RSS feed. @throws Error that names the rule of RSS 2.0, or of the Advisory Board's profile, that it breaks */
export const readRss = (xml: string): RssChannel => {
  const { channel } = rssSchema.parse(parse(xml)).rss;
  demand(unique(channel.item.map(({ guid }) => guid['#text'])), 'a guid stands twice');
  demand(channelLink(channel, 'self') !== undefined, 'profile: no link to itself');
  demand(channelLink(channel, 'next') !== channelLink(channel, 'self'), 'the next page is another one');
  return channel;
};
