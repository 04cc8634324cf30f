import { setTimeout as wait } from 'node:timers/promises';
import type { TestStrapi } from './test-strapi';

interface ObservedQuery {
  sql: string;
  /** The connection that it went by. */
  __knexUid: string;
}

export interface QueryCount {
  /** The statements that Strapi's own connection sent, in order. */
  strapi: string[];
  /** How many statements delivery's connection for public reads sent. */
  reads: number;
}

interface Readable {
  reader(): { queries(): number };
}

/** What the workers in the background ask of themselves every few seconds, whatever else is done. */
const BACKGROUND = /claimed_(by|until)/;

/** As long as such a transaction takes, so that one that has only begun is known for what it is. */
const BACKGROUND_MS = 500;

const END = /^(COMMIT|ROLLBACK);?$/i;

/** So is the end of what had begun before. */
const isBackground = (statements: readonly ObservedQuery[]) =>
  statements.some(({ sql }) => BACKGROUND.test(sql)) || END.test(statements[0]?.sql ?? '');

/** Statements by transaction; one outside of any stands alone. */
const transactionsIn = (statements: readonly ObservedQuery[]): ObservedQuery[][] => {
  const open = new Map<string, ObservedQuery[]>();
  const found: ObservedQuery[][] = [];
  for (const statement of statements) {
    const { sql, __knexUid: connection } = statement;
    const current = open.get(connection);
    if (current) current.push(statement);
    else found.push([statement]);
    if (/^BEGIN/i.test(sql)) open.set(connection, found.at(-1) ?? []);
    if (END.test(sql)) open.delete(connection);
  }
  return found;
};

/** Counts the SQL statements that are sent to the database while `work` runs, without those of workers in the background. */
export const countQueries = async (strapi: TestStrapi, work: () => Promise<unknown>): Promise<QueryCount> => {
  const sent: ObservedQuery[] = [];
  const note = (query: ObservedQuery) => sent.push(query);
  const reads = () => strapi.plugin('delivery').service<Readable>('reader').reader().queries();
  const before = reads();
  let during: ObservedQuery[] = [];
  let readsDuring = 0;
  strapi.db.connection.on('query', note);
  try {
    await work();
    during = [...sent];
    readsDuring = reads() - before;
    if (during.length > 0) await wait(BACKGROUND_MS);
  } finally {
    strapi.db.connection.removeListener('query', note);
  }
  const background = new Set(transactionsIn(sent).filter(isBackground).flat());
  return { strapi: during.filter((query) => !background.has(query)).map(({ sql }) => sql), reads: readsDuring };
};
