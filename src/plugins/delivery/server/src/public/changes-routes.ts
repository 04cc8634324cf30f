import { setTimeout as pause } from 'node:timers/promises';
import { JSON_TYPE, type Answer, type PublicRequest } from '../http/answer';
import { tagOf } from '../http/etag';
import { writeLogCursor, type LogPosition } from '../query/changes-cursor';
import { impossibleCursor, readChangesQuery, type ChangesQuery } from '../query/changes-query';
import type { ChangeTail } from '../reader/change-tail';
import type { LogEntry, LogStretch } from '../reader/change-reader';
import { createGate } from './gate';

/** What the change stream needs of the running host. */
export interface ChangesHost {
  /** What follows a place of the log; null where it has no such place. */
  after(position: LogPosition, limit: number): Promise<LogStretch | null>;
  /** Whether the log has a place, though it is not known to what answers reads: a replica may be behind. */
  isAhead(position: LogPosition): Promise<boolean>;
  /** See `ChangeTail`. */
  beyond: ChangeTail['beyond'];
  /** Whether a list shows the items of a collection; of others the stream says nothing. */
  isListed(collection: string): boolean;
  /** How many requests may wait at once. */
  maxWaiting(): number;
  absoluteUrl(path: string): string;
}

const REPLICA_MS = 200;

/** An entry as the stream shows it. What was erased is null. */
const publicEntry = ({ position, redacted, slug, url, etag, ...entry }: LogEntry) => ({
  cursor: writeLogCursor(position),
  event: entry.event,
  major: entry.major,
  collection: entry.collection,
  documentId: entry.documentId,
  locale: entry.locale,
  slug: slug || null,
  url: url || null,
  version: entry.version,
  etag: etag || null,
  at: entry.at,
  ...(redacted ? { redacted } : {}),
});

interface Page {
  entries: LogEntry[];
  position: LogPosition;
  more: boolean;
}

/** The next entries of what lists show. */
const readPage = async (host: ChangesHost, since: LogPosition, limit: number): Promise<Page> => {
  const entries: LogEntry[] = [];
  let position = since;
  for (;;) {
    const stretch = await host.after(position, limit - entries.length);
    if (stretch === null) {
      if (await host.isAhead(position)) return { entries, position, more: false };
      throw impossibleCursor();
    }
    entries.push(...stretch.entries.filter(({ collection }) => host.isListed(collection)));
    position = stretch.entries[stretch.entries.length - 1]?.position ?? position;
    // A page without entries would look like the end.
    if (!stretch.more || entries.length > 0) return { entries, position, more: stretch.more };
  }
};

/** Reads a page and, where it is empty, waits for one. */
const awaitPage = async (host: ChangesHost, request: PublicRequest, query: ChangesQuery): Promise<Page> => {
  const closed = request.closed();
  const end = Date.now() + query.wait * 1_000;
  let page = await readPage(host, query.since, query.limit);
  for (let left = end - Date.now(); page.entries.length === 0 && left > 0; left = end - Date.now()) {
    const { position } = page;
    if (!(await host.beyond(position.seq, left, closed))) break;
    page = await readPage(host, position, query.limit);
    // One replica has told of an entry that another one does not know yet.
    if (page.position.seq === position.seq) await pause(REPLICA_MS);
  }
  return page;
};

/** The change log as a stream: a page of entries behind a cursor, in the order of commits. */
export const changesHandler = (host: ChangesHost) => {
  const gate = createGate('Waiting for changes');
  return async (request: PublicRequest): Promise<Answer> => {
    const query = readChangesQuery(request.queryString);
    const leave = query.wait > 0 ? gate.enter(host.maxWaiting()) : () => undefined;
    try {
      const { entries, position, more } =
        query.wait > 0 ? await awaitPage(host, request, query) : await readPage(host, query.since, query.limit);
      const cursor = writeLogCursor(position);
      const body = JSON.stringify({ data: entries.map(publicEntry), meta: { cursor, more } });
      const [path = ''] = request.originalUrl.split('?');
      return {
        status: 200,
        body,
        contentType: JSON_TYPE,
        tag: tagOf(body),
        // An answer that somebody waited for is no answer to whoever asks next.
        cache: query.wait > 0 ? 'none' : 'shared',
        keys: ['changes'],
        links: more ? { next: host.absoluteUrl(`${path}?since=${cursor}&limit=${query.limit}`) } : {},
      };
    } finally {
      leave();
    }
  };
};
