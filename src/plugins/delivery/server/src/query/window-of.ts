import type { ListQuery } from './list-query';

/** How many rows a page asks for, one more than it shows, and how many stand before it. */
export const windowOf = ({ paging }: Pick<ListQuery, 'paging'>): { limit: number; offset: number } => {
  const size = paging.form === 'offset' ? paging.limit : paging.pageSize;
  const offset =
    paging.form === 'page' ? (paging.page - 1) * paging.pageSize : paging.form === 'offset' ? paging.start : 0;
  return { limit: size + 1, offset };
};
