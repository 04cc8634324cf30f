import { z } from 'zod';
import type { CollectionDefinition } from '../collections/definition';
import type { CollectionRegistry } from '../collections/registry';
import type { LIST_PARAMETERS, Locales } from '../query/read-list-query';
import { envelope, facetCounts, pagination } from './envelope';
import { createFrameSchemas } from './frame-schemas';
import { itemParameters, listParameters, localeOnly, localeParameters, paging } from './list-parameters';
import type { AnswerDescription, Description, HeaderName, ParameterDescription } from './operation';

/** The headers of every answer that shared caches keep. */
const CACHED: readonly HeaderName[] = ['ETag', 'Cache-Control', 'Surrogate-Key', 'Link'];

const JSON_MEDIA = 'application/json';

/** What a description is made with. Plugins get it as an argument, for each build holds its own copy of a module. */
export interface DescribeTools {
  locales: Locales;
  collections: Pick<CollectionRegistry, 'served' | 'readAs' | 'membersOf'>;
  /** What answers of a list's address hold: its collection's items, or those of its members. */
  item(list: string): z.ZodType;
  summary(list: string): z.ZodType;
  /** The same schema wherever one is made of the same ones; named by `id`. */
  oneOf(schemas: readonly z.ZodType[], id: string): z.ZodType;
  envelope(data: z.ZodType, meta?: z.ZodRawShape | z.ZodType): z.ZodType;
  /** `meta` of a page of a list with these facets. */
  listMeta(facets: readonly string[]): z.ZodType;
  /** A JSON answer that shared caches keep. */
  cached(description: string, schema: z.ZodType): AnswerDescription;
  /** A JSON answer that nobody keeps. */
  uncached(description: string, schema: z.ZodType): AnswerDescription;
  /** An answer in another media type that shared caches keep. */
  file(description: string, mediaType: string, schema?: z.ZodType): AnswerDescription;
  query(
    name: string,
    description: string,
    schema: z.ZodType,
    more?: Partial<ParameterDescription>,
  ): ParameterDescription;
  path(name: string, description: string, schema?: z.ZodType): ParameterDescription;
  /** `{id}` of an item. */
  id: ParameterDescription;
  /** `locale` and `fallback`. */
  localeParameters: ParameterDescription[];
  /** `locale` alone. */
  localeOnly: ParameterDescription[];
  paging: typeof paging;
  listParameters(
    definition: CollectionDefinition,
    options?: { names?: readonly (typeof LIST_PARAMETERS)[number][]; isSearch?: boolean },
  ): ParameterDescription[];
  itemParameters(definition: CollectionDefinition): ParameterDescription[];
}

/** What a route tells of itself. */
export type Describe = (tools: DescribeTools) => Description['operations'];

/** `articles` → `Articles`: a list in names of operations. */
export const pascal = (name: string): string =>
  name
    .split('-')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('');

export const createTools = (collections: CollectionRegistry, locales: Locales): DescribeTools => {
  const schemas = createFrameSchemas();
  const schemaOf = (list: string, kind: 'item' | 'summary') => {
    const members = collections.membersOf(list);
    const named = (name: string) => `${name}${kind === 'summary' ? 'Summary' : ''}`;
    const mapping = members.map(({ name, itemName }) => [name, `#/components/schemas/${named(itemName)}`] as const);
    return schemas.oneOf(
      members.map((member) => schemas[kind](member)),
      named(collections.readAs(list)?.itemName ?? pascal(list)),
      // The member that tells which of them it is.
      { discriminator: { propertyName: 'collection', mapping: Object.fromEntries(mapping) } },
    );
  };
  const json = (schema: z.ZodType) => ({ [JSON_MEDIA]: schema });
  const path: DescribeTools['path'] = (name, description, schema = z.string()) => ({
    name,
    in: 'path',
    required: true,
    description,
    schema,
  });
  return {
    locales,
    collections,
    item: (list) => schemaOf(list, 'item'),
    summary: (list) => schemaOf(list, 'summary'),
    oneOf: schemas.oneOf,
    envelope,
    listMeta: (facets) =>
      z.strictObject({
        pagination,
        ...(facets.length === 0
          ? {}
          : {
              facets: z
                .strictObject(Object.fromEntries(facets.map((facet) => [facet, facetCounts.optional()])))
                .optional()
                .meta({ description: 'Those that `facets` asked for.' }),
            }),
      }),
    cached: (description, schema) => ({ description, content: json(schema), headers: CACHED }),
    uncached: (description, schema) => ({ description, content: json(schema), headers: ['Cache-Control'] }),
    file: (description, mediaType, schema = z.string()) => ({
      description,
      content: { [mediaType]: schema },
      headers: ['ETag', 'Cache-Control', 'Surrogate-Key'],
    }),
    query: (name, description, schema, more = {}) => ({ name, in: 'query', description, schema, ...more }),
    path,
    id: path('id', 'A slug or a documentId.'),
    localeParameters: localeParameters(locales),
    localeOnly: localeOnly(locales),
    paging,
    listParameters: (definition, options) => listParameters(definition, locales, options),
    itemParameters: (definition) => itemParameters(definition, locales),
  };
};
