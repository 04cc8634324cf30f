const STRING = /"(?:[^"\\]|\\.)*"(\s*:)?/g;

const namesOf = (value: unknown): number =>
  typeof value === 'object' && value !== null
    ? (Array.isArray(value) ? 0 : Object.keys(value).length) +
      Object.values(value).reduce((sum: number, one) => sum + namesOf(one), 0)
    : 0;

/**
 * Whether an object in a JSON text has two members of one name, of which `JSON.parse` passes over the first in silence.
 * @param value what the text was parsed to
 */
export const hasDoubledNames = (text: string, value: unknown): boolean =>
  [...text.matchAll(STRING)].filter(([, colon]) => colon !== undefined).length > namesOf(value);
