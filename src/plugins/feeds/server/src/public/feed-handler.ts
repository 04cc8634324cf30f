import { createHash } from 'node:crypto';
import type {
  Answer,
  DeliveryServices,
  Handler,
  ItemFrame,
  ListQuery,
  PublicRequest,
} from '@gazette/delivery/strapi-server';
import type { FeedsConfig } from '../config';
import { FeedError } from '../errors';
import { CONTENT_TYPES, FORMATS, type FeedFormat } from '../formats/content-types';
import type { FeedEntry, Tombstone } from '../formats/feed-page';
import { RENDERERS } from '../formats/render-feed';
import { feedFile, feedKind, findFeed } from './feed-lists';
import { pagePath, readFeedParameters } from './feed-parameters';
import { movedFeed } from './moved-feed';
import { plainFeedItem } from './plain-feed-item';

/** What feeds need of the running host. */
export interface FeedHost {
  collections: DeliveryServices['collections'];
  reader: DeliveryServices['reader'];
  config: FeedsConfig;
  /** The front end's home page. */
  homePageUrl: string;
}

type Reader = ReturnType<FeedHost['reader']['reader']>;
type StoredItem = Awaited<ReturnType<Reader['items']>>[number];
type ItemJson = ItemFrame & Record<string, unknown>;

/** How many removals a feed tells of: the latest. */
export const MAX_TOMBSTONES = 100;

const textFor = (texts: FeedsConfig['titles'], list: string, locale: string, defaultLocale: string): string | null =>
  texts[list]?.[locale] ?? texts[list]?.[defaultLocale] ?? null;

/** The id of an item in a language: its documentId's own address, which no change of slug touches. */
const idOf = ({ reader }: FeedHost, collection: string, documentId: string, locale: string): string =>
  reader.absoluteUrl(
    `${reader.pathOf(collection)}/${encodeURIComponent(documentId)}?locale=${encodeURIComponent(locale)}`,
  );

const entryOf = (
  host: FeedHost,
  stored: StoredItem,
  locale: string,
  returns: ReadonlyMap<string, string>,
): FeedEntry => {
  const definition = host.collections.get(stored.collection);
  // A stored item lacks its closing brace; its overlay comes before it.
  const json: ItemJson = JSON.parse(`${stored.item}${stored.overlay}}`);
  const item = definition?.feedItem?.(json) ?? plainFeedItem(json, stored.updatedAt);
  const { documentId, collection, version, rating } = json;
  const id = idOf(host, collection, documentId, stored.locale);
  return {
    id,
    url: json.url,
    locale: stored.locale,
    item,
    updatedAt: stored.updatedAt,
    returnedAt: returns.get(id) ?? null,
    extension: {
      documentId,
      collection,
      version,
      ...(rating === undefined ? {} : { rating }),
      ...(stored.locale === locale && json.isFallback !== true ? {} : { isFallback: true }),
      ...(definition?.isWithdrawn?.(json) ? { isWithdrawn: true } : {}),
      ...item.extension,
    },
  };
};

/** When items came back that had been taken back, by id. */
const readReturns = async (host: FeedHost, stored: readonly StoredItem[]): Promise<Map<string, string>> => {
  const collections = new Map(stored.map(({ documentId, collection }) => [documentId, collection]));
  const found = await host.reader.reader().changes.returns([...collections.keys()]);
  return new Map(
    found.map(({ documentId, locale, at }) => [idOf(host, collections.get(documentId) ?? '', documentId, locale), at]),
  );
};

/** What went from the list, whatever filter it met: nobody misses an entry that he never had. */
const readTombstones = async (host: FeedHost, { list, locale, fallback }: ListQuery): Promise<Tombstone[]> => {
  const { collections, reader } = host;
  const members = collections.membersOf(list).map(({ name }) => name);
  const locales = fallback === null ? [locale] : [locale, fallback];
  const removals = await reader.reader().changes.removals(members, locales, MAX_TOMBSTONES);
  return removals.map(({ collection, documentId, locale: own, at }) => ({
    id: idOf(host, collection, documentId, own),
    at,
  }));
};

/** The address of a page of a feed in a format. */
const addressIn = ({ reader }: FeedHost, list: string, format: FeedFormat, query: string, cursor: string | null) =>
  reader.absoluteUrl(pagePath(reader.pathOf(`feeds/${feedFile(list, format)}`), query, cursor));

const answerFeed = async (host: FeedHost, request: PublicRequest): Promise<Answer> => {
  const { collections, reader, config, homePageUrl } = host;
  const file = request.params.file ?? '';
  const { list, format, definition } = findFeed(collections, file);
  const asked = readFeedParameters(request.queryString, feedKind(file, definition));
  const query = await reader.listQuery(asked.listQuery, list, definition);
  const { rows, nextCursor } = await reader.page(query);
  const moved = await movedFeed(host, request, query, definition, rows.length > 0);
  if (moved) return moved;
  const stored = await reader.reader().items(rows, query.overlays);
  // Only Atom tells what goes.
  const returns = format === 'atom' ? await readReturns(host, stored) : new Map<string, string>();
  const entries = stored.map((one) => entryOf(host, one, query.locale, returns));
  const shown = new Set(entries.map(({ id }) => id));
  // Only Atom can say it, and once is enough. What went since its entry was read is told by the next answer.
  const tombstones =
    format === 'atom' && asked.cursor === null
      ? (await readTombstones(host, query)).filter(({ id }) => !shown.has(id))
      : [];

  const { default: defaultLocale } = await reader.locales();
  const addressOf = (page: string | null, as = format) => addressIn(host, list, as, asked.firstPageQuery, page);
  const nextUrl = nextCursor === null ? null : addressOf(nextCursor);
  const hubUrl = asked.isPlain && config.hub !== '' ? config.hub : null;
  const body = RENDERERS[format]({
    title: textFor(config.titles, list, query.locale, defaultLocale) ?? list,
    description: textFor(config.descriptions, list, query.locale, defaultLocale),
    publisher: config.publication[query.locale] ?? config.publication[defaultLocale] ?? new URL(homePageUrl).host,
    homePageUrl,
    feedUrl: addressOf(null),
    pageUrl: addressOf(asked.cursor),
    nextUrl,
    alternates: Object.fromEntries(
      FORMATS.filter((one) => one !== format).map((one) => [CONTENT_TYPES[one], addressOf(asked.cursor, one)]),
    ),
    hubUrl,
    locale: query.locale,
    content: asked.content,
    extensionName: config.extension,
    entries,
    tombstones,
  });
  return {
    status: 200,
    body,
    contentType: `${CONTENT_TYPES[format]}; charset=utf-8`,
    tag: createHash('sha256').update(body).digest('base64url').slice(0, 22),
    cache: 'shared',
    until: reader.turnOf(query),
    keys: [list],
    links: {
      self: addressOf(asked.cursor),
      ...(nextUrl === null ? {} : { next: nextUrl }),
      ...(hubUrl === null ? {} : { hub: hubUrl }),
    },
  };
};

/** Answers `/feeds/{list}.json`, `.atom` and `.rss`; `:file` is the file's name. */
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
