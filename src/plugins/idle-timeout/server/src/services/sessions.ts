import type { Core } from '@strapi/strapi';
import type { IdleTimeoutConfig } from '../config';
import { settingsOf, type Origin } from '../sessions/kinds';
import { endOf, unwrittenMs, type EndReason, type IdleSettings, type Session } from '../sessions/session-state';
import {
  endSession,
  endSessionsOf,
  findSession,
  insertRenewal,
  insertSession,
  tokenSessionsOf,
  touchSession,
  type NewSession,
} from '../store/sessions';
import { inTransaction, onDatabase, tablesFor, type Queryable } from '../store/tables';
import { findStrapiSession, forgetStrapiSessions } from './strapi-sessions';

/** What a look at a session finds: it counts, or why it does not. */
export type Finding = { session: Session; reason: null } | { session: null; reason: EndReason };

/** Sessions of members and editors, by the session id in their tokens. */
export interface Sessions {
  settings(origin: Origin): IdleSettings;
  /** Notes a sign-in. */
  begin(session: NewSession & { origin: Origin }): Promise<void>;
  /** Notes that a session goes on under another id: Strapi gives it one whenever it renews the refresh token. */
  renew(before: string, after: string): Promise<void>;
  /** Whether a session counts. Extends nothing. */
  look(origin: Origin, tokenSession: string): Promise<Finding>;
  /** As `look`, and notes that something was done; written every few seconds at most. */
  use(origin: Origin, tokenSession: string): Promise<Finding>;
  /** As `look`, and extends it from this very moment. */
  keepAlive(origin: Origin, tokenSession: string): Promise<Finding>;
  /** Ends one session: every token of it is refused from now on. */
  end(origin: Origin, tokenSession: string, reason?: EndReason): Promise<void>;
  /** Ends all sessions of a user, in the transaction that is open here, where one is. */
  endAll(origin: Origin, userId: string, reason: EndReason): Promise<void>;
}

export const createSessions = ({ strapi }: { strapi: Core.Strapi }): Sessions => {
  const settings = (origin: Origin) => settingsOf(strapi.config.get<IdleTimeoutConfig>('plugin::idle-timeout'), origin);
  const idleMs = (origin: Origin): number => settings(origin).idleTimeoutSeconds * 1000;
  const onTables = <T>(work: (queryable: Queryable, t: ReturnType<typeof tablesFor>) => Promise<T>) =>
    onDatabase(strapi, (queryable) => work(queryable, tablesFor(strapi)));

  /** Both halves or none: an end that Strapi does not know of would still be listed, and renewed after an uninstall. */
  const endBy = (work: (queryable: Queryable, t: ReturnType<typeof tablesFor>) => Promise<string[]>): Promise<void> =>
    inTransaction(strapi, async (trx) => {
      const t = tablesFor(strapi);
      const ended = await work(trx, t);
      await forgetStrapiSessions(strapi, await tokenSessionsOf(trx, t, ended));
    });

  /** A session from before this plugin was there begins when it is first seen. One that Strapi has forgotten has ended. */
  const adopt = async (origin: Origin, tokenSession: string): Promise<Session | null> => {
    const known = await findStrapiSession(strapi, origin, tokenSession);
    if (known === null) return null;
    return onTables(async (queryable, t) => {
      await insertSession(queryable, t, { ...known, origin, tokenSession });
      return findSession(queryable, t, origin, tokenSession);
    });
  };

  const look = async (origin: Origin, tokenSession: string): Promise<Finding> => {
    const session =
      (await onTables((queryable, t) => findSession(queryable, t, origin, tokenSession))) ??
      (await adopt(origin, tokenSession));
    if (session === null) return { session: null, reason: 'ended' };
    const reason = endOf(session, idleMs(origin));
    if (reason === null) return { session, reason };
    // Written down at once, so that it stays ended where the idle time is made longer later.
    if (session.endedBecause === null) await endBy((trx, t) => endSession(trx, t, session.id, reason));
    return { session: null, reason };
  };

  const touch = async (origin: Origin, tokenSession: string, session: Session): Promise<Finding> => {
    const touched = await onTables((queryable, t) => touchSession(queryable, t, session.id, idleMs(origin)));
    return touched === null ? look(origin, tokenSession) : { session: touched, reason: null };
  };

  return {
    settings,
    look,
    begin: (session) => onTables((queryable, t) => insertSession(queryable, t, session)),
    renew: (before, after) => onTables((queryable, t) => insertRenewal(queryable, t, before, after)),
    async use(origin, tokenSession) {
      const found = await look(origin, tokenSession);
      if (found.session === null || found.session.now - found.session.lastSeen < unwrittenMs(idleMs(origin)))
        return found;
      return touch(origin, tokenSession, found.session);
    },
    async keepAlive(origin, tokenSession) {
      const found = await look(origin, tokenSession);
      return found.session === null ? found : touch(origin, tokenSession, found.session);
    },
    async end(origin, tokenSession, reason = 'ended') {
      const { session } = await look(origin, tokenSession);
      if (session !== null) await endBy((trx, t) => endSession(trx, t, session.id, reason));
    },
    endAll: (origin, userId, reason) => endBy((trx, t) => endSessionsOf(trx, t, origin, userId, reason)),
  };
};
