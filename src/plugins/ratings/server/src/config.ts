import { z } from 'zod';

const isTimeZone = (name: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
};

const schema = z.strictObject({
  /** Put before `/ratings`, below Strapi's own API prefix, where a host's paths would collide. '' or '/news'. */
  prefix: z.string().regex(/^(\/[a-z0-9-]+)?$/),
  /** Sign visitors' tokens: the first signs, all verify. Without any, keys derived from the host's `app.keys` do. */
  secrets: z.array(z.string().min(16, 'must have at least 16 characters')),
  /** Addresses of pages that may vote besides this API's own and those that `strapi::cors` allows. */
  ownOrigins: z.array(z.url()),
  /** Name of the cookie by which a visitor is known again. */
  cookieName: z.string().regex(/^[A-Za-z0-9_-]+$/),
  /** How many new visitor votes one address has for one item and day. */
  newVotesPerAddress: z.int().min(1).max(1_000_000),
  /**
   * How many proxies stand in front and add to X-Forwarded-For, where Strapi's `server.proxy.koa` is on. What stands left
   * of their entries was written by the client, and is not believed.
   */
  proxyHops: z.int().min(1).max(20),
  /** A Redis or Valkey that all instances count in; '' counts in each instance's memory. */
  redisUrl: z.string(),
  /** After how many days without a vote a visitor's key is forgotten; the votes stay. 0 keeps them for ever. */
  voterRetentionDays: z.int().min(0).max(36_500),
  /** The votes that every item is thought to have had already, so that one vote makes no favourite. */
  prior: z.strictObject({ votes: z.int().min(0).max(1_000_000), mean: z.number().min(1).max(5) }),
  /** Whose days the trend counts. */
  timeZone: z.string().refine(isTimeZone, 'must be a time zone such as "Asia/Ho_Chi_Minh"'),
  /** Whether this process works in the background. Not for a command beside a server. */
  background: z.boolean(),
});

export type RatingsConfig = z.infer<typeof schema>;

export default {
  default: {
    prefix: '',
    secrets: [],
    ownOrigins: [],
    cookieName: 'voter',
    newVotesPerAddress: 30,
    proxyHops: 1,
    redisUrl: '',
    voterRetentionDays: 365,
    prior: { votes: 10, mean: 3 },
    timeZone: 'UTC',
    background: true,
  } satisfies RatingsConfig,
  /** @throws Error that names each option that cannot be used */
  validator(config: unknown) {
    const result = schema.safeParse(config);
    if (!result.success) throw new Error(z.prettifyError(result.error));
  },
};
