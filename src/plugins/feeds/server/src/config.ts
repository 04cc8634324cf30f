import { z } from 'zod';

/** Texts by collection and locale: `{ news: { en: '…' } }`. */
const texts = z.record(z.string(), z.record(z.string(), z.string().trim().min(1)));

const SECRET = /^whsec_([A-Za-z0-9+/]+={0,2})$/;

/** As Standard Webhooks writes them: 24 to 64 random bytes in base64 behind `whsec_`. */
const secret = z.string().refine(
  (text) => {
    const length = Buffer.from(SECRET.exec(text)?.[1] ?? '', 'base64').length;
    return length >= 24 && length <= 64;
  },
  // Not the text itself: errors are logged.
  'must be whsec_ and 24 to 64 bytes in base64, for example from: echo "whsec_$(openssl rand -base64 32)"',
);

const webhook = z.strictObject({
  /** Tells it from others, for as long as it exists: what it still has to get is kept under this name. */
  name: z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'must be of a-z, 0-9 and "-"'),
  url: z.url({ protocol: /^https?$/ }),
  /** The first signs; others sign too, so that a receiver may learn of a new one before the old one goes. */
  secrets: z.array(secret).min(1).max(3),
  /** Only changes to these collections; all without. */
  collections: z.array(z.string().min(1)).min(1).optional(),
});

/** Where changes are sent to. */
export type WebhookConfig = z.infer<typeof webhook>;

const schema = z.strictObject({
  /** A feed's title by collection and locale; the default locale's stands in for a missing one, then the collection's name. */
  titles: texts,
  /** What a feed is about, by collection and locale, in the same way; a feed without one has no `description`. */
  descriptions: texts,
  /** The name under which news appears in news sitemaps, by locale; the host of the front end by default. */
  publication: z.record(z.string(), z.string().trim().min(1)),
  /** The address of a WebSub hub that is told of changes to feeds (https://www.w3.org/TR/websub/); '' tells none. */
  hub: z.union([z.literal(''), z.url({ protocol: /^https?$/ })]),
  /**
   * Name of the object that carries what JSON Feed has no member for.
   * Starts with `_` and a letter and holds no period (JSON Feed 1.1, "Extensions").
   */
  extension: z.string().regex(/^_[A-Za-z][A-Za-z0-9_-]*$/, 'must be "_", a letter, then letters, digits, "_" or "-"'),
  /** Who is told of every change. */
  webhooks: z
    .array(webhook)
    .max(50)
    .refine((all) => new Set(all.map(({ name }) => name)).size === all.length, 'two have one name'),
  /** After how many seconds a message that could not be delivered is tried again, time after time; then it is given up. Empty for those of Standard Webhooks. */
  retrySeconds: z.array(z.int().min(0).max(604_800)).max(30),
  /** Whether hub and webhooks may be in a private network, or on this machine. */
  allowPrivateAddresses: z.boolean(),
  /** Whether this process tells others of changes. Not for a command beside a server. */
  background: z.boolean(),
});

/** The options of this plugin. */
export type FeedsConfig = z.infer<typeof schema>;

export default {
  default: {
    titles: {},
    descriptions: {},
    publication: {},
    hub: '',
    extension: '_delivery',
    webhooks: [],
    retrySeconds: [],
    allowPrivateAddresses: false,
    background: true,
  } satisfies FeedsConfig,
  /** @throws Error that names each option that cannot be used */
  validator(config: unknown) {
    const result = schema.safeParse(config);
    if (!result.success) throw new Error(z.prettifyError(result.error));
  },
};
