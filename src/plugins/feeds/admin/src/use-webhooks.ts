import { useFetchClient, useNotification } from '@strapi/strapi/admin';
import { useCallback, useEffect, useState } from 'react';
import { useText } from './use-text';

/** Answers of the plugin's admin routes; their shapes stand with the server's routes. */
export interface WebhookState {
  name: string;
  url: string;
  isConfigured: boolean;
  waiting: number;
  dead: number;
}

export interface DeadMessage {
  id: number;
  webhook: string;
  type: string;
  attempts: number;
  error: string;
  updatedAt: string;
}

export type Webhooks =
  { state: 'loading' } | { state: 'broken' } | { state: 'here'; webhooks: WebhookState[]; messages: DeadMessage[] };

const LISTED = 5;
const AGAIN_MS = 15_000;

/** The webhooks and the latest messages that were given up, read again and again while the page is open. */
export const useWebhooks = (): {
  answer: Webhooks;
  replay(which: { id: number } | { webhook: string }): Promise<void>;
} => {
  const { get, post } = useFetchClient();
  const { toggleNotification } = useNotification();
  const text = useText();
  const [answer, setAnswer] = useState<Webhooks>({ state: 'loading' });

  const read = useCallback(async (): Promise<Webhooks> => {
    try {
      const [webhooks, dead] = await Promise.all([
        get<{ data: WebhookState[] }>('/feeds/webhooks'),
        get<{ data: DeadMessage[] }>(`/feeds/webhooks/dead?pageSize=${LISTED}`),
      ]);
      return { state: 'here', webhooks: webhooks.data.data, messages: dead.data.data };
    } catch {
      return { state: 'broken' };
    }
  }, [get]);

  useEffect(() => {
    let isOpen = true;
    const show = async () => {
      const found = await read();
      if (isOpen) setAnswer(found);
    };
    void show();
    const timer = setInterval(() => void show(), AGAIN_MS);
    return () => {
      isOpen = false;
      clearInterval(timer);
    };
  }, [read]);

  const replay = async (which: { id: number } | { webhook: string }): Promise<void> => {
    try {
      const { data } = await post<{ data: { replayed: number } }>('/feeds/webhooks/replay', which);
      toggleNotification({ type: 'success', message: text('replayed', { count: data.data.replayed }) });
    } catch {
      toggleNotification({ type: 'danger', message: text('not-replayed') });
    }
    setAnswer(await read());
  };

  return { answer, replay };
};
