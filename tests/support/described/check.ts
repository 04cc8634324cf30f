import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { createFinder, resolved, takes, type OpenApi, type OperationObject, type ResponseObject } from './operations';
import { record } from './record';
import { createValidators, type Validate } from './validators';

/** An answer as a test got it. */
export interface SeenAnswer {
  method: string;
  /** Path and query. */
  target: string;
  status: number;
  header(name: string): string | null;
  /** As it came over the wire, or as text; null where nobody read it. */
  body: Buffer | string | null;
}

/** Throws where an answer is not as the description says. */
export type Check = (answer: SeenAnswer) => void;

/** Strapi's own addresses, and those of the admin and of Gazette's management API: the description only names them. */
const LEFT_ALONE = [
  /^(?!\/api(\/|$))/,
  /^\/api\/gazette\//,
  /^\/api\/auth\/(?!session(\/|$))/,
  /^\/api\/(users|upload|users-permissions|content-type-builder|i18n)(\/|$)/,
];

/** Headers that must be there where they are described; the others come and go. */
const ALWAYS = ['ETag', 'Cache-Control', 'Surrogate-Key', 'Location', 'Retry-After', 'Allow'];

const bytesOf = ({ body, header }: SeenAnswer): string => {
  if (typeof body === 'string') return body;
  if (body === null) return '';
  const encoding = header('content-encoding');
  if (encoding === 'gzip' && body[0] === 0x1f) return gunzipSync(body).toString();
  return (encoding === 'br' ? brotliDecompressSync(body) : body).toString();
};

const fault = ({ method, target, status }: SeenAnswer, what: string): Error =>
  new Error(`${method} ${target} answered ${status}, and the description of the API does not say so: ${what}`);

const jsonOf = (answer: SeenAnswer, text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw fault(answer, `the body is not JSON (${text.slice(0, 80)})`);
  }
};

const checkLines = (answer: SeenAnswer, schema: object, validate: Validate): void => {
  for (const line of bytesOf(answer).split('\n')) {
    const wrong = line === '' ? null : validate(schema, jsonOf(answer, line));
    if (wrong !== null) throw fault(answer, `a line is wrong at ${wrong} (${line.slice(0, 200)})`);
  }
};

const checkBody = (answer: SeenAnswer, response: ResponseObject, validate: Validate): void => {
  const text = bytesOf(answer);
  if (!response.content) {
    if (text !== '') throw fault(answer, 'a body is described for none of these answers');
    return;
  }
  const type = (answer.header('content-type') ?? '').split(';', 1)[0]?.trim() ?? '';
  const media = response.content[type];
  if (!media) throw fault(answer, `Content-Type "${type}"; described: ${Object.keys(response.content).join(', ')}`);
  if (answer.body === null) return;
  if (media['x-itemSchema']) return checkLines(answer, media['x-itemSchema'], validate);
  const wrong = validate(media.schema, /[/+]json$/.test(type) ? jsonOf(answer, text) : text);
  if (wrong !== null) throw fault(answer, `the body is wrong at ${wrong}`);
};

const checkHeaders = (answer: SeenAnswer, { headers = {} }: ResponseObject): void => {
  const missing = ALWAYS.filter((name) => name in headers && answer.header(name) === null);
  if (missing.length > 0) throw fault(answer, `it lacks ${missing.join(', ')}`);
};

/** An address that takes other methods says so, whatever it is asked. */
const REFUSED: OperationObject = {
  operationId: 'otherMethods',
  responses: { 405: { $ref: '#/components/responses/MethodNotAllowed' } },
};

/** Addresses that are none answer as errors of Strapi's shape. */
const NOWHERE: OperationObject = {
  operationId: 'nowhere',
  responses: {
    400: { $ref: '#/components/responses/Validation' },
    404: { $ref: '#/components/responses/NotFound' },
    405: {},
  },
};

/** Checks the answers of one application by its own description. */
export const createCheck = (document: OpenApi): Check => {
  const find = createFinder(document);
  const { whole, narrowed } = createValidators(document);
  record(Object.values(document.paths).flatMap((item) => Object.values(item).map(describedAs)));

  return (answer) => {
    const method = answer.method.toLowerCase();
    const [path = '', ...queries] = answer.target.split('?');
    const query = queries.join('?');
    if (method === 'options') return;
    const known = find(path);
    if (!known && LEFT_ALONE.some((pattern) => pattern.test(path))) return;
    const asked = method === 'head' ? 'get' : method;
    const operation = known ? (known.methods[asked] ?? REFUSED) : NOWHERE;
    const described = operation.responses[String(answer.status)];
    if (!described)
      throw fault(answer, `${operation.operationId} is described with ${Object.keys(operation.responses).join(', ')}`);
    const response = resolved(document, described);
    if (known) record([`reached ${operation.operationId} ${answer.status}`]);
    checkHeaders(answer, response);
    // Strapi's router refuses a method at an address that is none in a word of plain text.
    if (method === 'head' || (!known && answer.status === 405)) return;
    const isNarrowed = /(^|&)fields(=|%5B|\[)/i.test(query) && takes(document, operation, 'fields');
    checkBody(answer, response, isNarrowed ? narrowed : whole);
  };
};

const describedAs = ({ operationId, responses }: OperationObject): string =>
  `described ${operationId} ${Object.keys(responses).join(',')}`;
