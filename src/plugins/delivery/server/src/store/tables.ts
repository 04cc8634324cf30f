import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';

export type Client = 'sqlite' | 'postgres';
export type Transaction = Knex.Transaction;

/** Names of delivery's tables, quoted and with the schema where the database has one. */
export interface Tables {
  client: Client;
  snapshots: string;
  sortKeys: string;
  facets: string;
  addresses: string;
  changes: string;
  versions: string;
  edges: string;
  dependencies: string;
  reservations: string;
  counts: string;
  jobs: string;
  redactions: string;
  names: string;
  links: string;
  periods: string;
  datedFacets: string;
  search: string;
  /** SQLite's index of `search`; PostgreSQL has it in the table. */
  searchIndex: string;
  overlays: string;
  meta: string;
  migrations: string;
}

const isClient = (client: string): client is Client => client === 'sqlite' || client === 'postgres';

/** @throws when the host's database is neither SQLite nor PostgreSQL. */
export const tablesOf = (client: string, schema?: string): Tables => {
  if (!isClient(client)) {
    throw new Error(
      `The delivery plugin stores its snapshots in SQLite or PostgreSQL; the database client here is "${client}".`,
    );
  }
  const prefix = client === 'postgres' && schema ? `"${schema.replaceAll('"', '""')}".` : '';
  const name = (table: string) => `${prefix}delivery_${table}`;
  return {
    client,
    snapshots: name('snapshots'),
    sortKeys: name('sort_keys'),
    facets: name('facets'),
    addresses: name('addresses'),
    changes: name('changes'),
    versions: name('versions'),
    edges: name('edges'),
    dependencies: name('dependencies'),
    reservations: name('reservations'),
    counts: name('counts'),
    jobs: name('jobs'),
    redactions: name('redactions'),
    names: name('names'),
    links: name('links'),
    periods: name('periods'),
    datedFacets: name('dated_facets'),
    search: name('search'),
    searchIndex: name('search_index'),
    overlays: name('overlays'),
    meta: name('meta'),
    migrations: name('migrations'),
  };
};

export const tablesFor = (strapi: Core.Strapi): Tables => tablesOf(strapi.db.dialect.client, strapi.db.getSchemaName());

/**
 * Runs `work` in the transaction that is open here, or in one of its own.
 * @throws also where its own commit fails: Strapi takes a commit for done as soon as it was tried
 */
export const inTransaction = async <T>(strapi: Core.Strapi, work: (trx: Transaction) => Promise<T>): Promise<T> => {
  const isOwn = !strapi.db.inTransaction();
  let own: Transaction | null = null;
  const result = await strapi.db.transaction(({ trx }) => {
    if (isOwn) own = trx;
    return work(trx);
  });
  await committed(own);
  return result;
};

const committed = async (trx: Transaction | null): Promise<void> => {
  await trx?.executionPromise;
};

/** What runs a statement: a transaction, or the connection for public reads. */
export interface Queryable {
  raw(sql: string, bindings: Knex.RawBinding[]): PromiseLike<unknown>;
}

/** The rows of a raw query on either database. */
export const rows = async <Row>(trx: Queryable, sql: string, bindings: Knex.RawBinding[] = []): Promise<Row[]> => {
  // better-sqlite3 gives the rows themselves, pg an object that holds them; knex types the difference away.
  const result: unknown = await trx.raw(sql, bindings);
  return (Array.isArray(result) ? result : (result as { rows: Row[] }).rows) as Row[];
};

export const run = async (trx: Transaction, sql: string, bindings: Knex.RawBinding[] = []): Promise<void> => {
  await trx.raw(sql, bindings);
};

/** `(?, ?), (?, ?)` for a multi-row insert. */
export const placeholders = (rowCount: number, columnCount: number): string => {
  const row = `(${Array(columnCount).fill('?').join(', ')})`;
  return Array(rowCount).fill(row).join(', ');
};

/** `?, ?, ?` for the values of an IN. */
export const marks = (values: readonly unknown[]): string => values.map(() => '?').join(', ');

/** Bindings that one statement takes on both databases (SQLite: 32,766), with room to spare. */
const MAX_BINDINGS = 10_000;

/** Parts of a list whose rows fit into one statement. */
export const inParts = <T>(values: readonly T[], bindingsEach = 1): T[][] => {
  const size = Math.max(1, Math.floor(MAX_BINDINGS / bindingsEach));
  return Array.from({ length: Math.ceil(values.length / size) }, (_, index) =>
    values.slice(index * size, (index + 1) * size),
  );
};

/** Inserts rows, many at a time. @param into `table (columns)` @param behind what follows the values, for example `ON CONFLICT ...` */
export const insertRows = async (
  trx: Transaction,
  into: string,
  values: readonly (readonly Knex.RawBinding[])[],
  behind = '',
): Promise<void> => {
  const width = values[0]?.length ?? 1;
  for (const part of inParts(values, width))
    await run(trx, `INSERT INTO ${into} VALUES ${placeholders(part.length, width)} ${behind}`, part.flat());
};

/** A boolean as the database takes it: SQLite has none, PostgreSQL takes nothing else. */
export const flag = (t: Tables, value: boolean): boolean | number => (t.client === 'postgres' ? value : Number(value));
