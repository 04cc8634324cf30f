import { positionOf, LOG_START, type EntryIdentity, type LogPosition } from '../query/changes-cursor';
import {
  entrySql,
  lastEntrySql,
  logEndSql,
  logFromSql,
  removalsSql,
  returnsSql,
  type LogRow,
  type RemovalRow,
} from '../query/changes-sql';
import type { Tables } from '../store/tables';
import type { ReadConnection } from './connection';

/** An entry of the change log. */
export interface LogEntry {
  position: LogPosition;
  event: string;
  major: boolean;
  collection: string;
  documentId: string;
  locale: string;
  /** '' where it was erased, like `url` and `etag`. */
  slug: string;
  url: string;
  version: number;
  etag: string;
  at: string;
  redacted: boolean;
}

/** A stretch of the log. */
export interface LogStretch {
  entries: LogEntry[];
  /** Whether the log goes on behind them. */
  more: boolean;
}

export interface ChangeReader {
  /** What follows a place: one query. Null where the log, as far as it is known here, has no such place. */
  after(position: LogPosition, limit: number): Promise<LogStretch | null>;
  /** The number of the last entry; 0 for an empty log. */
  lastSeq(): Promise<number>;
  /** The entry at a place; null where the log has no such place. */
  at(position: LogPosition): Promise<LogEntry | null>;
  /** The place behind the last entry. */
  end(): Promise<LogPosition>;
  /** What was public in one of some languages and is not any more, the latest first: one query. */
  removals(collections: readonly string[], locales: readonly string[], limit: number): Promise<Removal[]>;
  /** When documents last came back, in each language in which they had been taken back: one query. */
  returns(documentIds: readonly string[]): Promise<Return[]>;
}

/** An item that is public in a language no more. */
export type Removal = RemovalRow;

/** An item that is public in a language again. `at` is later than when it went last. */
export type Return = Omit<RemovalRow, 'collection'>;

/** Two servers' clocks may differ by more than an item was away. */
const returnOf = ({ goneAt, at, ...item }: Return & { goneAt: string }): Return => ({
  ...item,
  at: at > goneAt ? at : new Date(Date.parse(goneAt) + 1).toISOString(),
});

const entryOf = (row: LogRow): LogEntry => {
  const { event, collection, documentId, locale, slug, url, etag, at } = row;
  const seq = Number(row.seq);
  return {
    position: positionOf({ seq, at, event, documentId, locale }),
    event,
    major: Boolean(row.major),
    collection,
    documentId,
    locale,
    slug,
    url,
    version: Number(row.version),
    etag,
    at,
    redacted: Boolean(row.redacted),
  };
};

/** Whether the log, asked by `query`, has the entry that a place is behind. */
export const hasPosition = async (
  query: ReadConnection['all'],
  t: Tables,
  { seq, mark }: LogPosition,
): Promise<boolean> => {
  if (seq === LOG_START.seq) return true;
  const [found] = await query<EntryIdentity & { seq: number | string }>(entrySql(t, seq));
  return found !== undefined && positionOf({ ...found, seq }).mark === mark;
};

export const createChangeReader = (connection: Pick<ReadConnection, 'all'>, t: Tables): ChangeReader => ({
  async after(position, limit) {
    const isStart = position.seq === LOG_START.seq;
    // The entry of the place itself comes along, to be compared with it.
    const own = isStart ? 0 : 1;
    const rows = await connection.all<LogRow>(logFromSql(t, position.seq, limit + 1 + own));
    const entries = rows.map(entryOf);
    const first = entries[0]?.position;
    if (!isStart && (first?.seq !== position.seq || first.mark !== position.mark)) return null;
    return { entries: entries.slice(own, own + limit), more: entries.length > own + limit };
  },
  async lastSeq() {
    const [row] = await connection.all<{ seq: number | string | null }>(lastEntrySql(t));
    return Number(row?.seq ?? 0);
  },
  async at(position) {
    const [row] = await connection.all<LogRow>(logFromSql(t, position.seq, 1));
    const entry = row ? entryOf(row) : null;
    return entry?.position.seq === position.seq && entry.position.mark === position.mark ? entry : null;
  },
  async end() {
    const [last] = await connection.all<EntryIdentity & { seq: number | string }>(logEndSql(t));
    return last ? positionOf({ ...last, seq: Number(last.seq) }) : LOG_START;
  },
  removals: (collections, locales, limit) => connection.all<Removal>(removalsSql(t, collections, locales, limit)),
  returns: async (documentIds) =>
    documentIds.length === 0
      ? []
      : (await connection.all<Return & { goneAt: string }>(returnsSql(t, documentIds))).map(returnOf),
});
