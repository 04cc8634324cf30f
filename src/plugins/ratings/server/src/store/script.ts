type Scalar = string | number | Date | null;

/** A value of a statement; lists and dates for PostgreSQL only. */
export type Value = Scalar | readonly Scalar[];

/** SQL with `?` for every value. */
export interface Statement {
  sql: string;
  values: readonly Value[];
}

/**
 * A piece of work in the database that says what to run and is told the rows. SQLite runs it without giving way to
 * anything else, PostgreSQL waits for each statement: one text of the work for both.
 */
export type Script<Result> = Generator<Statement, Result, unknown[]>;

/** Runs a statement of a script. @returns its rows */
export function* rows<Row>(sql: string, values: readonly Value[] = []): Script<Row[]> {
  // What a row holds is what its statement selects; no type can be drawn from the text.
  return (yield { sql, values }) as Row[];
}

/** Runs a statement of a script whose rows nobody needs. */
export function* run(sql: string, values: readonly Value[] = []): Script<void> {
  yield { sql, values };
}
