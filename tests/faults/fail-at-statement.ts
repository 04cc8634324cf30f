import type { TestStrapi } from '../support';

type Send = (this: unknown, connection: unknown, request: unknown) => Promise<unknown>;

const sqlOf = (request: unknown): string => {
  const sql = typeof request === 'object' && request !== null && 'sql' in request ? request.sql : request;
  return typeof sql === 'string' ? sql : '';
};

export interface Failure {
  /** Whether it has happened. */
  happened(): boolean;
  /** Takes it back. */
  stop(): void;
}

/** Statements that change something, and the one that makes all changes stand. */
const CHANGES = /^\s*(insert|update|delete|commit)\b/i;

/**
 * Makes the n-th SQL statement that changes something fail from now on, before it reaches the database; the commit is one of
 * them. A crash between two changes leaves what a crash at the second one leaves, so that reads need not be tried.
 * @param nth from 1
 */
export const failAtStatement = (strapi: TestStrapi, nth: number): Failure => {
  // Knex makes the client of a transaction from the prototype, so that what stands there is what it sends through.
  const prototype: { query: Send } = Object.getPrototypeOf(strapi.db.connection.client);
  const own = Object.getOwnPropertyDescriptor(prototype, 'query');
  const send = prototype.query;
  let sent = 0;
  prototype.query = async function query(connection, request) {
    const sql = sqlOf(request);
    if (!CHANGES.test(sql)) return send.call(this, connection, request);
    sent += 1;
    if (sent !== nth) return send.call(this, connection, request);
    // Knex gives the connection of a failed commit back as it is; a database would have closed it.
    if (/^\s*commit\b/i.test(sql)) await send.call(this, connection, 'ROLLBACK;');
    throw new Error('injected crash');
  };
  return {
    happened: () => sent >= nth,
    stop() {
      if (own) Object.defineProperty(prototype, 'query', own);
      else Reflect.deleteProperty(prototype, 'query');
    },
  };
};
