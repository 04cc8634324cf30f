import type { FeedItem, ItemFrame } from '@gazette/delivery/strapi-server';
import { z } from 'zod';

const text = z.string().catch('');
const textOrNull = z.string().nullable().catch(null);

/** What all items have in common, and what many have: whatever is missing, or something else, counts as empty. */
const common = z.object({
  title: text,
  summary: textOrNull,
  description: textOrNull,
  lead: textOrNull,
  bodyHtml: text,
  bodyText: text,
  firstPublishedAt: textOrNull,
  topics: z.array(z.object({ name: z.string() })).catch([]),
});

/**
 * What a feed shows of an item whose collection does not say. Such items have no editorial life of their own: they have
 * changed when anything of them has.
 */
export const plainFeedItem = (item: ItemFrame, updatedAt: string): FeedItem => {
  const { title, summary, description, lead, bodyHtml, bodyText, firstPublishedAt, topics } = common.parse(item);
  return {
    title,
    contentHtml: bodyHtml,
    contentText: bodyText,
    summary: summary ?? description ?? lead,
    image: null,
    datePublished: firstPublishedAt,
    dateModified: updatedAt,
    authors: [],
    tags: topics.map(({ name }) => name),
    attachments: [],
    extension: {},
  };
};
