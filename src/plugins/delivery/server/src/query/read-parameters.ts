import type { CollectionDefinition } from '../collections/definition';
import { invalidParameter } from '../errors';
import { dayOf, endOfDay, parseMoment } from './time-ranges';
import { overlaysOf } from './overlay-sql';
import { parseQueryString, type QueryValue } from './parse-query-string';
import { checkNames, readDay, readLocale, type Locales } from './read-list-query';
import type { ItemView } from '../public/find-item';

/** The parameters of an address that is neither a list nor an item. */
export interface Parameters extends ItemView {
  /** The day that was named. */
  asOf: string | null;
  /** The moment up to which the log is read, ISO 8601 in UTC; of a bare day, its end. */
  knownAt: string | null;
  /** All others, as sent. */
  values: Record<string, QueryValue>;
}

const readInstant = (name: string, value: QueryValue | undefined): string | null => {
  if (value === undefined) return null;
  const moment = typeof value === 'string' ? parseMoment(value) : null;
  if (moment === null)
    throw invalidParameter(
      name,
      `${name} takes an ISO 8601 time (2024-01-31T09:00:00+07:00), or a day (2024-01-31) for its end.`,
    );
  return 'day' in moment ? endOfDay(moment.day) : moment.instant.toISOString();
};

/**
 * Reads the query string of an address of its own.
 * @param allowed every parameter that it takes; `locale`, `fallback`, `asOf` and `knownAt` are read here
 * @param definition of the items that it shows
 * @throws PublicError 400 naming what is unknown or malformed, and what is allowed
 */
export const readParameters = (
  queryString: string,
  where: string,
  allowed: readonly string[],
  definition: CollectionDefinition,
  locales: Locales,
): Parameters => {
  const values = parseQueryString(queryString);
  checkNames(values, allowed, where);
  const locale = readLocale('locale', values.locale, locales) ?? locales.default;
  const fallback = readLocale('fallback', values.fallback, locales);
  const asOf = readDay('asOf', values.asOf);
  return {
    locale,
    fallback: fallback === locale ? null : fallback,
    asOf,
    knownAt: readInstant('knownAt', values.knownAt),
    overlays: overlaysOf(definition, asOf ?? dayOf(new Date())),
    values,
  };
};
