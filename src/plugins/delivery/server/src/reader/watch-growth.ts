import { Client, type ClientConfig } from 'pg';
import { CHANGES_CHANNEL, onCommit } from '../store/announce';
import type { ReadConnection } from './connection';

/** How often the file is looked at for commits of other processes. */
const LOOK_MS = 200;
/** How often the log is asked in any case: for a replica that lags, a pooler that keeps notifications back, a lost connection. */
const ASK_MS = 1_000;
const RECONNECT_MS = 1_000;

type Watch = (onGrowth: () => void) => () => Promise<void>;

/** SQLite: commits of this process at once, those of others by the number that the file's header carries. */
export const watchSqlite =
  (connection: ReadConnection): Watch =>
  (onGrowth) => {
    let version: number | null = null;
    const look = async () => {
      const [row] = await connection.all<{ data_version: number }>({ sql: 'PRAGMA data_version', values: [] });
      const now = row?.data_version ?? null;
      if (now !== version) onGrowth();
      version = now;
    };
    // A connection that was closed meanwhile has nothing to tell.
    const timer = setInterval(() => void look().catch(() => undefined), LOOK_MS);
    timer.unref();
    const forget = onCommit(onGrowth);
    return async () => {
      clearInterval(timer);
      forget();
    };
  };

/** PostgreSQL: commits of this process at once, those of others by NOTIFY on a connection of its own to the primary. */
export const watchPostgres =
  (config: ClientConfig, onLost: (error: Error) => void): Watch =>
  (onGrowth) => {
    let client: Client | null = null;
    let isOver = false;
    let retry: NodeJS.Timeout | null = null;

    const connect = async () => {
      const next = new Client({ ...config, application_name: 'delivery-changes' });
      client = next;
      let isLost = false;
      const lost = (error: Error) => {
        if (isLost || isOver) return;
        isLost = true;
        onLost(error);
        void next.end().catch(() => undefined);
        retry = setTimeout(() => void connect(), RECONNECT_MS);
        retry.unref();
      };
      next.on('error', lost);
      next.on('end', () => lost(new Error('the server closed it')));
      next.on('notification', onGrowth);
      try {
        await next.connect();
        await next.query(`LISTEN ${CHANGES_CHANNEL}`);
        // What was told while nobody listened.
        onGrowth();
      } catch (error) {
        lost(error instanceof Error ? error : new Error(String(error)));
      }
    };

    void connect();
    const timer = setInterval(onGrowth, ASK_MS);
    timer.unref();
    const forget = onCommit(onGrowth);
    return async () => {
      isOver = true;
      clearInterval(timer);
      if (retry) clearTimeout(retry);
      forget();
      await client?.end().catch(() => undefined);
    };
  };
