import { z } from 'zod';
import type { CollectionDefinition } from '../collections/definition';
import { MAX_CHANGES, MAX_WAIT_SECONDS } from '../query/changes-query';
import type { Describe } from './tools';

const STREAM = 'Copies';

const cursor = z.string().meta({ description: 'A place in the change log. Never expires.' });

const change = z
  .strictObject({
    cursor,
    event: z.enum(['published', 'updated', 'withdrawn', 'moved', 'unpublished', 'deleted']),
    major: z.boolean().meta({ description: 'Whether editors called it a major update.' }),
    collection: z.string(),
    documentId: z.string(),
    locale: z.string(),
    slug: z.string().nullable().meta({ description: 'Null where it was erased.' }),
    url: z.string().nullable().meta({ description: 'Null where it was erased.' }),
    version: z.int().min(0),
    etag: z.string().nullable().meta({ description: 'Of the content; null where nothing is public any more.' }),
    at: z.iso.datetime(),
    redacted: z.literal(true).optional().meta({ description: 'The text of this version was erased.' }),
  })
  .meta({ id: 'Change', description: 'One entry of the change log.' });

/** `GET /changes` */
export const describeChanges: Describe = (tools) => [
  {
    operationId: 'listChanges',
    method: 'get',
    path: '/changes',
    tag: STREAM,
    summary: 'What was published, changed and taken back, in the order of commits',
    description:
      'Replaying it from the start, or from the cursor of an export on, gives exactly the set that the lists show. All languages.',
    parameters: [
      tools.query('since', 'A cursor; without it, the log is read from its start.', z.string()),
      tools.query('limit', 'Entries at most.', z.int().min(1).max(MAX_CHANGES).meta({ default: 100 })),
      tools.query(
        'wait',
        'Seconds to wait where there is nothing new.',
        z.int().min(0).max(MAX_WAIT_SECONDS).meta({ default: 0 }),
      ),
    ],
    answers: {
      200: tools.cached(
        'Entries behind the cursor.',
        tools.envelope(z.array(change), {
          cursor,
          more: z.boolean().meta({ description: 'Whether there are more entries by now.' }),
        }),
      ),
    },
    others: [304, 400, 503],
  },
];

const end = z.strictObject({ cursor }).meta({
  id: 'ExportEnd',
  description: 'The last line: where to go on with in /changes. Without it, the export was cut.',
});

/** `GET /export/{collection}.ndjson` */
export const describeExport =
  (lists: () => ReadonlyMap<string, readonly CollectionDefinition[]>): Describe =>
  (tools) => {
    const names = [...lists().keys()];
    const items = tools.oneOf([...names.map((name) => tools.item(name)), end], 'ExportLine');
    return [
      {
        operationId: 'exportCollection',
        method: 'get',
        path: '/export/{collection}.ndjson',
        tag: STREAM,
        summary: 'Everything of a collection in all languages, one item a line',
        description: 'Sent while it is read. An export takes no parameters.',
        parameters: [tools.path('collection', 'A list of this host.', z.enum(names))],
        answers: {
          200: {
            description: 'Lines of JSON: the items, then a line with the cursor.',
            content: { 'application/x-ndjson': z.string() },
            line: items,
            headers: ['Cache-Control', 'Surrogate-Key'],
          },
        },
        others: [400, 404, 503],
      },
    ];
  };
