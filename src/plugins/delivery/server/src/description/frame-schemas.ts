import { z } from 'zod';
import type { CollectionDefinition } from '../collections/definition';

const localization = z
  .strictObject({ locale: z.string(), slug: z.string(), url: z.url() })
  .meta({ id: 'Localization', description: 'The same item in another language.' });

const frame = (collection: string) => ({
  documentId: z.string().meta({ description: 'The same in all languages, for as long as the item exists.' }),
  collection: z.literal(collection),
  locale: z.string().meta({ description: 'The language of this text.', examples: ['vi'] }),
  slug: z.string().meta({ description: 'The item in addresses; may change, then the old one answers 301.' }),
  url: z.url().meta({ description: 'The page of the item on the site for readers.' }),
  localizations: z.array(localization).meta({ description: 'Its other languages.' }),
});

const isFallback = z
  .literal(true)
  .optional()
  .meta({ description: 'The item is not translated: this is its text in another language.' });

const version = z.int().min(1).meta({ description: 'Counts the published versions of this language.' });

const counted = z.int().min(0);

/** What delivery adds behind what a collection shows. */
const added = ({ overlays = {}, dated, counted: counts = {} }: CollectionDefinition): z.ZodRawShape => ({
  ...Object.fromEntries(Object.entries(overlays).map(([name, { schema }]) => [name, schema])),
  ...Object.fromEntries(Object.entries(counts).map(([name, { description }]) => [name, counted.meta({ description })])),
  ...(dated
    ? {
        [dated.name]: dated.schema
          .extend({ asOf: z.iso.date().meta({ description: 'The day of which this is told: `asOf`, else today.' }) })
          .meta({ ...dated.schema.meta() }),
      }
    : {}),
});

const framed = (definition: CollectionDefinition, own: z.ZodObject): z.ZodObject =>
  z.strictObject({ ...frame(definition.name), isFallback, ...own.shape, version, ...added(definition) });

/** The schemas of what lists and items show, as answers carry it: each made once, so that it has one place in the description. */
export interface FrameSchemas {
  /** An item of a collection. */
  item(definition: CollectionDefinition): z.ZodType;
  /** What a list shows of it. */
  summary(definition: CollectionDefinition): z.ZodType;
  /** What an export holds of it, and what lists of several collections show. */
  oneOf(schemas: readonly z.ZodType[], id: string, more?: Record<string, unknown>): z.ZodType;
}

export const createFrameSchemas = (): FrameSchemas => {
  const made = new Map<string, z.ZodType>();
  const once = (id: string, make: () => z.ZodType): z.ZodType => {
    const known = made.get(id);
    if (known) return known;
    const schema = make();
    made.set(id, schema);
    return schema;
  };
  const named = (id: string, schema: z.ZodType, source: z.ZodType) =>
    schema.meta({ description: source.meta()?.description, id });
  return {
    item: (definition) =>
      once(definition.itemName, () =>
        named(definition.itemName, framed(definition, definition.itemSchema), definition.itemSchema),
      ),
    summary: (definition) =>
      once(`${definition.itemName}Summary`, () =>
        named(`${definition.itemName}Summary`, framed(definition, definition.summarySchema), definition.summarySchema),
      ),
    oneOf(schemas, id, more = {}) {
      const [first, ...others] = schemas;
      if (!first) throw new Error(`"${id}" is a choice of nothing.`);
      return others.length === 0 ? first : once(id, () => z.union([first, ...others]).meta({ id, ...more }));
    },
  };
};
