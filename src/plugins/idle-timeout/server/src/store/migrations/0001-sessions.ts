import type { Migration } from './index';

/**
 * A session is what one sign-in starts. Strapi gives it a new id at every renewal of its token; `idle_session_ids` leads
 * from each of them to the session.
 */
export const sessions: Migration = {
  name: '0001-sessions',
  statements: (t) => [
    `CREATE TABLE ${t.sessions} (
      id TEXT PRIMARY KEY,
      origin TEXT NOT NULL,
      user_id TEXT NOT NULL,
      created_at BIGINT NOT NULL,
      last_seen BIGINT NOT NULL,
      ends_at BIGINT,
      ended_at BIGINT,
      ended_because TEXT
    )`,
    `CREATE INDEX idle_sessions_user ON ${t.sessions} (user_id, origin)`,
    `CREATE INDEX idle_sessions_ended ON ${t.sessions} (ended_at)`,
    `CREATE INDEX idle_sessions_open ON ${t.sessions} (origin, last_seen) WHERE ended_at IS NULL`,
    `CREATE TABLE ${t.sessionIds} (token_session TEXT PRIMARY KEY, session TEXT NOT NULL)`,
    `CREATE INDEX idle_session_ids_session ON ${t.sessionIds} (session)`,
  ],
};
