import Redis from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible';

/** Counts new votes by address. */
export interface Limiter {
  /** Takes one of what is left. @returns null, or after how many seconds there is some again */
  take(key: string): Promise<number | null>;
  /** Gives back what was taken for a vote that did not count. */
  giveBack(key: string): Promise<void>;
  close(): Promise<void>;
}

interface Options {
  /** In a day. */
  points: number;
  /** '' counts in memory. */
  redisUrl: string;
  warn(message: string): void;
}

const DAY_SECONDS = 86_400;

/** Redis is asked for a vote, so it may not keep a voter waiting. */
const REDIS_PATIENCE_MS = 1_000;

const openRedis = (url: string, warn: Options['warn']): Redis => {
  const redis = new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    commandTimeout: REDIS_PATIENCE_MS,
    connectTimeout: 2_000,
    retryStrategy: (attempt) => Math.min(attempt * 200, 5_000),
  });
  let isAway = false;
  redis.on('error', (error: Error) => {
    if (!isAway)
      warn(`ratings: Redis does not answer (${error.message}); new votes are counted by each instance for now.`);
    isAway = true;
  });
  redis.on('ready', () => {
    if (isAway) warn('ratings: Redis answers again.');
    isAway = false;
  });
  return redis;
};

/** Counts in Redis where there is one. While it is away, each instance counts by itself: votes never depend on it. */
export const createLimiter = ({ points, redisUrl, warn }: Options): Limiter => {
  const options = { keyPrefix: 'ratings', points, duration: DAY_SECONDS };
  const memory = new RateLimiterMemory(options);
  const redis = redisUrl === '' ? null : openRedis(redisUrl, warn);
  const limiter: RateLimiterAbstract = redis
    ? new RateLimiterRedis({ ...options, storeClient: redis, insuranceLimiter: memory })
    : memory;
  return {
    async take(key) {
      try {
        await limiter.consume(key);
        return null;
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        // What is refused was taken all the same; a fair count ends where it is full.
        await limiter.reward(key);
        return Math.max(1, Math.ceil(refusal.msBeforeNext / 1_000));
      }
    },
    async giveBack(key) {
      await limiter.reward(key);
    },
    async close() {
      redis?.disconnect();
    },
  };
};
