import type { Statement } from './list-parts';

/** SQLite: the rows of a statement, texts named `json`, as one BLOB `lines`; null where there are none. */
export const joinedLinesSql = ({ sql, values }: Statement): Statement => ({
  sql: `SELECT CAST(group_concat(json, char(10)) || char(10) AS BLOB) AS lines FROM (${sql})`,
  values,
});

/** The byte that quotes what would need it: nothing that is JSON does. */
export const LINE_QUOTE = 1;

/**
 * PostgreSQL: the rows of a statement, one JSON text each, copied as lines. No JSON text holds the bytes 1 and 2, or a line
 * break, but escaped. COPY takes no parameters, so that no value may be a client's.
 * @param literal a text as it stands in SQL
 */
export const copiedLinesSql = ({ sql, values }: Statement, literal: (text: string) => string): string => {
  let position = 0;
  const whole = sql.replace(/\?/g, () => {
    const value = values[position++];
    return typeof value === 'number' ? String(value) : literal(String(value));
  });
  return `COPY (${whole}) TO STDOUT (FORMAT csv, QUOTE E'\\x01', DELIMITER E'\\x02')`;
};
