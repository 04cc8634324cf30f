import { createHash } from 'node:crypto';
import { refusedDelivery } from '../errors';
import { post } from '../outgoing/post';
import type { Follower } from '../outgoing/follower';
import { changedTopics, type TopicSource } from './topics';

export interface HubSettings {
  hub: string;
  allowPrivateAddresses: boolean;
  signal: AbortSignal;
  source(): Promise<TopicSource>;
}

/** A burst of publications is one ping a feed; shared caches have let go of the old feed by then. */
const GATHER_MS = 2_000;

/** Tells the hub of one feed (https://www.w3.org/TR/websub/#publishing; the form is that of PubSubHubbub, which hubs take). */
const ping = async ({ hub, allowPrivateAddresses, signal }: HubSettings, topic: string): Promise<void> => {
  const status = await post(hub, {
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ 'hub.mode': 'publish', 'hub.url': topic, 'hub.topic': topic }).toString(),
    allowPrivateAddresses,
    signal,
  });
  if (status < 200 || status >= 300) throw new Error(`the hub ${refusedDelivery(status).message} for ${topic}`);
};

/** Another hub begins at the log's end, not where the last one was told of something. */
const cursorName = (hub: string): string =>
  `websub:${createHash('sha256').update(hub).digest('base64url').slice(0, 16)}`;

/** Tells a hub which feeds have changed. A failure tells of all again: being told twice harms nobody. */
export const hubFollower = (settings: HubSettings): Follower => ({
  name: cursorName(settings.hub),
  gatherMs: GATHER_MS,
  async handle(entries, keep) {
    for (const topic of changedTopics(entries, await settings.source())) {
      await keep();
      await ping(settings, topic);
    }
  },
});
