import { z } from 'zod';

const schema = z.strictObject({
  /** Where this API is reached from outside; makes the addresses of images and of `next` links absolute. */
  publicApiUrl: z.url(),
  /** Where readers find the front end; makes every item's `url`. */
  publicSiteUrl: z.url(),
  /** Address pattern per collection with `:slug` and `:locale`; the default is `/{collection}/:slug`, other locales behind `/:locale`. */
  urlPatterns: z.record(z.string(), z.string().startsWith('/')),
  /** Put before every public path, below Strapi's own API prefix, where a host's paths would collide. '' or '/news'. */
  prefix: z.string().regex(/^(\/[a-z0-9-]+)?$/),
  /** Seconds a shared cache may keep an answer. */
  sharedMaxAge: z.int().min(0).max(31_536_000),
  /** Seconds a shared cache may serve an old answer while it fetches a new one. */
  staleWhileRevalidate: z.int().min(0).max(31_536_000),
  /** Bytes from which an answer is compressed. */
  compressFrom: z.int().min(0),
  /** Whether anyone may read the earlier published versions of what is public now, at `/{collection}/{id}/versions`. */
  publicVersions: z.boolean(),
  /** A PostgreSQL read replica for public reads; '' reads where Strapi writes. */
  readUrl: z.string(),
  /** Connections of the pool for public reads on PostgreSQL. */
  readPoolMax: z.int().min(1).max(200),
  /** How many requests for changes may wait at once in this process. */
  maxWaiting: z.int().min(1).max(100_000),
  /** How many exports may be under way at once in this process. */
  maxExports: z.int().min(1).max(1_000),
  /** Whether this process works in the background: jobs, and what other settings made stale. Not for a command beside a server. */
  background: z.boolean(),
});

export type DeliveryConfig = z.infer<typeof schema>;

export default {
  default: {
    publicApiUrl: 'http://localhost:1337',
    publicSiteUrl: 'http://localhost:1337',
    urlPatterns: {},
    prefix: '',
    // A second: until a purge reaches every cache, this is how stale a shared cache may be.
    sharedMaxAge: 1,
    staleWhileRevalidate: 1,
    compressFrom: 1024,
    // What slipped out once must not stay in reach for ever.
    publicVersions: false,
    readUrl: '',
    readPoolMax: 10,
    maxWaiting: 500,
    maxExports: 8,
    background: true,
  } satisfies DeliveryConfig,
  validator(config: unknown) {
    const result = schema.safeParse(config);
    if (!result.success) throw new Error(z.prettifyError(result.error));
  },
};
