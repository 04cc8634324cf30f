import type { Tables } from '../store/tables';
import type { ListQuery } from './list-query';
import type { Statement } from './list-parts';

/** The rows of a dated facet that hold on the day of a query. */
export const onDay = (alias: string, { day }: ListQuery): Statement => ({
  sql: `${alias}.from_day <= ? AND ${alias}.until_day > ?`,
  values: [day, day],
});

/**
 * Where a walk from the newest on may begin: what holds on a day stands no higher than that day, but for what holds from
 * a day before its own place. Without it a day long ago is found behind everything since.
 */
export const notAbove = (
  t: Tables,
  { list, day }: ListQuery,
  locale: string,
  name: string,
  value: string,
): Statement => {
  const [greatest, text] = t.client === 'postgres' ? ['GREATEST', '?::text'] : ['MAX', '?'];
  const early =
    `SELECT e.default_sort FROM ${t.datedFacets} e WHERE e.list = ? AND e.locale = ? AND e.name = ? AND e.value = ? ` +
    `AND e.from_day < e.default_sort AND e.from_day <= ? ORDER BY e.default_sort DESC LIMIT 1`;
  return {
    sql: `k0.default_sort <= ${greatest}(${text}, COALESCE((${early}), ''))`,
    values: [day, list, locale, name, value, day],
  };
};
