import type { Core } from '@strapi/strapi';
import type { FeedsConfig } from '../config';
import { deliveryService } from '../delivery-service';
import { unknownCollection, unknownMessage } from '../errors';
import { FORMATS } from '../formats/content-types';
import { STANDARD_RETRIES } from '../outgoing/backoff';
import { follow } from '../outgoing/follower';
import { feedFile, feedLists } from '../public/feed-lists';
import { countMessages, deadMessages, replayMessages, type DeadMessage } from '../store/messages';
import { inTransaction, tablesFor, type Transaction } from '../store/tables';
import { createCourier, type Courier } from '../webhooks/courier';
import { webhookFollower } from '../webhooks/webhook-follower';
import { hubFollower } from '../websub/hub-follower';
import type { TopicSource } from '../websub/topics';

/** A webhook as editors see it: never its secrets, nor what an address may hold of one. */
export interface WebhookState {
  name: string;
  /** Protocol, host and path. */
  url: string;
  /** False for one that is not set up any more, and of which messages are left. */
  isConfigured: boolean;
  waiting: number;
  dead: number;
}

/** Tells others of changes: a WebSub hub and webhooks. */
export interface Outgoing {
  /** @throws Error where a webhook wants changes to a collection that this host does not have */
  start(): void;
  /** Ends what is under way; what is not told by then is told after the next start. */
  stop(): Promise<void>;
  states(): Promise<WebhookState[]>;
  dead(page: { page: number; pageSize: number }): Promise<{ messages: DeadMessage[]; total: number }>;
  /** @throws FeedError 404 where there is no such message */
  replay(which: { id: number } | { webhook: string }): Promise<number>;
}

const withoutSecrets = (address: string): string => {
  const { origin, pathname } = new URL(address);
  return `${origin}${pathname}`;
};

export const createOutgoing = ({ strapi }: { strapi: Core.Strapi }): Outgoing => {
  const config = () => strapi.config.get<FeedsConfig>('plugin::feeds');
  const own = <Result>(work: (trx: Transaction) => Promise<Result>) => inTransaction(strapi, work);
  const stopping = new AbortController();
  const couriers = new Map<string, Courier>();
  const running: Promise<void>[] = [];

  const topicSource = async (): Promise<TopicSource> => {
    const collections = deliveryService(strapi, 'collections');
    const reader = deliveryService(strapi, 'reader');
    const lists = new Set(feedLists(collections));
    const { default: defaultLocale } = await reader.locales();
    return {
      defaultLocale,
      listsOf: (collection) => collections.listsOf(collection).filter((list) => lists.has(list)),
      addressesOf: (list, query) =>
        FORMATS.map((format) =>
          reader.absoluteUrl(`${reader.pathOf(`feeds/${feedFile(list, format)}`)}${query === '' ? '' : `?${query}`}`),
        ),
    };
  };

  return {
    start() {
      const { hub, webhooks, allowPrivateAddresses, retrySeconds } = config();
      const { signal } = stopping;
      const context = { strapi, changes: deliveryService(strapi, 'changes'), signal };
      const known = context.changes.listed();
      for (const { name, collections = [] } of webhooks)
        for (const collection of collections)
          if (!known.has(collection)) throw unknownCollection(name, collection, [...known]);
      if (hub !== '')
        running.push(follow(context, hubFollower({ hub, allowPrivateAddresses, signal, source: topicSource })));
      for (const webhook of webhooks) {
        const courier = createCourier(webhook, {
          strapi,
          changes: context.changes,
          allowPrivateAddresses,
          signal,
          retrySeconds: retrySeconds.length > 0 ? retrySeconds : STANDARD_RETRIES,
        });
        couriers.set(webhook.name, courier);
        running.push(courier.run(), follow(context, webhookFollower(webhook, tablesFor(strapi), courier.wake)));
      }
    },
    async stop() {
      stopping.abort();
      await Promise.all(running);
    },
    async states() {
      const counts = await own((trx) => countMessages(trx, tablesFor(strapi)));
      const { webhooks } = config();
      const left = counts.map(({ webhook }) => webhook).filter((name) => webhooks.every((one) => one.name !== name));
      const known = [
        ...webhooks.map(({ name, url }) => ({ name, url: withoutSecrets(url), isConfigured: true })),
        ...[...new Set(left)].map((name) => ({ name, url: '', isConfigured: false })),
      ];
      const countOf = (name: string, dead: boolean) =>
        counts.find(({ webhook, isDead }) => webhook === name && isDead === dead)?.count ?? 0;
      return known.map((one) => ({ ...one, waiting: countOf(one.name, false), dead: countOf(one.name, true) }));
    },
    dead: ({ page, pageSize }) =>
      own(async (trx) => {
        const t = tablesFor(strapi);
        const counts = await countMessages(trx, t);
        return {
          messages: await deadMessages(trx, t, { offset: (page - 1) * pageSize, limit: pageSize }),
          total: counts.reduce((sum, { isDead, count }) => sum + (isDead ? count : 0), 0),
        };
      }),
    async replay(which) {
      const names = config().webhooks.map(({ name }) => name);
      const count = await own((trx) => replayMessages(trx, tablesFor(strapi), which, names));
      if ('id' in which && count === 0) throw unknownMessage(String(which.id));
      for (const courier of couriers.values()) courier.wake();
      return count;
    },
  };
};
