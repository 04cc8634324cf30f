import { z } from 'zod';
import type { CollectionDefinition } from '../collections/definition';
import type { Operation } from './operation';
import { pascal, type Describe, type DescribeTools } from './tools';

const READING = 'Reading';

/** `GET /{list}` */
export const describeList =
  (list: string, definition: CollectionDefinition): Describe =>
  (tools) => [
    {
      operationId: `list${pascal(list)}`,
      method: 'get',
      path: `/${list}`,
      tag: READING,
      summary: `A page of ${list}`,
      description: 'Summaries, without what only a page of its own needs.',
      parameters: tools.listParameters(definition),
      answers: {
        200: tools.cached(
          'A page.',
          tools.envelope(z.array(tools.summary(list)), tools.listMeta(definition.facetNames)),
        ),
      },
      others: [304, 400],
    },
  ];

/** `GET /{list}/{id}` */
export const describeItem =
  (list: string, definition: CollectionDefinition): Describe =>
  (tools) => [
    {
      operationId: `get${definition.itemName}`,
      method: 'get',
      path: `/${list}/{id}`,
      tag: READING,
      summary: `One of ${list}`,
      description: 'Everything that a page of it needs, in one answer.',
      parameters: [tools.id, ...tools.itemParameters(definition)],
      answers: { 200: itemAnswer(tools, list) },
      others: [301, 304, 400, 404, 410],
    },
  ];

const itemAnswer = (tools: DescribeTools, list: string) => {
  const answer = tools.cached('The item.', tools.envelope(tools.item(list)));
  return { ...answer, headers: [...(answer.headers ?? []), 'Last-Modified' as const] };
};

/** `GET /{name}` of a single type. */
export const describeSingle =
  (definition: CollectionDefinition): Describe =>
  (tools) => [
    {
      operationId: `get${definition.itemName}`,
      method: 'get',
      path: `/${definition.name}`,
      tag: READING,
      summary: `The ${definition.name}`,
      parameters: tools.itemParameters(definition),
      answers: { 200: itemAnswer(tools, definition.name) },
      others: [304, 400, 404],
    },
  ];

const event = z
  .string()
  .meta({ description: 'What made it: `published`, `updated`, `withdrawn`, `moved`.', examples: ['updated'] });

const head = {
  version: z.int().min(1),
  at: z.iso.datetime().meta({ description: 'When it became public.' }),
  event,
  major: z.boolean().meta({ description: 'Whether its editors called it a major update.' }),
};

const versionSummary = z
  .strictObject({
    ...head,
    etag: z.string().nullable().meta({ description: 'Of its content; null where it was erased.' }),
    redacted: z.boolean().meta({ description: 'Its text was erased.' }),
    title: z.string().nullable(),
    changed: z
      .array(z.string())
      .nullable()
      .meta({ description: 'The members that differ from the version before; null for the first one.' }),
  })
  .meta({ id: 'VersionSummary', description: 'A published version, without its text.' });

const pastItem = z
  .looseObject({
    documentId: z.string(),
    collection: z.string(),
    locale: z.string(),
    slug: z.string(),
    url: z.url(),
    version: z.int().min(1),
  })
  .meta({
    id: 'PastItem',
    description:
      'An item as it was public then: the members that items of its collection had at the time, without what moves apart from versions.',
  });

const versionsOperation = (tools: DescribeTools, list: string, name: string): Operation => ({
  operationId: `list${name}Versions`,
  method: 'get',
  path: `/${list}/{id}/versions`,
  tag: 'Versions',
  summary: `The published versions of one of ${list}`,
  description: 'The newest first.',
  parameters: [tools.id, ...tools.localeOnly, ...tools.paging()],
  answers: { 200: tools.cached('A page.', tools.envelope(z.array(versionSummary), tools.listMeta([]))) },
  others: [301, 304, 400, 404, 410],
});

const versionOperation = (tools: DescribeTools, list: string, name: string): Operation => ({
  operationId: `get${name}Version`,
  method: 'get',
  path: `/${list}/{id}/versions/{n}`,
  tag: 'Versions',
  summary: `One published version of one of ${list}`,
  parameters: [tools.id, tools.path('n', 'The number of the version.', z.int().min(1)), ...tools.localeOnly],
  answers: { 200: tools.cached('The version.', tools.envelope(pastItem, head)) },
  others: [301, 304, 400, 404, 410],
});

/** `GET /{list}/{id}/versions` */
export const describeVersions =
  (list: string, { itemName }: CollectionDefinition): Describe =>
  (tools) => [versionsOperation(tools, list, itemName)];

/** `GET /{list}/{id}/versions/{n}` */
export const describeVersion =
  (list: string, { itemName }: CollectionDefinition): Describe =>
  (tools) => [versionOperation(tools, list, itemName)];
