import type { TestStrapi } from './test-strapi';

interface ObservedQuery {
  sql: string;
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

/** Counts the SQL statements that are sent to the database while `work` runs. */
export const countQueries = async (strapi: TestStrapi, work: () => Promise<unknown>): Promise<QueryCount> => {
  const sent: string[] = [];
  const note = ({ sql }: ObservedQuery) => sent.push(sql);
  const reads = () => strapi.plugin('delivery').service<Readable>('reader').reader().queries();
  const before = reads();
  strapi.db.connection.on('query', note);
  try {
    await work();
  } finally {
    strapi.db.connection.removeListener('query', note);
  }
  return { strapi: sent, reads: reads() - before };
};
