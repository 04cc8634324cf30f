/** A description as JSON; only what is looked at here is typed. */
export interface OpenApi {
  paths: Record<string, Record<string, OperationObject>>;
  components: {
    schemas: Record<string, Record<string, unknown>>;
    responses: Record<string, ResponseObject>;
    parameters: Record<string, ParameterObject>;
  };
}

export interface ParameterObject {
  $ref?: string;
  name: string;
  in: string;
}

export interface MediaObject {
  schema: object;
  'x-itemSchema'?: object;
}

export interface ResponseObject {
  $ref?: string;
  headers?: Record<string, unknown>;
  content?: Record<string, MediaObject>;
}

export interface OperationObject {
  operationId: string;
  parameters?: ParameterObject[];
  responses: Record<string, ResponseObject>;
}

/** A described address, with its methods. */
export interface DescribedPath {
  path: string;
  methods: Record<string, OperationObject>;
}

const escaped = (text: string): string => text.replace(/[.*+?^$()|[\]\\]/g, '\\$&');

const patternOf = (path: string): RegExp =>
  new RegExp(
    `^${path
      .split(/(\{[^}]+\})/)
      .map((part) => (part.startsWith('{') ? '[^/]+' : escaped(part)))
      .join('')}/?$`,
  );

const variables = (path: string): number => path.split('{').length;

/** Finds the described address that a path is of: fixed parts before variable ones. */
export const createFinder = ({ paths }: OpenApi): ((path: string) => DescribedPath | null) => {
  const known = Object.entries(paths)
    .map(([path, methods]) => ({ path, methods, pattern: patternOf(path) }))
    .sort((a, b) => variables(a.path) - variables(b.path));
  return (path) => known.find(({ pattern }) => pattern.test(path)) ?? null;
};

/** A response, or the component that it stands for. */
export const resolved = ({ components }: OpenApi, response: ResponseObject): ResponseObject =>
  response.$ref ? (components.responses[response.$ref.split('/').at(-1) ?? ''] ?? response) : response;

/** Whether an operation has a query parameter. */
export const takes = ({ components }: OpenApi, { parameters = [] }: OperationObject, name: string): boolean =>
  parameters
    .map((one) => (one.$ref ? components.parameters[one.$ref.split('/').at(-1) ?? ''] : one))
    .some((one) => one?.name === name);
