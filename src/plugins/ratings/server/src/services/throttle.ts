import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import type { RatingsConfig } from '../config';
import { throttled } from '../errors';
import type { Target } from '../summary';
import { createLimiter, type Limiter } from '../throttle';
import { clientAddress, hashAddress } from '../voter/address';
import { secretsFrom } from '../voter/token';

/** Keeps one address from voting under ever new names. */
export interface Throttle {
  /** At the start, so that Redis is there when the first vote comes. */
  open(): void;
  /**
   * Does something that may add a new visitor vote to a target.
   * @param work says whether the vote was new; only then is it counted
   * @throws RatingError 429, without doing it
   */
  around<Result>(
    ctx: Context,
    target: Target,
    work: () => Promise<{ isNew: boolean; result: Result }>,
  ): Promise<Result>;
  close(): Promise<void>;
}

export const createThrottle = ({ strapi }: { strapi: Core.Strapi }): Throttle => {
  let limiter: Limiter | null = null;
  const { newVotesPerAddress, redisUrl, proxyHops, secrets } = strapi.config.get<RatingsConfig>('plugin::ratings');
  const [secret = ''] = secretsFrom(secrets, strapi.config.get<string[]>('server.app.keys', []));

  const current = (): Limiter =>
    (limiter ??= createLimiter({ points: newVotesPerAddress, redisUrl, warn: (message) => strapi.log.warn(message) }));

  const keyOf = (ctx: Context, { collection, documentId }: Target): string => {
    const address = clientAddress(
      ctx.req.socket.remoteAddress ?? '',
      ctx.get('X-Forwarded-For'),
      ctx.app.proxy ? proxyHops : 0,
    );
    return `${collection}/${documentId}/${hashAddress(address, secret)}`;
  };

  return {
    open() {
      current();
    },
    async around(ctx, target, work) {
      const key = keyOf(ctx, target);
      const wait = await current().take(key);
      if (wait !== null) throw throttled(wait);
      let counted = false;
      try {
        const { isNew, result } = await work();
        counted = isNew;
        return result;
      } finally {
        if (!counted) await current().giveBack(key);
      }
    },
    async close() {
      await limiter?.close();
      limiter = null;
    },
  };
};
