import { createHash } from 'node:crypto';
import type {
  Answer,
  CollectionDefinition,
  DeliveryServices,
  Handler,
  ItemFrame,
  PublicRequest,
} from '@gazette/delivery/strapi-server';
import type { FeedsConfig } from './config';
import { FeedError, notBuiltYet, unknownFeed } from './errors';
import { pagePath, readFeedParameters } from './feed-parameters';
import { renderJsonFeed, type FeedEntry } from './json-feed';

/** What feeds need of the running host. */
export interface FeedHost {
  collections: DeliveryServices['collections'];
  reader: DeliveryServices['reader'];
  config: FeedsConfig;
  /** The front end's home page. */
  homePageUrl: string;
}

type Collections = FeedHost['collections'];
type Reader = ReturnType<FeedHost['reader']['reader']>;
type StoredItem = Awaited<ReturnType<Reader['items']>>[number];
type ItemJson = ItemFrame & Record<string, unknown>;

const FILE = /^([a-z][a-z0-9-]*)\.(json|atom|rss)$/;

const isFeed = ({ served, feedItem }: CollectionDefinition): boolean => served !== false && feedItem !== undefined;

const feedsOf = (collections: Collections): string[] =>
  collections
    .all()
    .filter(isFeed)
    .map(({ name }) => `${name}.json`);

/** The list that a file name means, with a definition to read its query by. */
const findFeed = (collections: Collections, file: string): { list: string; definition: CollectionDefinition } => {
  const [, list = '', format] = FILE.exec(file) ?? [];
  const members = collections.membersOf(list);
  const [definition] = members;
  if (!definition || !members.every(isFeed)) throw unknownFeed(file, feedsOf(collections));
  if (format !== 'json') throw notBuiltYet(file);
  return { list, definition };
};

const textFor = (texts: FeedsConfig['titles'], list: string, locale: string, defaultLocale: string): string | null =>
  texts[list]?.[locale] ?? texts[list]?.[defaultLocale] ?? null;

const entryOf = ({ reader, collections }: FeedHost, stored: StoredItem, locale: string): FeedEntry[] => {
  const definition = collections.get(stored.collection);
  // A stored item lacks its closing brace; its overlay comes before it.
  const json: ItemJson = JSON.parse(`${stored.item}${stored.overlay}}`);
  const item = definition?.feedItem?.(json);
  if (!item) return [];
  const { documentId, collection, version, rating } = json;
  const address = `${reader.pathOf(collection)}/${encodeURIComponent(documentId)}?locale=${encodeURIComponent(stored.locale)}`;
  return [
    {
      id: reader.absoluteUrl(address),
      url: json.url,
      locale: stored.locale,
      item,
      extension: {
        documentId,
        collection,
        version,
        ...(rating === undefined ? {} : { rating }),
        ...(stored.locale === locale ? {} : { isFallback: true }),
        ...(definition?.isWithdrawn?.(json) ? { isWithdrawn: true } : {}),
        ...item.extension,
      },
    },
  ];
};

const answerFeed = async (host: FeedHost, request: PublicRequest): Promise<Answer> => {
  const { collections, reader, config, homePageUrl } = host;
  const file = request.params.file ?? '';
  const { list, definition } = findFeed(collections, file);
  const { content, listQuery, firstPageQuery, cursor } = readFeedParameters(request.queryString, file);
  // A feed of what is searched for is newest first like any other, and not by relevance.
  const { key, direction } = definition.defaultSort;
  const query = await reader.listQuery(`${listQuery}&sort=${key}:${direction}`, list, definition);
  const { rows, nextCursor } = await reader.page(query);
  const stored = await reader.reader().items(rows, query.overlays);

  const { default: defaultLocale } = await reader.locales();
  const addressOf = (page: string | null) =>
    reader.absoluteUrl(pagePath(reader.pathOf(`feeds/${file}`), firstPageQuery, page));
  const nextUrl = nextCursor === null ? null : addressOf(nextCursor);
  const body = renderJsonFeed({
    title: textFor(config.titles, list, query.locale, defaultLocale) ?? list,
    description: textFor(config.descriptions, list, query.locale, defaultLocale),
    homePageUrl,
    feedUrl: addressOf(null),
    nextUrl,
    locale: query.locale,
    content,
    extensionName: config.extension,
    entries: stored.flatMap((one) => entryOf(host, one, query.locale)),
  });
  return {
    status: 200,
    body,
    contentType: 'application/feed+json; charset=utf-8',
    tag: createHash('sha256').update(body).digest('base64url').slice(0, 22),
    cache: 'shared',
    keys: [list],
    links: { self: addressOf(cursor), ...(nextUrl === null ? {} : { next: nextUrl }) },
  };
};

/** Answers `/feeds/{collection}.json`; `:file` is the file's name. */
export const feedHandler =
  (host: FeedHost): Handler =>
  async (request) => {
    try {
      return await answerFeed(host, request);
    } catch (error) {
      if (error instanceof FeedError) return error.toAnswer();
      throw error;
    }
  };
