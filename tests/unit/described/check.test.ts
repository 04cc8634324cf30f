import { createCheck, type SeenAnswer } from '../../support/described/check';
import type { OpenApi } from '../../support/described/operations';

const item = {
  type: 'object',
  properties: {
    documentId: { type: 'string' },
    collection: { const: 'things' },
    localizations: { type: 'array' },
    version: { type: 'integer' },
    at: { type: ['string', 'null'], format: 'date-time' },
  },
  required: ['documentId', 'collection', 'localizations', 'version', 'at'],
  additionalProperties: false,
};

const error = {
  type: 'object',
  properties: { data: { type: 'null' }, error: { type: 'object' } },
  required: ['data', 'error'],
};

const json = (schema: object) => ({ 'application/json': { schema } });
const ref = (name: string) => ({ $ref: `#/components/${name}` });

const document: OpenApi = {
  paths: {
    '/api/things/{id}': {
      get: {
        operationId: 'getThing',
        parameters: [{ name: 'fields', in: 'query' }],
        responses: {
          200: {
            headers: { ETag: {} },
            content: json({ type: 'object', properties: { data: ref('schemas/Thing') }, required: ['data'] }),
          },
          304: {},
          404: ref('responses/NotFound'),
        },
      },
    },
    '/api/export/{collection}.ndjson': {
      get: {
        operationId: 'export',
        responses: {
          200: {
            content: { 'application/x-ndjson': { schema: { type: 'string' }, 'x-itemSchema': ref('schemas/Thing') } },
          },
        },
      },
    },
  },
  components: {
    schemas: { Thing: item },
    parameters: {},
    responses: {
      NotFound: { content: json(error) },
      Validation: { content: json(error) },
      MethodNotAllowed: { content: json(error), headers: { Allow: {} } },
    },
  },
};

const thing = { documentId: 'a', collection: 'things', localizations: [], version: 1, at: '2024-03-05T02:00:00.000Z' };

const check = createCheck(document);

const seen = (
  target: string,
  body: unknown,
  {
    status = 200,
    method = 'GET',
    type = 'application/json; charset=utf-8',
    etag = '"x"',
  }: Record<string, unknown> = {},
): SeenAnswer => ({
  method: String(method),
  target,
  status: Number(status),
  header: (name) =>
    ({ 'content-type': String(type), etag: etag === null ? null : String(etag) })[name.toLowerCase()] ?? null,
  body: typeof body === 'string' ? body : JSON.stringify(body),
});

const gone = { data: null, error: { status: 404 } };

test.each<[string, SeenAnswer]>([
  ['a whole item', seen('/api/things/a', { data: thing })],
  ['an item in an address that ends in a slash', seen('/api/things/a/', { data: thing })],
  ['an item that fields has narrowed', seen('/api/things/a?fields=at', { data: { documentId: 'a', at: null } })],
  ['nothing new', seen('/api/things/a', '', { status: 304 })],
  ['an error that is described', seen('/api/things/a', gone, { status: 404 })],
  ['an address that is none', seen('/api/nothing', gone, { status: 404 })],
  ['lines', seen('/api/export/things.ndjson', `${JSON.stringify(thing)}\n`, { type: 'application/x-ndjson' })],
  ['a page of the admin', seen('/admin', '<html>', { type: 'text/html' })],
  ["Strapi's own API", seen('/api/gazette/things', [])],
])('%s is as described', (_, answer) => {
  expect(() => check(answer)).not.toThrow();
});

test.each<[string, SeenAnswer, RegExp]>([
  [
    'a member too many',
    seen('/api/things/a', { data: { ...thing, secret: 1 } }),
    /GET \/api\/things\/a answered 200.*\/data.*secret/,
  ],
  ['a member too few', seen('/api/things/a', { data: { ...thing, at: undefined } }), /\/data.*'at'/],
  ['a member of another kind', seen('/api/things/a', { data: { ...thing, at: '5 March' } }), /\/data\/at.*date-time/],
  [
    'a narrowed item with an undescribed member',
    seen('/api/things/a?fields=x', { data: { documentId: 'a', x: 1 } }),
    /"x"/,
  ],
  [
    'a status that is not described',
    seen('/api/things/a', gone, { status: 410 }),
    /getThing is described with 200, 304, 404/,
  ],
  ['a fault of the server', seen('/api/things/a', gone, { status: 500 }), /answered 500/],
  ['another media type', seen('/api/things/a', { data: thing }, { type: 'text/html' }), /Content-Type "text\/html"/],
  ['no JSON', seen('/api/things/a', '<html>'), /is not JSON/],
  ['a body where none is', seen('/api/things/a', '{}', { status: 304 }), /a body is described for none/],
  ['a header that is missing', seen('/api/things/a', { data: thing }, { etag: null }), /lacks ETag/],
  [
    'a method that is not refused',
    seen('/api/things/a', { data: thing }, { method: 'PUT' }),
    /otherMethods is described with 405/,
  ],
  ['an address that is not described and answers', seen('/api/nothing', {}), /nowhere is described with/],
  ['a bad line', seen('/api/export/things.ndjson', '{}\n', { type: 'application/x-ndjson' }), /a line is wrong/],
])('%s is told', (_, answer, message) => {
  expect(() => check(answer)).toThrow(message);
});
