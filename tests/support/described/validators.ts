import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import type { OpenApi } from './operations';

/** What is wrong with a value by a schema of a description; null where nothing is. */
export type Validate = (schema: object, value: unknown) => string | null;

/** Items and summaries by which members all of them have. */
const isItem = (schema: Record<string, unknown>): boolean => {
  const { properties } = schema as { properties?: Record<string, unknown> };
  return ['documentId', 'collection', 'version', 'localizations'].every((name) => properties && name in properties);
};

/** The description of answers to requests that name `fields`: items have only these, and none that is not described. */
const sparse = (document: OpenApi): OpenApi => ({
  ...document,
  components: {
    ...document.components,
    schemas: Object.fromEntries(
      Object.entries(document.components.schemas).map(([name, schema]) => [
        name,
        isItem(schema) ? { ...schema, required: ['documentId'] } : schema,
      ]),
    ),
  },
});

const createValidate = (document: OpenApi): Validate => {
  const ajv = new Ajv2020({ strict: false, allErrors: false, validateSchema: false, verbose: false });
  addFormats(ajv);
  ajv.addSchema(document, 'api');
  const compiled = new Map<object, ReturnType<typeof ajv.compile>>();
  return (schema, value) => {
    let validate = compiled.get(schema);
    if (!validate) {
      // References point into the document, as from a place in it.
      const rooted = JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"api#/components/'));
      validate = ajv.compile(rooted);
      compiled.set(schema, validate);
    }
    if (validate(value)) return null;
    return (validate.errors ?? [])
      .map(({ instancePath, message, params }) => `${instancePath || '/'} ${message} ${JSON.stringify(params)}`)
      .join('; ');
  };
};

/** @returns how whole answers are checked, and answers that `fields` has narrowed */
export const createValidators = (document: OpenApi): { whole: Validate; narrowed: Validate } => {
  let narrowed: Validate | null = null;
  return {
    whole: createValidate(document),
    narrowed: (schema, value) => (narrowed ??= createValidate(sparse(document)))(schema, value),
  };
};
