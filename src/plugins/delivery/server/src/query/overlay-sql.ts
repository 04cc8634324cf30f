import type { CollectionDefinition } from '../collections/definition';
import type { Tables } from '../store/tables';
import type { Statement } from './list-parts';

/** A member that counts; of the items of these collections, or of all. */
export interface CountedColumn {
  member: string;
  list: string;
  facet: string;
  collections?: readonly string[];
}

/** The members of an answer that are no part of its snapshot. */
export interface Overlays {
  /** The day for which the dated member is read, where there is one. */
  day: string | null;
  /** What of the item is filled for that day; '' for nothing. */
  placeholder: string;
  counted: readonly CountedColumn[];
}

/** Of what has no members beside those of its snapshot, or where nobody looks at them. */
export const NO_OVERLAYS: Overlays = { day: null, placeholder: '', counted: [] };

/** @param day YYYY-MM-DD */
export const overlaysOf = ({ dated, counted = {} }: CollectionDefinition, day: string): Overlays => ({
  day: dated ? day : null,
  placeholder: dated?.placeholder ?? '',
  counted: Object.entries(counted).map(([member, { list, facet, collections }]) => ({
    member,
    list,
    facet,
    collections,
  })),
});

/** Whether some members are put together while reading, beside those that are stored with the snapshot. */
export const areRead = ({ day, counted }: Overlays): boolean => day !== null || counted.length > 0;

/**
 * An expression for the JSON members behind those of a snapshot, each with its leading comma.
 * @param s the alias of the snapshots' table
 */
export const overlaySql = (t: Tables, { day, counted }: Overlays, s: string): Statement => {
  // PostgreSQL must be told what a bound value is where `||` takes anything.
  const text = t.client === 'postgres' ? '?::text' : '?';
  const parts = [`${s}.overlay`];
  const values: string[] = [];
  for (const { member, list, facet, collections } of counted) {
    const count = `${text} || COALESCE((SELECT c.count FROM ${t.counts} c WHERE c.list = ? AND c.locale = ${s}.locale AND c.name = ? AND c.value = ${s}.document_id), 0)`;
    const which = collections?.map(() => '?').join(', ');
    parts.push(which ? `CASE WHEN ${s}.collection IN (${which}) THEN ${count} ELSE '' END` : count);
    values.push(...(collections ?? []), `,${JSON.stringify(member)}:`, list, facet);
  }
  if (day !== null) {
    // The periods of a snapshot follow each other without gaps: the last that has begun is the one that holds.
    parts.push(
      `COALESCE((SELECT p.members || ${text} FROM ${t.periods} p WHERE p.snapshot_id = ${s}.id AND p.from_day <= ? ORDER BY p.from_day DESC LIMIT 1), '')`,
    );
    values.push(`,"asOf":${JSON.stringify(day)}}`, day);
  }
  return { sql: parts.join(' || '), values };
};

/** An expression for a snapshot's item, with what depends on the day filled in. @param s as for `overlaySql` */
export const itemSql = (t: Tables, { day, placeholder }: Overlays, s: string): Statement => {
  if (day === null || placeholder === '') return { sql: `${s}.item`, values: [] };
  const period = `SELECT NULLIF(p.fill, '') FROM ${t.periods} p WHERE p.snapshot_id = ${s}.id AND p.from_day <= ? ORDER BY p.from_day DESC LIMIT 1`;
  return {
    sql: `replace(${s}.item, ?, COALESCE((${period}), ?))`,
    values: [placeholder, day, placeholder],
  };
};
