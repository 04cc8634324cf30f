import { z } from 'zod';
import type { CollectionDefinition } from '../collections/definition';
import { LIST_PARAMETERS } from '../query/read-list-query';
import type { Describe } from './tools';

const marked = z.string().meta({
  description: 'HTML: found words stand in `<mark>`, everything else is escaped.',
  examples: ['…<mark>đường</mark>…'],
});

const hit = (members: readonly CollectionDefinition[]) => {
  const shown: Record<string, z.ZodType> = Object.assign({}, ...members.map(({ hitSchema }) => hitSchema?.shape ?? {}));
  return z
    .strictObject({
      collection: z.enum(members.map(({ name }) => name)),
      documentId: z.string(),
      locale: z.string(),
      slug: z.string(),
      url: z.url(),
      title: z.string(),
      highlights: z.strictObject({ title: marked, text: marked.nullable() }),
      score: z
        .number()
        .nullable()
        .meta({ description: 'The higher the better; null where hits are sorted otherwise.' }),
      ...Object.fromEntries(
        Object.entries(shown).map(([name, schema]) => [
          name,
          members.every(({ hitSchema }) => hitSchema && name in hitSchema.shape) ? schema : schema.optional(),
        ]),
      ),
      isFallback: z.literal(true).optional().meta({ description: 'The item is not translated.' }),
    })
    .meta({ id: 'SearchHit' });
};

/** `GET /search`. @param types what `type` takes */
export const describeSearch =
  (
    definition: CollectionDefinition,
    members: readonly CollectionDefinition[],
    types: () => readonly string[],
  ): Describe =>
  (tools) => [
    {
      operationId: 'search',
      method: 'get',
      path: '/search',
      tag: 'Searching',
      summary: 'Hits in all collections, the best first',
      parameters: [
        ...tools.listParameters(definition, {
          names: LIST_PARAMETERS.filter((name) => name !== 'fields'),
          isSearch: true,
        }),
        tools.query('type', 'Only hits of these lists.', z.array(z.enum([...types()])).min(1), { commas: true }),
      ],
      answers: {
        200: tools.cached(
          'A page of hits.',
          tools.envelope(z.array(hit(members)), tools.listMeta(definition.facetNames)),
        ),
      },
      others: [304, 400],
    },
  ];
