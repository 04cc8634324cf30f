import type { CollectionDefinition } from '../collections/definition';
import { invalidParameter } from '../errors';
import { marksOf, parseSearch, rankSearch } from '../search';
import type { ListSearch } from './list-query';
import type { QueryValue } from './parse-query-string';

/**
 * Reads `q`; null where nothing is looked for.
 * @throws PublicError 400 for what no search can be: empty, without letters and digits, longer than any reader types
 */
export const readSearch = (
  value: QueryValue | undefined,
  { searchAliases }: Pick<CollectionDefinition, 'searchAliases'>,
): ListSearch | null => {
  if (value === undefined) return null;
  if (typeof value !== 'string') throw invalidParameter('q', 'q takes one text: the words to look for.');
  const parsed = parseSearch(value, searchAliases ?? (() => []));
  if (!parsed.ok) throw invalidParameter('q', parsed.reason);
  return { text: value.normalize('NFC'), ranked: rankSearch(parsed.terms), marks: marksOf(parsed.terms) };
};
