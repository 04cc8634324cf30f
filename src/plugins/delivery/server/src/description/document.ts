import type { z } from 'zod';
import { SHARED_ANSWERS } from './envelope';
import { createSchemaBank, type Json, type JsonObject, type SchemaBank } from './json-schemas';
import { HEADERS } from './headers';
import type {
  AnswerDescription,
  Description,
  Operation,
  ParameterDescription,
  SharedStatus,
  TagDescription,
} from './operation';

/** What the description says of the host itself. */
export interface DescribedHost {
  title: string;
  version: string;
  description: string;
  /** Where the API is reached, without a slash at the end. */
  serverUrl: string;
  /** Before every path: `/api`. */
  prefix: string;
  tags: readonly TagDescription[];
}

const JSON_MEDIA = 'application/json';

const reference = (kind: string, name: string): JsonObject => ({ $ref: `#/components/${kind}/${name}` });

const mediaTypes = (
  bank: SchemaBank,
  content: Readonly<Record<string, z.ZodType>>,
  more: JsonObject = {},
): JsonObject =>
  Object.fromEntries(
    Object.entries(content).map(([type, schema]) => [type, { schema: bank.take(schema, 'output'), ...more }]),
  );

const answerOf = (bank: SchemaBank, { description, content, line, headers = [] }: AnswerDescription): JsonObject => ({
  description,
  ...(headers.length === 0
    ? {}
    : { headers: Object.fromEntries(headers.map((name) => [name, reference('headers', name)])) }),
  ...(content ? { content: mediaTypes(bank, content, line ? { 'x-itemSchema': bank.take(line, 'output') } : {}) } : {}),
});

const sharedAnswer = (bank: SchemaBank, status: SharedStatus): JsonObject => {
  const { description, schema, headers = [] } = SHARED_ANSWERS[status];
  return answerOf(bank, { description, headers, ...(schema ? { content: { [JSON_MEDIA]: schema } } : {}) });
};

const parameterOf = (bank: SchemaBank, parameter: ParameterDescription): JsonObject => {
  const { name, in: place, description, schema, required, deprecated, commas, deep, example } = parameter;
  return {
    name,
    in: place,
    description,
    ...(required ? { required } : {}),
    ...(deprecated ? { deprecated } : {}),
    ...(commas ? { style: 'form', explode: false } : {}),
    ...(deep ? { style: 'deepObject', explode: true } : {}),
    schema: bank.take(schema, 'input'),
    ...(example === undefined ? {} : { example: example as Json }),
  };
};

const operationOf = (bank: SchemaBank, operation: Operation): JsonObject => {
  const {
    operationId,
    tag,
    summary,
    description,
    parameters = [],
    body,
    answers,
    others,
    security,
    isOpen,
  } = operation;
  const responses: [number, JsonObject][] = [
    ...Object.entries(answers).map(([status, answer]): [number, JsonObject] => [
      Number(status),
      answerOf(bank, answer),
    ]),
    ...others.map((status): [number, JsonObject] => [status, reference('responses', SHARED_ANSWERS[status].name)]),
  ];
  return {
    operationId,
    tags: [tag],
    summary,
    ...(description ? { description } : {}),
    ...(parameters.length === 0 ? {} : { parameters: parameters.map((one) => parameterOf(bank, one)) }),
    ...(body
      ? {
          requestBody: {
            description: body.description,
            required: true,
            content: { [JSON_MEDIA]: { schema: bank.take(body.schema, 'input') } },
          },
        }
      : {}),
    responses: Object.fromEntries(responses.sort(([a], [b]) => a - b)),
    security: [...(isOpen ? [{}] : []), ...(security ?? []).map((name) => ({ [name]: [] }))],
  };
};

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Parameters that several operations have become components: a description says everything once. */
const shareParameters = (paths: JsonObject): JsonObject => {
  const uses = new Map<string, { parameter: JsonObject; places: { list: Json[]; index: number }[] }>();
  for (const item of Object.values(paths).filter(isObject))
    for (const operation of Object.values(item).filter(isObject)) {
      const list = operation.parameters;
      if (!Array.isArray(list)) continue;
      list.forEach((parameter, index) => {
        if (!isObject(parameter)) return;
        const key = JSON.stringify(parameter);
        const known = uses.get(key) ?? { parameter, places: [] };
        known.places.push({ list, index });
        uses.set(key, known);
      });
    }
  const shared: JsonObject = {};
  for (const { parameter, places } of uses.values()) {
    if (places.length < 2) continue;
    const plain = String(parameter.name)
      .replace(/[^\w]+/g, '-')
      .replace(/-$/, '');
    let name = plain;
    for (let number = 2; name in shared; number += 1) name = `${plain}-${number}`;
    shared[name] = parameter;
    places.forEach(({ list, index }) => (list[index] = reference('parameters', name)));
  }
  return shared;
};

const METHODS = ['get', 'post', 'put', 'delete'];

const pathsOf = (bank: SchemaBank, prefix: string, operations: readonly Operation[]): JsonObject => {
  const paths: Record<string, JsonObject> = {};
  const ids = new Set<string>();
  for (const operation of operations) {
    const item = (paths[prefix + operation.path] ??= {});
    if (operation.method in item) throw new Error(`${operation.method} ${operation.path} is described twice.`);
    if (ids.has(operation.operationId)) throw new Error(`Two operations are called ${operation.operationId}.`);
    ids.add(operation.operationId);
    item[operation.method] = operationOf(bank, operation);
  }
  return Object.fromEntries(
    Object.entries(paths).map(([path, item]) => [
      path,
      Object.fromEntries(METHODS.flatMap((method) => (item[method] ? [[method, item[method]]] : []))),
    ]),
  );
};

/** The whole description, OpenAPI 3.1 (https://spec.openapis.org/oas/v3.1.1.html). */
export const openApiDocument = (host: DescribedHost, descriptions: readonly Description[]): JsonObject => {
  const bank = createSchemaBank();
  const operations = descriptions.flatMap((one) => one.operations);
  // Every address refuses other methods than its own, which no operation can say of itself.
  const statuses = [...new Set([405 as const, ...operations.flatMap(({ others }) => others)])].sort((a, b) => a - b);
  const responses = Object.fromEntries(
    statuses.map((status) => [SHARED_ANSWERS[status].name, sharedAnswer(bank, status)]),
  );
  const settled = bank.settle({ paths: pathsOf(bank, host.prefix, operations), responses });
  const paths = isObject(settled.document.paths) ? settled.document.paths : {};
  const parameters = shareParameters(paths);
  const tags = [...host.tags, ...descriptions.flatMap((one) => one.tags ?? [])];
  const used = new Set(operations.map(({ tag }) => tag));
  const schemes = descriptions.flatMap((one) => one.security ?? []);
  return {
    openapi: '3.1.1',
    info: {
      title: host.title,
      version: host.version,
      description: host.description,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: host.serverUrl }],
    tags: tags.filter(({ name }) => used.has(name)).map(({ name, description }) => ({ name, description })),
    paths,
    components: {
      schemas: Object.fromEntries(Object.entries(settled.schemas).sort(([a], [b]) => (a < b ? -1 : 1))),
      parameters,
      headers: HEADERS,
      responses: settled.document.responses ?? {},
      securitySchemes: Object.fromEntries(
        schemes.map(({ name, description, scheme }) => [name, { ...scheme, description }]),
      ),
    },
  };
};
