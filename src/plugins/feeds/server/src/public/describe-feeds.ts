import type { Describe, DescribeTools, ParameterDescription } from '@gazette/delivery/strapi-server';
import { z } from 'zod';
import { CONTENT_TYPES, type FeedFormat } from '../formats/content-types';
import { feedLists } from './feed-lists';
import { CONTENT } from './feed-parameters';
import type { FeedHost } from './feed-handler';

const attachment = z.strictObject({
  url: z.string(),
  mime_type: z.string(),
  title: z.string().optional(),
  size_in_bytes: z.number().optional(),
});

const author = z.strictObject({
  name: z.string().optional(),
  url: z.string().optional(),
  avatar: z.string().optional(),
});

const extension = z
  .looseObject({
    documentId: z.string(),
    collection: z.string(),
    version: z.int(),
    rating: z.looseObject({}).optional(),
    isFallback: z.literal(true).optional().meta({ description: 'The item is not translated.' }),
    isWithdrawn: z.literal(true).optional().meta({ description: 'The item stays, and is no longer stood by.' }),
  })
  .meta({ description: 'What JSON Feed has no member for; which members follow depends on the collection.' });

/** JSON Feed 1.1 as this plugin writes it. @param extensionName the member that holds what JSON Feed has none for */
const jsonFeed = (extensionName: string) => {
  const item = z
    .strictObject({
      id: z.string().meta({ description: 'The same in all formats, and whatever the slug.' }),
      url: z.string().optional(),
      title: z.string().optional(),
      content_html: z.string().optional(),
      content_text: z.string().optional(),
      summary: z.string().optional(),
      image: z.string().optional(),
      date_published: z.iso.datetime().optional(),
      date_modified: z.iso.datetime().optional().meta({ description: 'Of the last change that matters to readers.' }),
      authors: z.array(author).optional(),
      tags: z.array(z.string()).optional(),
      language: z.string(),
      attachments: z.array(attachment).optional(),
      [extensionName]: extension,
    })
    .meta({ id: 'JsonFeedItem' });
  return z
    .strictObject({
      version: z.literal('https://jsonfeed.org/version/1.1'),
      title: z.string(),
      home_page_url: z.string().optional(),
      feed_url: z.string(),
      description: z.string().optional(),
      next_url: z.string().optional().meta({ description: 'The next page; absent on the last one.' }),
      language: z.string(),
      hubs: z.array(z.strictObject({ type: z.string(), url: z.string() })).optional(),
      items: z.array(item).meta({ description: 'The newest first.' }),
    })
    .meta({ id: 'JsonFeed', description: 'JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/).' });
};

/** Parameters that only some lists have. */
const ownParameters = (tools: DescribeTools, lists: readonly string[]): ParameterDescription[] => {
  const all = lists.flatMap((list) => {
    const definition = tools.collections.readAs(list);
    return definition ? tools.listParameters(definition, { names: [] }) : [];
  });
  return [...new Map(all.map((parameter) => [parameter.name, parameter])).values()];
};

const parametersOf = (tools: DescribeTools, lists: readonly string[]): ParameterDescription[] => [
  tools.path('collection', 'A list of this host.', z.enum([...lists])),
  tools.query('content', 'The whole text, or a short one.', z.enum([...CONTENT]).meta({ default: 'full' })),
  tools.query('q', 'Only what these words find.', z.string().min(1)),
  tools.query('filters', 'Those of the list, by name: `filters[topic]=…`.', z.record(z.string(), z.string()), {
    deep: true,
  }),
  ...tools.localeParameters,
  ...tools.paging(['pageSize', 'cursor']),
  ...ownParameters(tools, lists),
];

const NAMES: Record<FeedFormat, string> = { json: 'JSON Feed 1.1', atom: 'Atom 1.0', rss: 'RSS 2.0' };

/** `GET /feeds/{collection}.json`, `.atom` and `.rss` */
export const describeFeeds =
  ({ collections, config }: Pick<FeedHost, 'collections' | 'config'>): Describe =>
  (tools) => {
    const lists = feedLists(collections);
    const parameters = parametersOf(tools, lists);
    const formats: FeedFormat[] = ['json', 'atom', 'rss'];
    return formats.map((format) => {
      const schema = format === 'json' ? jsonFeed(config.extension) : z.string();
      const answer = tools.file(`A page of the feed, ${NAMES[format]}.`, CONTENT_TYPES[format], schema);
      return {
        operationId: `get${format.charAt(0).toUpperCase()}${format.slice(1)}Feed`,
        method: 'get',
        path: `/feeds/{collection}.${format}`,
        tag: 'Feeds',
        summary: `A list as ${NAMES[format]}, the newest first`,
        parameters,
        answers: { 200: { ...answer, headers: [...(answer.headers ?? []), 'Link'] } },
        others: [301, 304, 400, 404],
      };
    });
  };
