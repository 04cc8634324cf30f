type Scalar = string | number | null;

/** A value of a statement; lists for PostgreSQL only. */
export type Value = Scalar | readonly Scalar[];

/** SQL with `?` for every value. */
export interface Statement {
  sql: string;
  values: readonly Value[];
}

/** Statements of which none needs what another one answers: they travel together. */
export interface Together {
  together: readonly Statement[];
  /** The transaction is committed with them. */
  ends: boolean;
}

/**
 * A piece of work in the database that says what to run and is told the rows. SQLite runs it without giving way to
 * anything else, PostgreSQL waits for each statement: one text of the work for both.
 */
export type Script<Result> = Generator<Statement | Together, Result, unknown[]>;

/** Runs a statement of a script. @returns its rows */
export function* rows<Row>(sql: string, values: readonly Value[] = []): Script<Row[]> {
  // What a row holds is what its statement selects; no type can be drawn from the text.
  return (yield { sql, values }) as Row[];
}

/** Runs a statement of a script whose rows nobody needs. */
export function* run(sql: string, values: readonly Value[] = []): Script<void> {
  yield { sql, values };
}

/** Runs several statements of a script, one after another. @returns the rows of each */
export function* together(statements: readonly Statement[]): Script<unknown[][]> {
  return statements.length === 0 ? [] : ((yield { together: statements, ends: false }) as unknown[][]);
}

/** The same, and commits: nothing may follow. */
export function* atTheEnd(statements: readonly Statement[]): Script<unknown[][]> {
  return (yield { together: statements, ends: true }) as unknown[][];
}
