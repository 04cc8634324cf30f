import type { WebhookConfig } from '../config';
import type { Follower } from '../outgoing/follower';
import { addMessages } from '../store/messages';
import type { Tables } from '../store/tables';
import { typeOf } from './message';

/** Puts what a webhook is to be told into its queue, from the moment on at which it is set up. @param wake told of new messages */
export const webhookFollower = ({ name, collections }: WebhookConfig, t: Tables, wake: () => void): Follower => ({
  name: `webhook:${name}`,
  gatherMs: 100,
  record: (trx, entries) =>
    addMessages(
      trx,
      t,
      entries
        .filter(({ collection }) => collections?.includes(collection) ?? true)
        .map((entry) => ({ webhook: name, position: entry.position, type: typeOf(entry) })),
    ),
  onMoved: wake,
});
