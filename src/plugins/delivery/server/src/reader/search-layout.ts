import { localesOf, type ListQuery } from '../query/list-query';
import { newestSql } from '../query/search-sql';
import { stretchesOf, type Newest, type Stretch } from '../query/search-ways';
import type { Tables } from '../store/tables';
import type { ReadConnection } from './connection';

/** How long it is taken for known: only how hits are looked for depends on it. */
export const KNOWN_MS = 60_000;

/** A list has most rows where it has more of them than this. */
const MORE_THAN = 0.5;

/** The rows that all searches look through. */
export interface Layout {
  rows: number;
  stretches: Stretch[];
}

export interface SearchLayout {
  current(): Promise<Layout>;
  /** The languages of a query in which its list has most of all rows, where the database has to be told. @param items of the list, by language */
  ofMost(query: ListQuery, items: ReadonlyMap<string, number>): Promise<string[]>;
}

/** PostgreSQL's driver gives large numbers as texts. */
type Answered<Row> = { [Name in keyof Row]: Row[Name] | string };

const numberOf = (value: number | string | null): number | null => (value === null ? null : Number(value));

export const createSearchLayout = (connection: ReadConnection, t: Tables): SearchLayout => {
  let known: { at: number; layout: Promise<Layout> } | null = null;

  const read = async (): Promise<Layout> => {
    const [row] = await connection.all<Answered<Newest & { rows: number }>>(newestSql(t));
    const rows = numberOf(row?.rows ?? null) ?? 0;
    const id = numberOf(row?.id ?? null);
    if (!row || id === null) return { rows, stretches: [] };
    return { rows, stretches: stretchesOf({ id, near: numberOf(row.near), far: numberOf(row.far) }) };
  };

  const current = (): Promise<Layout> => {
    if (!known || Date.now() - known.at > KNOWN_MS) {
      const layout = read();
      known = { at: Date.now(), layout };
      layout.catch(() => {
        if (known?.layout === layout) known = null;
      });
    }
    return known.layout;
  };

  return {
    current,
    async ofMost(query, items) {
      if (t.client === 'sqlite') return [];
      const { rows } = await current();
      return localesOf(query).filter((one) => (items.get(one) ?? 0) > MORE_THAN * rows);
    },
  };
};
