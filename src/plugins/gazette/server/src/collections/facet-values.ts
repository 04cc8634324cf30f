import type { FacetValue } from '@gazette/delivery/strapi-server';
import { dayInVietnam, yearOfDay } from '../days';
import { presentNamed, type NamedRow } from '../presenters';
import { parseSymbol, usualSymbol } from '../symbols';
import { withAncestors } from './dependencies';

/** A value that is its own label; nothing for a value that is not there. */
export const plainValue = (value: string | null | undefined): FacetValue[] => (value ? [{ value, label: value }] : []);

/** Items that are found by the slug of the reader's language. */
export const slugValues = (items: readonly { slug: string; name: string }[]): FacetValue[] =>
  items.map(({ slug, name }) => ({ value: slug, label: name }));

/** The topics of an item and their ancestors: an item of a topic is an item of all topics above it. */
export const topicValues = (topics: readonly NamedRow[] | null | undefined, locale: string): FacetValue[] =>
  slugValues(withAncestors(topics).map((topic) => presentNamed(topic, locale)));

/** The year of an instant, on Vietnam's calendar. */
export const yearValues = (instant: string | null): FacetValue[] => {
  const day = instant === null ? null : dayInVietnam(instant);
  return day === null ? [] : plainValue(yearOfDay(day));
};

/** A symbol in any spelling, as the filter knows it (09/CT-UBND also for 9/CT-UBND); null for a text that is none. */
export const symbolValue = (text: string): string | null => {
  const parsed = parseSymbol(text);
  return parsed.ok ? usualSymbol(parsed.symbol) : null;
};

/** Symbols, each once; a free-form text ("không số") tells no document from another. */
export const symbolValues = (symbols: readonly (string | null)[]): FacetValue[] => {
  const values = symbols.flatMap((symbol) => (symbol === null ? [] : (symbolValue(symbol) ?? [])));
  return [...new Set(values)].flatMap(plainValue);
};
