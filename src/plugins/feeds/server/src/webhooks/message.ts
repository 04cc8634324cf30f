import { createHmac } from 'node:crypto';
import type { LogEntry, LogPosition } from '@gazette/delivery/strapi-server';

/** What a webhook is sent: https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md */
export interface WebhookPayload {
  /** `articles.published`: collection and event of the change stream. */
  type: string;
  /** When it happened, ISO 8601. */
  timestamp: string;
  data: Record<string, unknown>;
}

/** Names an entry of the log, the same for every webhook and every try. */
export const messageId = ({ seq, mark }: LogPosition): string => `change_${seq}_${mark}`;

/** What a message is about. */
export const typeOf = ({ collection, event }: Pick<LogEntry, 'collection' | 'event'>): string =>
  `${collection}.${event}`;

/** The message about an entry; what was erased is null, as in the change stream. */
export const payloadOf = (entry: LogEntry): WebhookPayload => ({
  type: typeOf(entry),
  timestamp: entry.at,
  data: {
    event: entry.event,
    major: entry.major,
    collection: entry.collection,
    documentId: entry.documentId,
    locale: entry.locale,
    slug: entry.slug || null,
    url: entry.url || null,
    version: entry.version,
    etag: entry.etag || null,
    at: entry.at,
    ...(entry.redacted ? { redacted: true } : {}),
  },
});

const sign = (secret: string, text: string): string =>
  `v1,${createHmac('sha256', Buffer.from(secret.slice('whsec_'.length), 'base64'))
    .update(text)
    .digest('base64')}`;

/**
 * The headers that prove a message: HMAC-SHA256 over `id.timestamp.body`, one signature a secret.
 * @param at seconds since 1970
 */
export const signedHeaders = (
  { id, body, at }: { id: string; body: string; at: number },
  secrets: readonly string[],
): Record<string, string> => ({
  'Content-Type': 'application/json',
  'webhook-id': id,
  'webhook-timestamp': String(at),
  'webhook-signature': secrets.map((secret) => sign(secret, `${id}.${at}.${body}`)).join(' '),
});
