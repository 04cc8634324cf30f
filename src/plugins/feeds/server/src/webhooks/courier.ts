import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import type { DeliveryServices } from '@gazette/delivery/strapi-server';
import type { WebhookConfig } from '../config';
import { refusedDelivery } from '../errors';
import { nextTry } from '../outgoing/backoff';
import { post } from '../outgoing/post';
import { claimMessage, dropMessage, failMessage, releaseMessage, type Message } from '../store/messages';
import { inTransaction, tablesFor, type Transaction } from '../store/tables';
import { messageId, payloadOf, signedHeaders } from './message';

export interface CourierSettings {
  strapi: Core.Strapi;
  changes: DeliveryServices['changes'];
  retrySeconds: readonly number[];
  allowPrivateAddresses: boolean;
  signal: AbortSignal;
}

/** Longer than a request may take, and no longer than a webhook may wait after the process that served it was killed. */
const CLAIM_MS = 20_000;
/** How often to look for what is due again, or was queued by another instance. */
const LOOK_MS = 5_000;
const GONE = 410;
const MAX_ERROR = 500;

export interface Courier {
  /** Looks for messages now. */
  wake(): void;
  /** Delivers until the signal comes. */
  run(): Promise<void>;
}

/** Delivers the messages of one webhook one after another: one that is slow keeps nobody else waiting. */
export const createCourier = (webhook: WebhookConfig, settings: CourierSettings): Courier => {
  const { strapi, changes, retrySeconds, allowPrivateAddresses, signal } = settings;
  const worker = randomUUID();
  const t = tablesFor(strapi);
  let rouse: () => void = () => undefined;

  const own = <Result>(work: (trx: Transaction) => Promise<Result>) => inTransaction(strapi, work);

  /** @returns null where there is nothing to tell any more */
  const send = async ({ position }: Message): Promise<number | null> => {
    const entry = await changes.log().at(position);
    if (entry === null) return null;
    const id = messageId(position);
    const body = JSON.stringify(payloadOf(entry));
    return post(webhook.url, {
      headers: signedHeaders({ id, body, at: Math.floor(Date.now() / 1_000) }, webhook.secrets),
      body,
      allowPrivateAddresses,
      signal,
    });
  };

  const fail = async (message: Message, error: unknown, isGone: boolean): Promise<void> => {
    const text = (error instanceof Error ? error.message : String(error)).slice(0, MAX_ERROR);
    const dueAt = isGone ? null : nextTry(retrySeconds, message.attempts + 1);
    if (dueAt === null)
      strapi.log.error(
        `feeds: the message ${messageId(message.position)} to the webhook "${webhook.name}" was given up (${text}).`,
      );
    await own((trx) => failMessage(trx, t, message.id, { error: text, dueAt }));
  };

  const deliver = async (message: Message): Promise<void> => {
    let status: number | null;
    try {
      status = await send(message);
    } catch (error) {
      if (signal.aborted) return own((trx) => releaseMessage(trx, t, message.id, worker));
      return fail(message, error, false);
    }
    if (status === null || (status >= 200 && status < 300)) return own((trx) => dropMessage(trx, t, message.id));
    // Whoever answers "gone" wants no more of it.
    await fail(message, refusedDelivery(status), status === GONE);
  };

  const idle = async (): Promise<void> => {
    const roused = new AbortController();
    rouse = () => roused.abort();
    await pause(LOOK_MS, undefined, { signal: AbortSignal.any([signal, roused.signal]) }).catch(() => undefined);
  };

  return {
    wake: () => rouse(),
    async run() {
      while (!signal.aborted) {
        try {
          const message = await own((trx) =>
            claimMessage(trx, t, webhook.name, worker, new Date(Date.now() + CLAIM_MS).toISOString()),
          );
          if (message) await deliver(message);
          else await idle();
        } catch (error) {
          if (signal.aborted) return;
          strapi.log.warn(`feeds: the webhook "${webhook.name}" pauses (${String(error)}).`);
          await idle();
        }
      }
    },
  };
};
