import { z } from 'zod';

/** JSON as it stands in the description. */
export type Json = string | number | boolean | null | Json[] | { [name: string]: Json };
export type JsonObject = { [name: string]: Json };

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `anyOf: [string, null]` as `type: [string, null]`, which says the same and is easier to read. */
const withoutNullChoice = (schema: JsonObject): JsonObject => {
  const { anyOf, ...rest } = schema;
  if (!Array.isArray(anyOf) || anyOf.length !== 2) return schema;
  const [one, other] = anyOf;
  if (!isObject(one) || !isObject(other) || other.type !== 'null' || typeof one.type !== 'string') return schema;
  if ('const' in one || ('properties' in one && 'description' in rest && 'description' in one)) return schema;
  const values: JsonObject = Array.isArray(one.enum) ? { enum: [...one.enum, null] } : {};
  return { ...one, type: [one.type, 'null'], ...values, ...rest };
};

/** Zod writes what its own checks are; `format` says it shorter, and the rest says nothing. */
const tidied = (value: Json): Json => {
  if (Array.isArray(value)) return value.map(tidied);
  if (!isObject(value)) return value;
  const { $schema: _schema, ...schema } = value;
  // Zod's readonly() is about TypeScript; here the word would be about requests.
  if (schema.readOnly === true) delete schema.readOnly;
  if (schema.format === 'date' || schema.format === 'date-time') delete schema.pattern;
  if (isObject(schema.propertyNames) && Object.keys(schema.propertyNames).length === 1) delete schema.propertyNames;
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
  if (typeof schema.$ref === 'string') schema.$ref = schema.$ref.replace('#/$defs/', '#/components/schemas/');
  const children = Object.fromEntries(Object.entries(schema).map(([name, inner]) => [name, tidied(inner)]));
  return withoutNullChoice(children);
};

/** Stands in a document for a schema that is converted with all others, at the end. */
const SLOT = 'x-slot';

/** Turns the zod schemas of a document into JSON Schema 2020-12, once each; those with an id become components. */
export interface SchemaBank {
  /** What stands in the document for a schema until `settle`. @param io whether it reads what is sent, or says what is answered */
  take(schema: z.ZodType, io: 'input' | 'output'): JsonObject;
  /** The document with its schemas in their places, and the components that they refer to. */
  settle(document: JsonObject): { document: JsonObject; schemas: JsonObject };
}

const convert = (schemas: readonly z.ZodType[], io: 'input' | 'output') => {
  const all = z.object(Object.fromEntries(schemas.map((schema, index) => [String(index), schema])));
  // One conversion for all, so that a schema that many use is one component.
  const { properties = {}, $defs = {} } = tidied(
    z.toJSONSchema(all, { target: 'draft-2020-12', io }) as JsonObject,
  ) as { properties?: JsonObject; $defs?: JsonObject };
  return { properties, $defs };
};

export const createSchemaBank = (): SchemaBank => {
  const taken = { input: new Map<z.ZodType, number>(), output: new Map<z.ZodType, number>() };
  return {
    take(schema, io) {
      const bank = taken[io];
      const index = bank.get(schema) ?? bank.size;
      bank.set(schema, index);
      return { [SLOT]: `${io} ${index}` };
    },
    settle(document) {
      const output = convert([...taken.output.keys()], 'output');
      const input = convert([...taken.input.keys()], 'input');
      const found = { input: input.properties, output: output.properties };
      const fill = (value: Json): Json => {
        if (Array.isArray(value)) return value.map(fill);
        if (!isObject(value)) return value;
        const slot = value[SLOT];
        if (typeof slot === 'string') {
          const [io, index = ''] = slot.split(' ');
          return (io === 'input' ? found.input : found.output)[index] ?? {};
        }
        return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, fill(inner)]));
      };
      const filled = fill(document);
      if (!isObject(filled)) throw new Error('A description is an object.');
      return { document: filled, schemas: { ...input.$defs, ...output.$defs } };
    },
  };
};
