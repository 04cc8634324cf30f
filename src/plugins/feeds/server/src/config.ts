import { z } from 'zod';

/** Texts by collection and locale: `{ news: { en: '…' } }`. */
const texts = z.record(z.string(), z.record(z.string(), z.string().trim().min(1)));

const schema = z.strictObject({
  /** A feed's title by collection and locale; the default locale's stands in for a missing one, then the collection's name. */
  titles: texts,
  /** What a feed is about, by collection and locale, in the same way; a feed without one has no `description`. */
  descriptions: texts,
  /** The name under which news appears in news sitemaps, by locale; the host of the front end by default. */
  publication: z.record(z.string(), z.string().trim().min(1)),
  /**
   * Name of the object that carries what JSON Feed has no member for.
   * Starts with `_` and a letter and holds no period (JSON Feed 1.1, "Extensions").
   */
  extension: z.string().regex(/^_[A-Za-z][A-Za-z0-9_-]*$/, 'must be "_", a letter, then letters, digits, "_" or "-"'),
});

/** The options of this plugin. */
export type FeedsConfig = z.infer<typeof schema>;

export default {
  default: { titles: {}, descriptions: {}, publication: {}, extension: '_delivery' } satisfies FeedsConfig,
  /** @throws Error that names each option that cannot be used */
  validator(config: unknown) {
    const result = schema.safeParse(config);
    if (!result.success) throw new Error(z.prettifyError(result.error));
  },
};
