import qs from 'qs';
import { invalidParameter } from '../errors';

const MAX_PARAMETERS = 500;
const MAX_DEPTH = 6;
const MAX_VALUES = 200;

export type QueryValue = string | QueryValue[] | { [key: string]: QueryValue };

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const toValue = (value: unknown): QueryValue => {
  if (Array.isArray(value)) return value.map(toValue);
  if (isRecord(value)) return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, toValue(inner)]));
  return String(value ?? '');
};

/** A name with its parts in brackets, as Strapi writes them; '' is an empty query string or a stray &. */
const WELL_FORMED = /^([^[\]]+(\[[^[\]]*\])*)?$/;

/** `a[b][c]` → `a`, `a[b]`: the names of which it is a part. */
const holdersOf = (name: string): string[] =>
  [...name.matchAll(/\[/g)].slice(0, MAX_DEPTH + 1).map(({ index }) => name.slice(0, index));

const decodable = (text: string): string | null => {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
};

/**
 * Every query string passes here first: what parsers mend or drop in silence is refused.
 * @throws PublicError 400 for broken percent-encoding, NUL, or a name that parsers skip
 */
export const checkQueryString = (text: string): void => {
  if (text === '') return;
  const refuse = (message: string): never => {
    throw invalidParameter('query', `The query string cannot be read: ${message}`);
  };
  const decoded = decodable(text);
  if (decoded === null) refuse('its percent-encoding is broken or not UTF-8.');
  if (decoded?.includes('\0')) refuse('it holds a NUL character (%00).');
  const parts = text.split('&');
  if (parts.some((part) => part.startsWith('='))) refuse('a value stands without a name.');
  const names = parts.map((part) => decodable(part.split('=', 1)[0] ?? '') ?? '');
  if (names.some((name) => name.includes('__proto__'))) refuse('no parameter has "__proto__" in its name.');
  // What stands between or behind brackets is dropped by parsers.
  const malformed = names.find((name) => !WELL_FORMED.test(name));
  if (malformed !== undefined)
    refuse(`"${malformed}" is no name; write name, name[part] or name[part][part], and nothing between the brackets.`);
  // `a[b]=1&a=c` would be read as a[b]=1&a[c]=true.
  const holders = new Set(names.flatMap(holdersOf));
  const twofold = names.find((name) => holders.has(name));
  if (twofold !== undefined)
    throw invalidParameter(twofold, `${twofold} has a value of its own and parts in brackets; send one or the other.`);
};

/**
 * Reads a query string in the bracket notation that Strapi uses (`filters[topic][$eq]=x`, `sort[0]=title`).
 * @throws PublicError 400 where it is nested deeper or longer than any parameter of the API needs, so that nothing is cut in silence
 */
export const parseQueryString = (text: string): Record<string, QueryValue> => {
  if (text === '') return {};
  try {
    const parsed = qs.parse(text, {
      depth: MAX_DEPTH,
      strictDepth: true,
      arrayLimit: MAX_VALUES,
      parameterLimit: MAX_PARAMETERS,
      throwOnLimitExceeded: true,
      plainObjects: true,
      charset: 'utf-8',
    });
    return Object.fromEntries(Object.entries(parsed).map(([key, value]) => [key, toValue(value)]));
  } catch {
    throw invalidParameter(
      'query',
      `The query string cannot be read: it may hold ${MAX_PARAMETERS} parameters and ${MAX_VALUES} values of one name, nested at most ${MAX_DEPTH} deep.`,
    );
  }
};
